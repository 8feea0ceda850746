import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import {
  formatReferences,
  referenceStyleNames,
  type ReferenceStyleName,
} from '../../../src/core/citation/reference.js';
import { attention, paperOf } from './paperOf.js';

const wavenet = paperOf({
  id: '1609.03499',
  title: 'What is $\\mu$-law?',
  authors: ['Aäron van den Oord', 'Jean-Pierre Martin King Jr.'],
});
const team = paperOf({ id: '2501.12948', title: 'DeepSeek-R1', authors: ['DeepSeek-AI'] });
const ours = paperOf({ title: '推理', authors: ['李明', '王芳'], doi: '10.1000/x_y', year: 2026 });
const bare = paperOf({ title: 'First Proof' });
const list = paperOf({ id: '2401.00001', title: 'T', authors: ['Ada Lee', 'et al.'] });

function one(style: ReferenceStyleName, paper: CitedPaper): string {
  const [reference = ''] = formatReferences(style, [paper], { markup: 'text' });
  return reference;
}

function many(count: number): CitedPaper {
  const authors = Array.from({ length: count }, (_, at) => `Ada N${String(at + 1)}`);
  return paperOf({ id: '2401.00001', title: 'T', authors });
}

const vaswaniDoi = 'https://doi.org/10.48550/arXiv.1706.03762';
const cases: readonly (readonly [ReferenceStyleName, CitedPaper, string])[] = [
  [
    'apa',
    attention,
    `Vaswani, A., Shazeer, N., & Parmar, N. (2017). Attention Is All You Need (arXiv:1706.03762). arXiv. ${vaswaniDoi}`,
  ],
  [
    'apa',
    wavenet,
    'van den Oord, A., & King, J.-P. M., Jr. (2016). What is μ-law? (arXiv:1609.03499). arXiv. https://doi.org/10.48550/arXiv.1609.03499',
  ],
  ['apa', ours, '李明, & 王芳. (2026). 推理. https://doi.org/10.1000/x_y'],
  ['apa', bare, 'First Proof. (n.d.).'],
  [
    'ieee',
    attention,
    '[1] A. Vaswani, N. Shazeer, and N. Parmar, “Attention Is All You Need,” 2017, arXiv:1706.03762.',
  ],
  [
    'ieee',
    wavenet,
    '[1] A. van den Oord and J.-P. M. King Jr., “What is μ-law?” 2016, arXiv:1609.03499.',
  ],
  ['ieee', team, '[1] DeepSeek-AI, “DeepSeek-R1,” 2025, arXiv:2501.12948.'],
  ['ieee', list, '[1] A. Lee et al., “T,” 2024, arXiv:2401.00001.'],
  ['ieee', ours, '[1] 李明 and 王芳, “推理,” 2026, https://doi.org/10.1000/x_y'],
  ['ieee', bare, '[1] “First Proof.”'],
  [
    'chicago',
    attention,
    `Vaswani, Ashish, Noam Shazeer, and Niki Parmar. 2017. “Attention Is All You Need.” Preprint, arXiv. ${vaswaniDoi}.`,
  ],
  [
    'chicago',
    wavenet,
    'van den Oord, Aäron, and Jean-Pierre Martin King Jr. 2016. “What is μ-law?” Preprint, arXiv. https://doi.org/10.48550/arXiv.1609.03499.',
  ],
  ['chicago', bare, '“First Proof.” n.d.'],
  [
    'gbt7714',
    attention,
    '[1] VASWANI A, SHAZEER N, PARMAR N. Attention Is All You Need[EB/OL]. arXiv, 2017. https://arxiv.org/abs/1706.03762.',
  ],
  [
    'gbt7714',
    wavenet,
    '[1] VAN DEN OORD A, KING J-P M Jr. What is μ-law?[EB/OL]. arXiv, 2016. https://arxiv.org/abs/1609.03499.',
  ],
  ['gbt7714', ours, '[1] 李明, 王芳. 推理[EB/OL]. 2026. https://doi.org/10.1000/x_y.'],
  ['gbt7714', bare, '[1] First Proof[EB/OL].'],
  ['markdownLink', attention, '[Vaswani et al., 2017](https://arxiv.org/abs/1706.03762)'],
];

