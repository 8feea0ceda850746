import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

describe('a digest of gpt_paper_assistant', () => {
  const head = '# Personalized Daily ArXiv Papers 02/13/2026\nTotal relevant papers: 1\n\n---\n';
  const entry =
    '## 0. [On [A] and (B)](https://arxiv.org/abs/2602.01234v2) <a id="link0"></a>\n' +
    '**ArXiv ID:** 2602.01234\n**Authors:** A. One, B. Two, Jr.\n\n' +
    '**Abstract:** Made up, after arXiv:2001.00001.\nSecond line.\n\n**Comment:** Fits.\n**Relevance:** 9\n';

  it('is dated in the American way by its title', () => {
    const document = new ReadDocument('output.md', head + entry);
    assert.deepEqual(document.digest.date, {
      value: '2026-02-13',
      precision: 'day',
      source: 'content',
    });
    assert.equal(
      new ReadDocument('output.md', head.replace('02/13', '13/02') + entry).digest.date?.source,
      'newestId',
    );
  });

  it('may lie in a file that begins with its first entry', () => {
    const document = new ReadDocument('part.md', entry);
    const { title, version, authors } = document.entry(0);
    assert.deepEqual([title, version, authors], ['On [A] and (B)', 2, ['A. One', 'B. Two, Jr.']]);
    assert.equal(document.body(0).abstract, 'Made up, after arXiv:2001.00001.\nSecond line.');
    assert.deepEqual(
      document.document.mentions.map(({ key }) => key),
      ['arxiv:2001.00001'],
    );
  });

  it('may have no paper', () => {
    const empty = new ReadDocument('output.md', head);
    assert.deepEqual([empty.digest.format, empty.entries.length], ['gptPaperAssistant', 0]);
  });

  it('has no day of its own where its heading tells none', () => {
    const undated = new ReadDocument('output.md', '# Personalized Daily ArXiv Papers\n');
    assert.deepEqual(
      [undated.digest.format, undated.digest.date],
      ['gptPaperAssistant', undefined],
    );
  });

  it('may be a page in Markdown, whose categories count when they are those of arXiv', () => {
    const row = (categories: string): string =>
      `\n\n<style>\n.paper-row {\n}\n</style>\n<main class="daily-arxiv">\n<p class="eyebrow">Daily ArXiv / July 23, 2026</p>\n` +
      `    <details class="paper-row" id="link0">\n<strong>Bits &amp; <em>Bytes</em></strong>\n<small>A. One, B. Two</small>\n${categories}` +
      '<span>Paper 1 / arXiv:2607.01234</span>\n<p class="abstract">If a &lt; b.</p>\n    </details>\n</main>\n';
    const tag =
      '<span class="category-tag">cs.CV</span>\n<span class="category-tag">cs.AI</span>\n';
    const document = new ReadDocument('output.md', row(tag));
    assert.equal(document.digest.format, 'gptPaperAssistantPage');
    assert.equal(document.digest.date?.value, '2026-07-23');
    const { title, category, crossLists } = document.entry(0);
    assert.deepEqual([title, category, crossLists], ['Bits & Bytes', 'cs.CV', ['cs.AI']]);
    assert.equal(document.body(0).abstract, 'If a < b.');
    const source = '<span class="category-tag">ArXiv</span>\n';
    assert.equal(new ReadDocument('output.md', row(source)).entry(0).category, undefined);
  });

  it('is none when it is a list of numbered sections or another page', () => {
    for (const text of [
      '## 0. [Setup](https://example.org)\n\nText.\n',
      '## 1. [First Title](https://arxiv.org/abs/2602.01234)\n\nI liked it.\n',
      '<html><body><details class="paper-row"><strong>arXiv:2602.01234</strong></details></body></html>',
    ]) {
      assert.equal(new ReadDocument('a.md', text).document.digest, undefined);
    }
  });
});
