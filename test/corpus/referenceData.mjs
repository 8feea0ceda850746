import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../vscode/paths.mjs';

/**
 * The folder of reference data: digests and bibliographies as people have them. Their texts belong to
 * others, so they are read where they are and never copied into the project.
 */
export const shared = path.resolve(
  process.env['PREPRINT_SHARED'] ?? path.join(root, '..', 'shared'),
);

const parts = ['corpus/csl', 'corpus/daily', 'corpus/siblings', 'design', 'seeds'];

/** @returns {string | undefined} one line that says what is not there, and where it is looked for */
export function missingReferenceData() {
  const missing = parts.filter((part) => !existsSync(path.join(shared, part)));
  if (missing.length === 0) return undefined;
  return `The reference data are missing: test:corpus needs ${missing.join(', ')} in ${shared}, which is "shared" beside the checkout unless PREPRINT_SHARED names another folder.`;
}
