import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { indexText } from '../../../src/core/indexText.js';
import { onlyInTwins } from '../../../src/core/twins.js';
import { readFileSync } from 'node:fs';
import { documentOf } from '../../unit/support/documents.js';
import { sharedPath } from '../support/shared.js';
import { libraryOf, groups } from '../../unit/library/twinGroups.js';

describe('the digest of a day and its data', () => {
  it('are joined as a generator writes them', () => {
    const folder = ['corpus', 'siblings', 'jsonl-dw-dengwei'];
    const read = (name: string) =>
      indexText(
        `file:///library/data/${name}`,
        { path: `data/${name}`, text: readFileSync(sharedPath(...folder, name), 'utf8') },
        '2026-12',
      );
    const raw = read('2026-02-10.jsonl');
    const ai = read('2026-02-10_AI_enhanced_Chinese.jsonl');
    const written = documentOf(
      'file:///library/to_md/2026-02-10.md',
      (raw.digest?.entries ?? []).slice(0, -1),
      '2026-02-10',
    );
    const library = libraryOf(raw, ai, written);
    assert.deepEqual(groups(library), [`${written.uri} + ${ai.uri} + ${raw.uri}`]);
    const [joined] = library.digests();
    assert.ok(joined);
    assert.equal(onlyInTwins(joined).length, 1);
  });
});
