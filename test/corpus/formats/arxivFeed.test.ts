import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('the feeds of arXiv', () => {
  const samples = readSiblings('arxiv-rss');

  it('give what was seen to stand in them', () => assertGolden('arxivFeed', samples));

  it('give an entry for each element of a paper, and its abstract alone', () => {
    for (const [name, read] of samples) {
      const { text } = read.lines;
      assert.equal(read.entries.length, text.match(/<(?:entry|item)>/g)?.length, name);
      assert.deepEqual(read.document.problems, []);
      read.assertRanges();
      for (const [number, { range }] of read.entries.entries()) {
        const body = read.body(number);
        assert.match(read.lines.sliceRange(range), /^<(entry|item)>[^]*<\/\1>$/);
        assert.match(body.abstract ?? '', /^[A-Z]/);
        assert.doesNotMatch(body.abstract ?? '', /Announce Type|<b>|&\w+;/);
      }
    }
  });
});
