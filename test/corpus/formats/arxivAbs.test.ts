import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('an .abs file of arXiv', () => {
  const samples = readSiblings('arxiv-abs-files');

  it('gives what was seen to stand in it', () => assertGolden('arxivAbs', samples));

  it('is one paper with its abstract', () => {
    for (const [name, read] of samples) {
      assert.equal(read.entries.length, read.lines.text.match(/^arXiv:/gm)?.length, name);
      assert.deepEqual(read.document.problems, []);
      assert.match(read.body(0).abstract ?? '', /^[A-Z][^]*\.$/);
      assert.equal(read.body(0).comment !== undefined, /^Comments:/m.test(read.lines.text));
      read.assertRanges();
    }
  });
});
