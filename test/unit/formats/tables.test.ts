import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const head = '|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n';
const row = (title: string): string =>
  `|**2026-01-02**|**${title}**|Ada Example et.al.|[2601.00001v2](http://arxiv.org/abs/2601.00001v2)|null|\n`;

describe('tables of cv-arxiv-daily', () => {
  it('are dated by their heading, whatever the name of the file', () => {
    const digest = new ReadDocument(
      'README.md',
      `## Updated on 2026.01.03\n\n## A\n\n${head}${row('B')}`,
    );
    assert.deepEqual(digest.digest.date, {
      value: '2026-01-03',
      precision: 'day',
      source: 'content',
    });
    assert.equal(digest.entry(0).category, 'A');
  });

  it('may have bars in their titles', () => {
    for (const [written, title] of [
      ['The $P(X|Y)$ of a Title', 'The $P(X|Y)$ of a Title'],
      ['Norms $\\|x\\|$', 'Norms $|x|$'],
      ['One | Two | Three', 'One | Two | Three'],
    ] as const) {
      const digest = new ReadDocument('README.md', `## A\n\n${head}${row(written)}`);
      assert.equal(digest.entry(0).title, title);
      assert.deepEqual(digest.entry(0).authors, ['Ada Example']);
      assert.deepEqual(digest.body(0), { fields: [] });
      assert.equal(digest.name(digest.entry(0)), '2601.00001v2');
    }
  });

  it('tell of a row that is cut off', () => {
    const cut = row('B').slice(0, 30);
    const digest = new ReadDocument('README.md', `## A\n\n${head}${row('B')}${cut}`);
    assert.equal(digest.entries.length, 1);
    assert.deepEqual(
      digest.document.problems.map(({ kind, line }) => [kind, line]),
      [['entryCutOff', 5]],
    );
  });
});

describe('tables of DailyArXiv', () => {
  it('keep the bars and signs of an abstract', () => {
    const table = [
      '## Topic',
      '| **Title** | **Date** | **Abstract** | **Comment** |',
      '| --- | --- | --- | --- |',
      '| **[A | B](https://arxiv.org/abs/2601.00001v1)** | 2026-01-02 | <details><summary>Show</summary><p>The $P(X|Y)$ of x <y &amp; <search> z.</p></details> | <details><summary>9 pag...</summary><p>9 pages</p></details> |',
    ].join('\n');
    const digest = new ReadDocument('README.md', table);
    assert.equal(digest.entry(0).title, 'A | B');
    assert.deepEqual(digest.body(0), {
      fields: [],
      abstract: 'The $P(X|Y)$ of x <y & <search> z.',
      comment: '9 pages',
    });
  });
});

describe('a table is not taken for a digest', () => {
  const url = 'https://arxiv.org/abs/2601.00001';
  const others: Readonly<Record<string, string>> = {
    'when it lists results': `|Method|Paper|\n|---|---|\n|Ours|[2601.00001](${url})|\n`,
    'when it lists papers without days': `| Title | Date |\n|---|---|\n| [A Title](${url}) | soon |\n`,
    'when it lists talks': `| Title | Date |\n|---|---|\n| [A Talk](https://example.org) | 2026-01-02 |\n`,
    'when its papers are none of arXiv’s': head + '|**2026-01-02**|**A**|B et.al.|[x](y)|null|\n',
    'when it is a list of dates':
      '- 2026-01-02, **Release**, fixed a fault\n- 2026-01-03, see ${url}\n',
    'when it has no rows': head,
  };
  for (const [name, text] of Object.entries(others)) {
    it(name, () => assert.equal(new ReadDocument('README.md', text).document.digest, undefined));
  }
});
