import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('the answers of arXiv’s interface', () => {
  const samples = readSiblings('arxiv-atom-api');

  it('give what was seen to stand in them', () => assertGolden('arxivApi', samples));

  it('give an entry for each element of a paper, with abstract and comment', () => {
    for (const [name, read] of samples) {
      const { text } = read.lines;
      assert.equal(read.entries.length, text.match(/<entry>/g)?.length ?? 0, name);
      assert.deepEqual(read.document.problems, []);
      read.assertRanges();
      for (const [number, { range }] of read.entries.entries()) {
        const source = read.lines.sliceRange(range);
        const body = read.body(number);
        assert.match(source, /^<entry>[^]*<\/entry>$/);
        assert.match(body.abstract ?? '', /^\S[^]*\S$/);
        assert.equal(body.comment !== undefined, source.includes('<arxiv:comment>'));
      }
    }
  });
});
