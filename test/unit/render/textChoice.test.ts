import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { EntryBody, Paper } from '../../../src/core/paper.js';
import { paperMarkdown } from '../../../src/core/render/paperMarkdown.js';
import { distinctTexts, textLabel } from '../../../src/core/render/textChoice.js';

const english: EntryBody = { summary: { label: 'TL;DR', text: 'It works.' }, fields: [] };
const chinese: EntryBody = { summary: { label: 'TL;DR', text: '有效。' }, fields: [] };
const failed: EntryBody = { summary: { label: 'TL;DR', text: '', failed: true }, fields: [] };

describe('What several digests say of a paper', () => {
  it('is a choice when it differs, and when the generator did not fail', () => {
    const texts = [english, failed, english, chinese, { fields: [], abstract: 'a' }];
    const distinct = distinctTexts(texts.map((body) => ({ body })));
    assert.deepEqual(
      distinct.map(({ body }) => body),
      [english, chinese],
    );
  });

  it('is named by its digest’s day and, where letters tell it, its language', () => {
    assert.equal(textLabel({ body: english, date: '2026-02-13' }, 0), '2026-02-13');
    assert.equal(textLabel({ body: chinese, date: '2026-02-14' }, 1), '2026-02-14 · 中文');
    assert.equal(textLabel({ body: english }, 1), '2');
  });
});

describe('A paper as Markdown', () => {
  const paper: Paper = {
    key: 'arxiv:2601.00001',
    id: '2601.00001',
    title: 'On $\\alpha_1$ and *stars*',
    authors: ['Paul Erd\\H{o}s', 'B. Two'],
    category: 'math.CO',
    occurrences: [],
  };

  it('has its facts, what a model wrote under labels, and the abstract, with formulas as TeX', () => {
    const body: EntryBody = {
      summary: { label: 'TL;DR', text: 'We count $n_1$.' },
      fields: [{ label: 'Method', text: '', failed: true }],
      abstract: 'One.\n\nTwo with $\\beta$.',
    };
    assert.equal(
      paperMarkdown(paper, body),
      [
        '## [On $\\alpha_1$ and \\*stars\\*](https://arxiv.org/abs/2601.00001)',
        'Paul Erdős, B. Two',
        'math.CO · arXiv:2601.00001',
        '**TL;DR:** We count $n_1$.',
        'One.',
        'Two with $\\beta$.\n',
      ].join('\n\n'),
    );
  });

  it('makes no element, link or picture of a digest’s text', () => {
    const text = '<script>x</script> ![p](https://example.org/p.png) [c](command:x) `code`';
    const markdown = paperMarkdown(paper, { fields: [{ label: '<b>', text }], abstract: text });
    assert.doesNotMatch(markdown, /(?<!\\)<|!(?<!\\)\[|(?<!\\)\]\((?:command|https:\/\/example)/);
  });
});
