import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { EntryBody, Occurrence, Paper } from '../../../src/core/paper.js';
import { renderPaper } from '../../../src/core/render/paperHtml.js';
import { hiddenAuthors } from '../../../src/core/render/readerLabels.js';
import { readerShell } from '../../../src/core/render/readerShell.js';
import { textLanguage } from '../../../src/core/render/textLanguage.js';
import { labels } from './readerLabels.js';
import { assertSafe, visibleText } from './safeHtml.js';

function occurrence(date: string): Occurrence {
  const range = { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 };
  return {
    uri: 'file:///d.md',
    format: 'daily',
    labels: ['TL;DR'],
    date: { value: date, precision: 'day', source: 'fileName' },
    entry: { key: 'arxiv:2602.12345', title: 't', authors: [], range, nameRange: range },
  };
}

const paper: Paper = {
  key: 'arxiv:2602.12345',
  id: '2602.12345',
  version: 2,
  title: 'On $\\alpha$ and \\emph{beta}',
  authors: ["Anna Czerwi\\'nski", 'B. Two'],
  category: 'cs.LG',
  occurrences: [occurrence('2026-02-13'), occurrence('2026-02-10')],
};

const body: EntryBody = {
  summary: { label: 'TL;DR', text: '一句话 $x$' },
  fields: [
    { label: 'Motivation', text: 'Because **so**.' },
    { label: 'Method', text: '', failed: true },
  ],
  abstract: 'We do.\n  Then we stop.',
};

