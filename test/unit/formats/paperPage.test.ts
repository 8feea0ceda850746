import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { defaultTemplate } from '../../../src/core/notes/defaultTemplate.js';
import { assertGolden } from '../support/golden.js';
import { ReadDocument } from '../support/reading.js';
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

  it('is told by the marks of its generator: notes of people are none', () => {
    const filled = defaultTemplate({
      digest: 'Digest',
      summary: 'Summary',
      abstract: 'Abstract',
      notes: 'Notes',
    })
      .replace('{title}', 'First Title')
      .replace('{arxiv}', '"2602.01234"')
      .replaceAll(/\{(\w+)\}/g, 'A $1.');
    const notes = [
      filled,
      '---\narxiv_id: "2602.01234"\ntitle: First Title\n---\n\n# First Title\n\nMy thoughts.\n',
      '# First Title\n\n**Authors:** A. One\n\nI read it.\n\n[arXiv](http://arxiv.org/abs/2602.01234) | [PDF](http://arxiv.org/pdf/2602.01234)\n',
      '# First Title\n\n**日期**: 2026-02-13\n**arXiv**: [2602.01234](https://arxiv.org/abs/2602.01234)\n\n## 想法\n\n不错。\n',
      '---\nlayout: default\n---\n\n# First Title\n\n**分类**: cs.LG\n\narXiv:2602.01234\n',
      '# 2602.01234\n\nA note whose file and heading are its id.\n',
    ];
    for (const text of notes) {
      const { document } = new ReadDocument('2602.01234.md', text);
      assert.equal(document.digest, undefined, text.slice(0, 60));
      assert.ok(document.mentions.length > 0 || document.note);
    }
    assert.equal(new ReadDocument('a.md', filled).document.note?.paper, 'arxiv:2602.01234');
  });
});
