import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('the mails of arXiv', () => {
  const samples = readSiblings('arxiv-email-listing');

  it('give what was seen to stand in them', () => assertGolden('arxivMail', samples));

  it('give an entry for each pair of signs with an id below', () => {
    for (const [name, read] of samples) {
      const marks = read.lines.text.match(/^\\\\\narXiv:/gm) ?? [];
      assert.equal(read.entries.length, marks.length, name);
      assert.ok(marks.length > 0);
      assert.deepEqual(read.document.problems, []);
      read.assertRanges();
    }
  });

  it('give the abstract of all but the replacements, and each comment', () => {
    for (const [name, read] of samples) {
      for (const [number, { range }] of read.entries.entries()) {
        const text = read.lines.sliceRange(range);
        const body = read.body(number);
        assert.match(text, /^arXiv:[^]*\n\\\\ \( https:\/\/arxiv\.org\/abs\/\S+ , +\d+kb\)$/);
        const replaced = /\nreplaced with revised version /.test(text);
        assert.equal(body.abstract === undefined, replaced, `${name}:${range.startLine}`);
        assert.ok(text.includes(body.abstract ?? ''));
        assert.doesNotMatch(body.abstract ?? '', /^\s|\\\\|\nCategories: /);
        assert.equal(body.comment !== undefined, /\nComments: /.test(text));
        assert.deepEqual(body.fields, []);
      }
    }
  });
});
