import assert from 'node:assert/strict';
import type { Library } from '../../../src/core/library.js';
import type { createAnswers } from '../../../src/worker/answers.js';
import { fixtureBytes } from './fixtures.js';
import { latest } from './reading.js';

/** Reads digests of the fixtures into a library and the search index, as the extension does. */
export function indexFixtures(
  answers: ReturnType<typeof createAnswers>,
  library: Library,
  paths: readonly string[],
): void {
  for (const path of paths) {
    const uri = `file:///${path}`;
    const content = fixtureBytes(path);
    const document = answers.index({ uri, path, content, latest });
    library.replace(document);
    const { digest, fingerprint = '' } = document;
    assert.ok(digest);
    const bytes = answers.buildShard({ uri, digest, fingerprint, content, latest });
    assert.ok(bytes);
    answers.setShard({ bytes });
  }
}
