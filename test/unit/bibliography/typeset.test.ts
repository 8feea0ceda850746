import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkBibliography } from '../../../src/core/bibliography/entryChecks.js';
import { documentDeclarations } from '../../../src/core/bibliography/declared.js';
import { takesEntries } from '../../../src/core/bibliography/holding.js';
import { withMadeLists } from '../../../src/core/bibliography/madeLists.js';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';

const folder = path.resolve('test/fixtures/typeset');

function fixture(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

const attention = 'Attention is all you need';

/** What is told of each reference of a file: title, authors, year, arXiv id, DOI. */
type Told = readonly [
  key: string,
  title: string | undefined,
  authors: string,
  year: number | undefined,
  id?: string | undefined,
  doi?: string | undefined,
];

const files: Readonly<Record<string, readonly Told[]>> = {
  'plainnat.bbl': [
    [
      'ackermann2026hla',
      'HLA: Hadamard linear attention',
      'H. Ackermann; H. Cai; M. Ghafoorian; A. Habibian',
      ...([2026, '2602.12128'] as const),
    ],
    [
      'mueller:2019',
      'On $\\ell_1$ and other norms: 100% of them',
      'Jörg Müller; Ana Núñez',
      ...([2019, undefined, '10.1000/182_3'] as const),
    ],
    ['team/2021', 'A Book of Samples', 'The Sample Team', 2021],
  ],
  'revtex.bbl': [
    [
      'Ageev:2026',
      'Neural network quantum field theory',
      'D. S. Ageev; Y. A. Ageeva',
      ...([2026, '2602.10209', '10.1000/prl.1'] as const),
    ],
    ['Feynman1948', undefined, '', 1948],
  ],
  'biber.bbl': [
    [
      'menon2026',
      'Implicit regularization of Langevin dynamics: with $\\alpha$-stable noise',
      'Govind B. Menon; Aäron van den Oord',
      ...([2026, '2602.12257'] as const),
    ],
    ['sample2020', 'A Sample', 'Sam Sample', 2020, undefined, '10.1000/abc_1'],
  ],
  'styles.tex': [
    ['ieee', attention, 'A. Vaswani; N. Shazeer', 2017],
    ['springer', attention, 'A. Vaswani; N. Shazeer; N. Parmar', 2017, '1706.03762'],
    ['siam', attention, 'A. Vaswani; N. Shazeer', 2017],
    ['hand', undefined, '', 1987],
    ['elsevier', undefined, '', 2017, '1706.03762', '10.1000/xyz123'],
    ['acm', attention, 'Ashish Vaswani; Noam Shazeer', 2017],
    ['apacite', attention, 'A. Vaswani; N. Shazeer', 2017],
    ['harvard', undefined, '', 2017],
  ],
};

describe('References that are typeset already', () => {
  for (const [name, expected] of Object.entries(files)) {
    it(`are read with what they tell: ${name}`, () => {
      const { entries, problems } = readBibliography(name, fixture(name));
      const told = entries.map(({ key, title, authors, year, arxivId, doi }): Told => [
        ...([key, title, authors.join('; '), year, arxivId, doi] as const),
      ]);
      assert.deepEqual(
        told,
        expected.map(([key, title, authors, year, id, doi]) => [
          key,
          title,
          authors,
          year,
          id,
          doi,
        ]),
      );
      assert.deepEqual(problems, []);
    });

    it(`have their keys where the text has them: ${name}`, () => {
      const text = fixture(name);
      const lines = new Lines(text);
      for (const { key, keyRange, range } of readBibliography(name, text).entries) {
        assert.equal(lines.sliceRange(keyRange), key);
        assert.match(lines.sliceRange(range), /^\\(?:bibitem|harvarditem|entry)/);
      }
    });
  }

  it('say the whole reference where nothing tells its title', () => {
    const { entries } = readBibliography('styles.tex', fixture('styles.tex'));
    const texts = new Map(entries.map(({ key, text }) => [key, text]));
    assert.equal(texts.get('hand'), 'W. Rudin, Real and complex analysis, McGraw-Hill, 1987.');
    assert.equal(
      texts.get('elsevier'),
      'A. Vaswani, N. Shazeer, Attention is all you need, CoRR abs/1706.03762 (2017). https://doi.org/10.1000/xyz123',
    );
  });

  for (const [what, text] of [
    ['a definition', '\\let\\old\\bibitem\n\\renewcommand{\\bibitem}[2][]{\\old{#2}}'],
    ['a comment', '% \\bibitem{a} A.'],
    ['verbatim text', '\\verb|\\bibitem{a}| \\begin{verbatim}\n\\bibitem{a}\n\\end{verbatim}'],
    ['what is switched off', '\\iffalse \\bibitem{a} A. \\fi'],
    ['what follows the document', '\\end{document}\n\\bibitem{a} A.'],
  ] as const) {
    it(`are none in ${what}`, () => assert.deepEqual(readBibliography('a.tex', text).entries, []));
  }

  it('take no entries, and nothing is told of them', () => {
    for (const [name, text] of [
      ['a.tex', '\\bibitem{a} arXiv:2401.00001\n\\bibitem{b} arXiv:2401.00001\n\\bibitem{a} x'],
      ['a.bbl', fixture('plainnat.bbl')],
    ] as const) {
      assert.deepEqual(checkBibliography(readBibliography(name, text)), []);
      assert.equal(takesEntries(name, 'works', false), false);
      assert.equal(takesEntries(name, 'nothing', true), false);
    }
  });

  it('are read without an exception, whatever they are', () => {
    const piece = fc.constantFrom(
      ...[
        '\\bibitem',
        '[',
        ']',
        '{',
        '}',
        'k',
        ',',
        '\n',
        '%',
        '$',
        '\\newblock ',
        '``',
        "''",
        ': ',
      ],
      ...[
        '\\entry',
        '{k}',
        '{article}',
        '{}',
        '\\name{author}{1}{}{%\n',
        '{{hash=a}{%\nfamily={F}}}',
      ],
      ...[
        '\\field{title}{T}',
        '\\verb{doi}\n\\verb 10.1000/1\n',
        '\\endentry',
        '\\emph{',
        '~',
        '\\',
      ],
      ...[
        '\\end{thebibliography}',
        'A. B.',
        '2017',
        '(2017)',
        '\\href{u}',
        '\\url{',
        'arXiv:2401.00001',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom('.bbl', '.tex'),
        (pieces, end) => {
          const text = pieces.join('');
          for (const { keyRange, key } of readBibliography(`a${end}`, text).entries) {
            assert.equal(new Lines(text).sliceRange(keyRange), key);
          }
        },
      ),
    );
  });

  for (const [what, end, unit] of [
    ['references', '.tex', '\\bibitem[A(2020)]{k} A.~Ada and B.~Bea.\n\\newblock {T}itle $x$.\n'],
    ['references that do not end', '.tex', '\\bibitem[{k '],
    ['open brackets', '.tex', '\\bibitem['],
    ['one reference', '.tex', 'A.~Ada, {\\em T} \\href{u}{\\url{x}} '],
    ['blanks', '.tex', '\\bibitem   \n   '],
    ['blanks in a reference', '.tex', ' '],
    ['italics', '.tex', '\\bibitem{k} \\emph{a {b} '],
    [
      'entries of biber',
      '.bbl',
      '\\entry{k}{misc}{}\n\\name{author}{1}{}{%\n{{hash=a}{%\nfamily={F}}}}\n\\field{title}{T}\n\\endentry\n',
    ],
    [
      'names that do not end',
      '.bbl',
      '\\endentry\n\\entry{k}{misc}{}\n\\name{author}{1}{}{%\n{{hash=a}{',
    ],
    ['fields without an entry', '.bbl', '\\field{a}{b}\n\\endentry\n'],
  ] as const) {
    it(`are read in linear time: ${what}`, () => {
      const head = / reference$/.test(what) ? '\\bibitem{k} ' : '';
      assertLinear(
        what,
        (length) => `${head}${unit.repeat(length / unit.length)}x`,
        (text) => void readBibliography(`a${end}`, text),
      );
    });
  }
});

describe('The typeset lists that a LaTeX text names', () => {
  for (const [text, expected] of [
    ['\\documentclass{article}\n', 'made main.bbl'],
    ['\\bibliography{refs}\n', 'made main.bbl'],
    ['\\addbibresource{refs.bib}\n', 'made main.bbl'],
    ['\\input{main.bbl}\n', 'taken main.bbl'],
    ['\\input main.bbl\n\\input{\\jobname.bbl}', 'taken main.bbl, taken main.bbl'],
    ['% \\input{main.bbl}\n', ''],
    ['\\bibitem{a} A.\n', 'own main.tex'],
    ['A chapter.\n', ''],
  ] as const) {
    it(`${JSON.stringify(text)}: ${expected}`, () => {
      const { typeset: named = [] } = documentDeclarations('latex', '/home/main.tex', text);
      const shown = named.map(({ path: name, typeset = '' }) => `${typeset} ${name}`.trim());
      assert.equal(shown.join(', '), expected);
    });
  }

  const bib = { name: 'refs.bib', missing: false };
  const missing = { name: 'more.bib', missing: true };
  const made = { name: 'main.bbl', missing: false, typeset: 'made' } as const;
  const own = { name: 'main.tex', missing: false, typeset: 'own' } as const;
  for (const [named, counted] of [
    [[bib, made], 'refs.bib'],
    [[missing, made], 'main.bbl'],
    [[bib, missing, made], 'refs.bib main.bbl'],
    [[bib, missing], 'refs.bib more.bib'],
    [[made], 'main.bbl'],
    [[own, made], 'main.tex'],
    [[own, missing, made], 'main.tex main.bbl'],
    [[own, bib], 'main.tex refs.bib'],
  ] as const) {
    it(`of ${named.map(({ name }) => name).join(', ')} count ${counted}`, () => {
      const found = withMadeLists<(typeof named)[number]>(named);
      assert.equal(found.map(({ name }) => name).join(' '), counted);
    });
  }
});
