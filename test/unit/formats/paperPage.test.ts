import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { defaultTemplate } from '../../../src/core/notes/defaultTemplate.js';
import { ReadDocument } from '../support/reading.js';

describe('a generated page about one paper', () => {
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
