import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { readBibliography } from '../../../../src/core/bibliography/registry.js';
import type { CitedPaper } from '../../../../src/core/citation/citedPaper.js';
import type { ExportOptions } from '../../../../src/core/citation/export/exportFormat.js';
import {
  entryFor,
  exportFormats,
  exportPapers,
} from '../../../../src/core/citation/export/registry.js';
import { attention, paperOf } from '../paperOf.js';

const wavenet: CitedPaper = {
  ...paperOf({
    id: '1609.03499',
    version: 2,
    title: 'WaveNet: $\\mu$-law, $5 & \\{more\\}',
    authors: ['Aäron van den Oord', 'Martin King Jr.', 'DeepMind, Inc.', 'et al.'],
    category: 'cs.SD',
  }),
  abstract: 'First\n  line, "quoted".',
};
const ours = paperOf({ title: 'Ours', authors: ['李明'], doi: '10.1000/x_y', year: 2026 });

function write(format: string, papers: readonly CitedPaper[], options: ExportOptions = {}): string {
  const cites = papers.map((paper, at) => ({ paper, key: `k${String(at + 1)}` }));
  const exported = exportPapers(format, cites, options);
  assert.ok(exported);
  return exported.text;
}

describe('an export', () => {
  it('is a file of its format', () => {
    const names = exportFormats.map(({ name, extension }) => `${name}${extension}`);
    assert.deepEqual(names, [
      'bibtex.bib',
      'biblatex.bib',
      'ris.ris',
      'cslJson.json',
      'hayagriva.yml',
      'csv.csv',
      'markdown.md',
    ]);
    assert.equal(exportPapers('word', []), undefined);
  });

  it('to BibTeX holds entries with a blank line between, in a preset that BibTeX reads', () => {
    const text = write('bibtex', [attention, ours]);
    assert.match(text, /^@misc\{k1,\n[^]*\n\}\n\n@misc\{k2,\n[^]*\n\}\n$/);
    assert.match(write('bibtex', [attention], { preset: 'article' }), /^@article\{/);
    assert.match(write('bibtex', [attention], { preset: 'biblatexOnline' }), /^@misc\{/);
    assert.match(write('biblatex', [attention], { preset: 'article' }), /^@online\{/);
  });

  it('has the suffix of a name without first name, as each format has it', () => {
    const king = paperOf({ id: '2401.00001', title: 'Words', authors: ['King, Jr.'] });
    for (const [format, name] of [
      ['bibtex', 'author = {{King, Jr.}}'],
      ['ris', 'AU  - King, , Jr.'],
      ['cslJson', '"family": "King",\n        "suffix": "Jr."'],
      ['hayagriva', '- name: King\n      suffix: Jr.'],
    ] as const) {
      const text = write(format, [king]);
      assert.ok(text.includes(name), text);
    }
  });

  it('has no formula in dollars within a formula in dollars', () => {
    const tex = 'Paths $\\text{in $G$, $\\alpha$}$ and \\(\\mbox{at $z$}\\), $$\\text{$u$}$$';
    const nested = paperOf({ id: '2401.00001', title: tex, abstract: tex, authors: ['A. B'] });
    for (const { name } of exportFormats) {
      const text = write(name, [nested], { abstract: true });
      assert.doesNotMatch(text, /\$[Gzu]\$|\$\\+alpha/, name);
    }
  });

  it('to RIS has a line for each field and each author', () => {
    const all = { keepVersion: true, abstract: true, keywords: true, note: true, arxivDoi: true };
    assert.equal(
      write('ris', [wavenet, ours], all),
      `TY  - UNPB
ID  - k1
TI  - WaveNet: $\\mu$-law, $5 & {more}
AU  - van den Oord, Aäron
AU  - King, Martin, Jr.
AU  - DeepMind, Inc.
PY  - 2016
PB  - arXiv
M1  - arXiv:1609.03499v2
DO  - 10.48550/arXiv.1609.03499
UR  - https://arxiv.org/abs/1609.03499v2
KW  - cs.SD
N1  - arXiv:1609.03499v2 [cs.SD]
AB  - First line, "quoted".
ER  - \n
TY  - GEN
ID  - k2
TI  - Ours
AU  - 李明
PY  - 2026
DO  - 10.1000/x_y
UR  - https://doi.org/10.1000/x_y
ER  - \n`,
    );
  });

  it('to CSL-JSON has names in their parts', () => {
    assert.deepEqual(JSON.parse(write('cslJson', [wavenet, ours])), [
      {
        id: 'k1',
        type: 'article',
        title: 'WaveNet: $\\mu$-law, $5 & {more}',
        author: [
          { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' },
          { family: 'King', given: 'Martin', suffix: 'Jr.' },
          { literal: 'DeepMind, Inc.' },
        ],
        issued: { 'date-parts': [[2016]] },
        publisher: 'arXiv',
        number: 'arXiv:1609.03499',
        URL: 'https://arxiv.org/abs/1609.03499',
      },
      {
        id: 'k2',
        type: 'document',
        title: 'Ours',
        author: [{ literal: '李明' }],
        issued: { 'date-parts': [[2026]] },
        DOI: '10.1000/x_y',
        URL: 'https://doi.org/10.1000/x_y',
      },
    ]);
    assert.equal(write('cslJson', []), '[]\n');
  });

  it('to Hayagriva has arXiv as serial number and as parent', () => {
    const text = write('hayagriva', [wavenet, ours]);
    assert.match(text, /^k1:\n {2}type: article\n[^]*\n\nk2:\n {2}type: misc\n/);
    assert.deepEqual(parseYaml(text), {
      k1: {
        type: 'article',
        title: 'WaveNet: $\\mu$-law, \\$5 & \\{more\\}',
        author: ['van den Oord, Aäron', 'King, Martin, Jr.', { name: 'DeepMind, Inc.' }],
        date: 2016,
        url: 'https://arxiv.org/abs/1609.03499',
        'serial-number': { serial: 'arXiv:1609.03499', arxiv: '1609.03499' },
        parent: { type: 'repository', title: 'arXiv' },
      },
      k2: {
        type: 'misc',
        title: 'Ours',
        author: ['李明'],
        date: 2026,
        url: 'https://doi.org/10.1000/x_y',
        'serial-number': { doi: '10.1000/x_y' },
      },
    });
  });

  it('to CSV quotes what RFC 4180 wants quoted, and names its columns', () => {
    const [head, first, second, end] = write('csv', [wavenet, ours], { abstract: true }).split(
      '\r\n',
    );
    assert.equal(head, 'key,title,authors,year,arxiv,category,doi,url,abstract');
    assert.equal(
      first,
      'k1,"WaveNet: $\\mu$-law, $5 & {more}",' +
        '"van den Oord, Aäron; King, Martin, Jr.; DeepMind, Inc.; et al.",' +
        '2016,1609.03499,cs.SD,,https://arxiv.org/abs/1609.03499,"First line, ""quoted""."',
    );
    assert.equal(second, 'k2,Ours,李明,2026,,,10.1000/x_y,https://doi.org/10.1000/x_y,');
    assert.equal(end, '');
  });

  for (const title of [
    ...['=HYPERLINK("x")', '+1', '-2+3', '@SUM(A1)', '＝1', '﹢1', '−1', '\t=1', '\r=1', ' =1'],
    ...['\ufeff=1', '\u00a0=1', '\u200b=1', '\u2060\u00ad=1', '\u202e=1', '\u0301=1'],
    ...['"=1"', "'=1", '“=1', '|=1', '%=1'],
  ]) {
    it(`to CSV lets no spreadsheet compute ${JSON.stringify(title)}`, () => {
      const [, row = ''] = write('csv', [paperOf({ title })]).split('\r\n');
      assert.match(row, /^k1,"?'/);
    });
  }

  it('to CSV lets none compute what a semicolon parts from the rest of its cell', () => {
    const authors = ['Ann Lee', '@SUM(A1)'];
    const [, row = ''] = write('csv', [paperOf({ title: 'a;=1;b; c', authors })]).split('\r\n');
    assert.equal(row, 'k1,a;\'=1;b; c,"Lee, Ann;\' @SUM(A1)",,,,,');
  });

  it('to a Markdown list links each paper by its title', () => {
    assert.equal(
      write('markdown', [
        attention,
        ours,
        paperOf({ title: 'A_b [c](d) <e>' }),
        paperOf({ title: '1. # x' }),
      ]),
      '- [Attention Is All You Need](https://arxiv.org/abs/1706.03762), Vaswani et al., 2017\n' +
        '- [Ours](https://doi.org/10.1000/x_y), 李明, 2026\n' +
        '- A\\_b \\[c\\](d) \\<e\\>\n' +
        '- 1\\. # x\n',
    );
  });

  const nasty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('aB {}\\$%&,;"\'@=#:-[]<>*_|`\n\té李')),
      fc.constantFrom(' and ', '$x_1$', '- ', '---', '# ', '\u2028', '\u0000', 'null', '2024'),
    ),
    maxLength: 25,
  });
  const papers = fc.array(
    fc.record({ title: nasty, authors: fc.array(nasty, { maxLength: 3 }), abstract: nasty }),
    { minLength: 1, maxLength: 3 },
  );

  it('holds every paper under its key, whatever titles and authors hold', () => {
    fc.assert(
      fc.property(papers, (texts) => {
        const made = texts.map((text, at) => ({
          ...paperOf({ ...text, id: `2401.0001${String(at)}` }),
          abstract: text.abstract,
        }));
        for (const format of ['bibtex', 'biblatex', 'ris', 'cslJson', 'hayagriva']) {
          const text = write(format, made, { abstract: true });
          const extension = exportPapers(format, [])?.extension ?? '';
          const { entries, problems } = readBibliography(`a${extension}`, text);
          assert.deepEqual(problems, [], text);
          assert.deepEqual(
            entries.map(({ key, arxivId }) => [key, arxivId]),
            made.map(({ id }, at) => [`k${String(at + 1)}`, id]),
            text,
          );
        }
        assert.equal(write('csv', made).split('\r\n').length, made.length + 2);
      }),
      { numRuns: 300 },
    );
  });

  it('to a Markdown list is one list with one link a paper, whatever titles hold', () => {
    const markdown = new MarkdownIt();
    fc.assert(
      fc.property(papers, (texts) => {
        const made = texts.map(({ title, authors }) =>
          // Formulas are for whoever renders them.
          paperOf({ title: `T ${title.replaceAll('$', '')}`, authors, id: '2401.00001' }),
        );
        const html = markdown.render(write('markdown', made));
        assert.equal(html.split('<li>').length, made.length + 1, html);
        assert.equal(html.split('<a href="https://arxiv.org/abs/').length, made.length + 1, html);
        assert.equal(html.split('<a ').length, made.length + 1, html);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an entry for a bibliography', () => {
  it('is in the format of the bibliography, or there is none', () => {
    assert.match(entryFor('bibtex', attention, 'k') ?? '', /^@misc\{k,/);
    assert.match(entryFor('hayagriva', attention, '2401.01') ?? '', /^"2401\.01":\n {2}type: /);
    assert.match(entryFor('cslJson', attention, 'k') ?? '', /^\{\n {2}"id": "k",/);
    assert.equal(entryFor('ris', attention, 'k'), undefined);
    assert.equal(entryFor('cslYaml', attention, 'k'), undefined);
  });
});
