import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { sharedPath } from './shared.js';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** The samples of one format, in alphabetical order. */
export function siblings(folder: string): Sample[] {
  const root = sharedPath('corpus', 'siblings', folder);
  const names = readdirSync(root).filter((name) => !/PROVENANCE|\.truth\./.test(name));
  assert.ok(names.length > 0, `${root} is empty`);
  return names.sort().map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
}

export function readSiblings(
  folder: string,
  others: readonly DigestFormat[] = [],
): [string, ReadDocument][] {
  return siblings(folder).map(({ name, text }) => [name, new ReadDocument(name, text, others)]);
}
