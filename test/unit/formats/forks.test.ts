import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const madeUp = 'This abstract was made up for a test.';

/** An entry in the words of upstream's template; the texts are made up. */
function entry(header: string, labels: string, abstract = madeUp): string {
  return `${header}\n\n${labels}\n\n<details>\n  <summary>Details</summary>\n\nAbstract: ${abstract}\n\n</details>\n\n`;
}

describe('what a fork may do to an entry', () => {
  const header = '### [1] [A Title](https://arxiv.org/abs/2601.00001)\n*Ada Example*';

  it('give it labels of its own, in bold and quoted, and say N/A', () => {
    const labels = [
      '**Keywords:** one, two',
      '**Comment:** None',
      '> **TL;DR:** Short.',
      '**Techniques:** N/A',
      '**Main Theorems:** A theorem.',
      '> **摘要翻译:** 编写的。\n> 第二行。',
    ].join('\n\n');
    const digest = new ReadDocument('2026-01-02.md', entry(header, labels));
    assert.deepEqual(digest.body(0), {
      summary: { label: 'TL;DR', text: 'Short.' },
      fields: [
        { label: 'Keywords', text: 'one, two' },
        { label: 'Techniques', text: '', failed: true },
        { label: 'Main Theorems', text: 'A theorem.' },
        { label: '摘要翻译', text: '编写的。\n第二行。' },
      ],
      abstract: madeUp,
    });
  });

  it('leave its category to a heading that links nowhere', () => {
    const text = [
      '## Computation and Language [cs.CL]\n',
      entry(header, 'TL;DR: Short.'),
      '---\n\n## Other Things\n',
      entry(header.replace('00001', '00002'), 'TL;DR: Short.', `${madeUp}\n## Not a section`),
      entry(header.replace('00001', '00003'), 'TL;DR: Short.'),
    ].join('\n');
    const digest = new ReadDocument('2026-01-02.md', text);
    assert.deepEqual(
      digest.entries.map(({ id, category }) => [id, category]),
      [
        ['2601.00001', 'cs.CL'],
        ['2601.00002', 'Other Things'],
        ['2601.00003', 'Other Things'],
      ],
    );
    assert.equal(digest.body(1).abstract, `${madeUp}\n## Not a section`);
  });

  it('break its title by a lone CR', () => {
    const broken = header.replace('A Title', 'The $\rho$ of a Title');
    const digest = new ReadDocument('2026-01-02.md', entry(broken, 'TL;DR: Short.'));
    assert.equal(digest.entry(0).title, 'The $ ho$ of a Title');
    assert.deepEqual(digest.entry(0).authors, ['Ada Example']);
    assert.equal(digest.body(0).summary?.text, 'Short.');
    digest.assertRanges();
  });

  it('pass on an abstract as HTML, which stays as it is written', () => {
    const html = 'CO<sub>2</sub> at <a href="https://example.org">this\nURL</a> &amp; x < y';
    const digest = new ReadDocument('2026-01-02.md', entry(header, 'TL;DR: Short.', html));
    assert.equal(digest.body(0).abstract, html);
  });

  it('have no authors, a PDF for a link, or an older version', () => {
    const pdf = '### [1] [A Title](https://arxiv.org/pdf/2601.00001v2)\n**';
    const digest = new ReadDocument('2026-01-02.md', entry(header, '') + entry(pdf, 'TL;DR: S.'));
    assert.deepEqual(
      digest.entries.map(({ id, version, authors }) => [id, version, authors]),
      [
        ['2601.00001', undefined, ['Ada Example']],
        ['2601.00001', 2, []],
      ],
    );
  });

  it('promise a number of papers in its own words', () => {
    const toc = '# AI-Enhanced arXiv Daily 2026-01-02\n\n- [cs.CL](#cscl) (2 篇)\n\n## cs.CL\n\n';
    const digest = new ReadDocument('2026-01-02.md', toc + entry(header, 'TL;DR: Short.'));
    assert.deepEqual(digest.document.problems, [
      { kind: 'tocMismatch', line: 2, args: ['cs.CL', 2, 1] },
    ]);
  });
});
