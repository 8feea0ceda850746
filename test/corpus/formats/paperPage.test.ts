import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertGolden } from '../support/golden.js';
import { readSiblings } from '../support/siblings.js';

describe('a generated page about one paper', () => {
  const read = [
    ...readSiblings('abstract-notes-exopoiesis').filter(([name]) => name.startsWith('abstracts_')),
    ...readSiblings('notes-Throne0826').filter(([name]) => name === 'paper_page.md'),
    ...readSiblings('notes-zhaoyang97').filter(([name]) => name !== 'index.md'),
  ];

  it('is a digest of that paper', () => {
    assert.equal(read.length, 5);
    assertGolden('paperPage', read);
  });

  it('is one entry from its first line to its last, and selects the id', () => {
    for (const [name, document] of read) {
      document.assertRanges();
      assert.equal(document.digest.format, 'paperPage');
      const [{ range }] = [document.entry(0)];
      assert.equal(document.entries.length, 1);
      assert.equal(range.startLine, 0, name);
      assert.ok(document.lines.skipBlank(range.endLine + 1) >= document.lines.count, name);
      assert.deepEqual(document.document.problems, []);
      assert.equal(document.digest.date?.source, 'content');
    }
  });

  it('tells its sections, each once, and no tags of HTML in the first words', () => {
    for (const [name, document] of read) {
      const { abstract, summary, fields } = document.body(0);
      assert.ok(abstract ?? summary?.text, name);
      assert.equal(new Set(fields.map(({ label }) => label)).size, fields.length, name);
      for (const { text } of fields) assert.doesNotMatch(text, /^</, name);
    }
  });
});