describe('a reference', () => {
  for (const [style, paper, expected] of cases) {
    it(`in style ${style}: ${expected}`, () => {
      assert.equal(one(style, paper), expected);
    });
  }

  for (const [title, chicago, ieee] of [
    [
      '“Why Should I Trust You?” Explaining Any Classifier',
      '“‘Why Should I Trust You?’ Explaining Any Classifier.”',
      '“‘Why Should I Trust You?’ Explaining Any Classifier,”',
    ],
    ['The "R" in "RAG"', '“The ‘R’ in ‘RAG.’”', '“The ‘R’ in ‘RAG,’”'],
    ["``What’s Up?''", '“‘What’s Up?’”', undefined],
    ['Saying “the ‘it’s’ of it” twice', '“Saying ‘the “it’s” of it’ twice.”', undefined],
    ['The ‘Why’ of 5" Disks', '“The ‘Why’ of 5" Disks.”', undefined],
  ] as const) {
    it(`turns the quotes in a title in quotes: ${title}`, () => {
      const paper = paperOf({ title, year: 2016 });
      assert.equal(one('chicago', paper), `${chicago} 2016.`);
      if (ieee !== undefined) assert.equal(one('ieee', paper), `[1] ${ieee} 2016.`);
      const [markdown = ''] = formatReferences('chicago', [paper], { markup: 'markdown' });
      assert.equal(markdown, `${chicago} 2016.`);
    });
  }

  it('leaves formulas with quotes as they are', () => {
    const paper = paperOf({ title: 'On $\\text{"x"}$ and “y”', year: 2016 });
    const [markdown] = formatReferences('chicago', [paper], { markup: 'markdown' });
    assert.equal(markdown, '“On $\\text{"x"}$ and “y”.” 2016.');
  });

  it('cuts off long lists of authors as the style has it', () => {
    assert.match(one('apa', many(20)), /^N1, A\., N2, A\., .*N19, A\., & N20, A\. \(2024\)/);
    assert.match(one('apa', many(574)), /N19, A\., … N574, A\. \(2024\)/);
    assert.match(one('ieee', many(6)), /^\[1\] A\. N1, .*A\. N5, and A\. N6, “/);
    assert.match(one('ieee', many(7)), /^\[1\] A\. N1 et al\., “/);
    assert.match(one('chicago', many(11)), /Ada N7, et al\. 2024/);
    assert.match(one('gbt7714', many(4)), /^\[1\] N1 A, N2 A, N3 A, et al\. T\[/);
    const chinese = { ...ours, authors: ['李明', '王芳', '张伟', '刘洋'] };
    assert.match(one('gbt7714', chinese), /^\[1\] 李明, 王芳, 张伟, 等\. /);
  });

  it('has a number where the style has one, and the day of access where it is known', () => {
    const texts = formatReferences('gbt7714', [attention, team], {
      markup: 'text',
      accessed: '2026-02-13',
    });
    assert.match(texts[1] ?? '', /^\[2\] DeepSeek-AI\. .* arXiv, 2025\[2026-02-13\]\. https/);
  });

  it('in Markdown has italics, formulas and links, and text that cannot break out', () => {
    const paper = { ...wavenet, title: 'A *b* [c](d) $x_1$ <i>' };
    assert.deepEqual(formatReferences('apa', [paper], { markup: 'markdown' }), [
      'van den Oord, A., & King, J.-P. M., Jr. (2016). *A \\*b\\* \\[c\\](d) $x_1$ \\<i\\>* (arXiv:1609.03499). arXiv. <https://doi.org/10.48550/arXiv.1609.03499>',
    ]);
    assert.match(
      formatReferences('ieee', [paper], { markup: 'markdown' })[0] ?? '',
      /^\\\[1\\\] A\. van/,
    );
  });

  const nasty = fc.string({
    unit: fc.constantFrom(...Array.from('aB {}\\%&,;"\'@#:-[]()<>*_|`~\n.?é李')),
    maxLength: 20,
  });
  it('is one line without an empty part, and one paragraph of Markdown with our link alone', () => {
    const markdown = new MarkdownIt();
    fc.assert(
      fc.property(
        nasty,
        fc.array(nasty, { maxLength: 3 }),
        fc.constantFrom(...referenceStyleNames),
        (title, authors, style) => {
          const paper = paperOf({ id: '2401.00001', title, authors });
          const text = one(style, paper);
          assert.match(text, /2024/);
          assert.doesNotMatch(text, /\n|undefined| {2}/);
          const [source = ''] = formatReferences(style, [paper], { markup: 'markdown' });
          const html = markdown.render(source);
          assert.equal(html.split('<p>').length, 2, html);
          for (const [, href] of html.matchAll(/<a href="([^"]*)"/g)) {
            assert.match(href ?? '', /^https:\/\/(?:arxiv\.org\/abs|doi\.org\/10\.48550)\//);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
