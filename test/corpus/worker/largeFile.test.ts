import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sharedPath } from '../support/shared.js';
import { allParts, entriesOf } from '../../unit/worker/largeFileParts.js';

describe('a data file that is too large to be read at once', () => {
  it('is recognised as Kaggle hands it out', () => {
    const sample = sharedPath(
      'corpus',
      'siblings',
      'kaggle-metadata-jsonl',
      'arxiv-metadata-oai-snapshot.json',
    );
    const text = readFileSync(sample, 'utf8');
    const entries = entriesOf(allParts(sample, ['hep-ph', 'math.CO']));
    const expected = text.split('\n').flatMap((line, at) => {
      if (line === '') return [];
      const { categories } = JSON.parse(line) as { categories: string };
      return categories.split(' ').some((one) => one === 'hep-ph' || one === 'math.CO') ? [at] : [];
    });
    assert.ok(expected.length > 10);
    assert.deepEqual(
      entries.map((entry) => entry.range.startLine),
      expected,
    );
  });
});