describe("a paper's page", () => {
  it('begins with title, authors and facts', () => {
    const text = visibleText(renderPaper(paper, body, labels, () => 'Machine Learning'));
    assert.match(text, /Anna Czerwiński, B\. Two/);
    assert.match(text, /2026-02-10 – 2026-02-13.*cs\.LG · Machine Learning.*arXiv:2602\.12345v2/);
  });

  it('has every author to be pressed, by the place in the list', () => {
    const html = renderPaper(paper, body, labels);
    assert.match(html, /<button type="button" data-author="0"[^>]*>Anna Czerwiński<\/button>/);
    assert.match(html, /<button type="button" data-author="1"[^>]*>B\. Two<\/button>/);
  });

  it('tells the cross-lists beside the category, and the comment of the authors below', () => {
    const told = { ...labels, crossLists: 'Also in cs.CL, <b>' };
    const html = renderPaper(paper, { ...body, comment: '12 pages <i>, $x^2$' }, told);
    assertSafe(html);
    const text = visibleText(html);
    assert.match(text, /cs\.LG.*Also in cs\.CL, <b>.*arXiv:2602\.12345v2/);
    assert.match(text, /Comment: 12 pages <i>, /);
    assert.doesNotMatch(visibleText(renderPaper(paper, body, labels)), /Comment:|Also in/);
  });

  it('says that earlier digests had the paper', () => {
    const seenBefore = 'Seen before <on> Monday';
    const text = visibleText(renderPaper(paper, body, { ...labels, seenBefore }));
    assert.match(text, /arXiv:2602\.12345v2.*Seen before <on> Monday/);
  });

  it('has room for similar papers, which come later', () => {
    const html = renderPaper(paper, body, labels);
    assert.match(html, /<section id="similar" class="similar" hidden><\/section>/);
  });

  it('says once that a model wrote the fields, before the first of them, and shows failures', () => {
    const text = visibleText(renderPaper(paper, body, labels));
    assert.equal(text.split('Written by a model.').length, 2);
    assert.match(text, /Written by a model\. TL;DR.*Motivation.*Method\s?Could not be written\./);
  });

  it('says nothing of models when no model wrote anything', () => {
    const text = visibleText(renderPaper(paper, { fields: [], abstract: 'a' }, labels));
    assert.doesNotMatch(text, /Written by a model/);
  });

  it('has the abstract after the fields, a jump to it, and says when there is none', () => {
    const html = renderPaper(paper, body, labels);
    assert.match(html, /data-jump="abstract"[^]*id="abstract"[^]*<p>We do\.<\/p>\n<p>Then/);
    assert.match(visibleText(renderPaper(paper, { fields: [] }, labels)), /No abstract\./);
  });

  it('lists where the paper occurs, each a button with its number', () => {
    const html = renderPaper(paper, body, labels);
    assert.match(html, /data-occurrence="0">first place<[^]*data-occurrence="1">second place</);
  });

  it('offers arXiv and PDF only for a paper with an arXiv id', () => {
    const { id, version, ...withoutId } = paper;
    assert.ok(id !== undefined && version !== undefined);
    const html = renderPaper({ ...withoutId, key: 'title:x' }, body, labels);
    assert.doesNotMatch(html, /openOnArxiv|openPdf|arXiv:/);
    assert.match(renderPaper(paper, body, labels), /openOnArxiv[^]*openPdf/);
  });

  it('lists the documents that tell of the paper, its own note marked', () => {
    const notes = [
      { label: 'notes/<own>.md', isLiterature: true },
      { label: 'ideas.md', isLiterature: false },
    ];
    assert.match(
      renderPaper(paper, body, { ...labels, notes }),
      /<h2>Notes<\/h2><ul><li><strong>Literature note<\/strong> <button type="button" data-note="0">notes\/&lt;own&gt;\.md<\/button><\/li><li><button type="button" data-note="1">ideas\.md</,
    );
    assert.doesNotMatch(renderPaper(paper, body, labels), /data-note/);
  });

  it('folds a long list of authors after the twentieth', () => {
    const authors = Array.from({ length: 574 }, (_, index) => `A${index}`);
    const html = renderPaper({ ...paper, authors }, body, labels);
    assert.match(
      html,
      /A19<\/button><\/p><details><summary>more authors<\/summary><p><button[^>]*>A20</,
    );
    assert.equal(hiddenAuthors(574), 554);
    assert.equal(hiddenAuthors(21), 0);
  });

  it('has one h1, then h2 only, and no id twice', () => {
    const html = renderPaper(
      paper,
      { ...body, fields: [{ label: 'x', text: '# H\n### K' }] },
      labels,
    );
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => match[1]);
    assert.deepEqual(levels, ['1', '2', '2', '2', '2']);
  });

  it('tells screen readers the language of Chinese, Japanese and Korean texts', () => {
    assert.equal(textLanguage('本文将基于得分的扩散模型 (score-based diffusion)'), 'zh');
    assert.equal(textLanguage('本研究ではモデルを提案する'), 'ja');
    assert.equal(textLanguage('이 논문은 모델을 제안한다'), 'ko');
    assert.equal(textLanguage('We propose Hán Dān (邯郸) models for everything'), undefined);
    assert.match(renderPaper(paper, body, labels), /<div class="text" lang="zh">/);
  });

  it('stays harmless whatever digest and labels hold', () => {
    const foreign = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"><script>x</script>', '" onclick="x', "'><img src=x onerror=y>", '</h1>'),
    );
    fc.assert(
      fc.property(foreign, foreign, (a, b) => {
        const html = renderPaper(
          { ...paper, id: a, title: b, authors: [a, b], category: a, doi: b },
          { summary: { label: a, text: b }, fields: [{ label: b, text: a }], abstract: a },
          { ...labels, failed: a, abstract: b, occurrences: [a, b], toolbar: b, moreAuthors: a },
          () => b,
        );
        assertSafe(html);
      }),
    );
  });
});

describe("the reader's empty page", () => {
  const shell = readerShell({
    cspSource: 'https://*.vscode-cdn.net',
    nonce: 'abc123',
    scriptUri: 'https://x/reader.js',
    styleUris: ['https://x/katex.css', 'https://x/reader.css?"><b>'],
    lang: 'de',
    title: 'Preprint <1>',
    strings: { loading: 'Lädt …' },
  });

  it('forbids everything but its script, its style sheets and fonts', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(shell)?.[1] ?? '';
    assert.match(
      policy,
      /^default-src &#39;none&#39;; script-src &#39;nonce-abc123&#39;; style-src https/,
    );
    assert.doesNotMatch(policy, /unsafe-eval|(?:script-src|style-src) [^;]*unsafe-inline/);
    for (const part of ['img-src', 'base-uri', 'form-action']) {
      assert.ok(policy.includes(`${part} &#39;none&#39;`), part);
    }
  });

  it('escapes what the host gives it and names the language', () => {
    assert.match(shell, /<html lang="de">/);
    assert.match(shell, /<title>Preprint &lt;1&gt;<\/title>/);
    assert.doesNotMatch(shell, /<b>/);
    assert.match(shell, /<p id="status" role="status">Lädt …<\/p>/);
  });
});
