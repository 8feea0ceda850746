import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { documentDeclarations } from '../../../../src/core/bibliography/declared.js';
import { Lines } from '../../../../src/core/lines.js';
import { assertInside } from '../../support/formatLaws.js';

/** Pieces of all languages, from which texts are made that nobody has written. */
const pieces = [
  ...['\\input', '\\import', '{', '}', '[', ']', 'a.tex', '\\bibliography', '\\bibliographyown'],
  ...['\\begin{refsection}', '\\addbibresource', '\\newcites', '\\def\\a', '\\subfix', '\\a', '"'],
  ...['% !TEX root = ', '\\documentclass', 'subfiles', '\\verb|', '\\iffalse', '\\end{document}'],
  ...['#bibliography(', '(', ')', ',', 'bib: ', '#let b = ', '#import ', '/*', '`', '"x.bib"'],
  ...['---\n', 'bibliography: ', 'metadata-files: ', 'scholar:\n', '  source: x\n', 'project:\n'],
  ...['{{< include ', '>}}', '```{r child=', 'c(', '#+include: ', 'include::', '\n', ' ', '../'],
];
const names = ['a.tex', 'a.sty', 'a.typ', 'a.qmd', 'a.Rmd', 'a.org', 'a.adoc', 'a.yml', 'myst.yml'];

describe('what a document says of its project', () => {
  it('is read of any text, and its places lie in it', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...names), (parts, name) => {
        const text = parts.join('');
        const lines = new Lines(text);
        for (const { range } of documentDeclarations('', name, text).bibliographies) {
          assertInside(lines, range);
        }
      }),
    );
  });

  const written: readonly (readonly [name: string, text: string, shown: readonly string[]])[] = [
    ['a.tex', '\\bibliography{ a, \\subfix{b} ,"c d"}', ['a', '\\subfix{b}', '"c d"']],
    ['a.tex', '\\addbibresource[label=x]{ \\main/x.bib }', ['\\main/x.bib']],
    ['a.tex', '\\putbib[a,b]\\begin{refsection}[c.bib]', ['a', 'b', 'c.bib']],
    [
      'a.typ',
      '#bibliography(refs)\n#show: t.with(bib: ("a.bib", "b.yml"))',
      ['refs', 'a.bib', 'b.yml'],
    ],
    ['_config.yml', 'scholar:\n  bibliography: "papers"\n', ['papers']],
  ];
  for (const [name, text, shown] of written) {
    it(`has its place in ${JSON.stringify(text)}`, () => {
      const { bibliographies } = documentDeclarations('', name, text);
      const lines = text.split('\n');
      assert.deepEqual(
        bibliographies.map(({ range: { startLine, startCharacter, endCharacter } }) =>
          lines[startLine]?.slice(startCharacter, endCharacter),
        ),
        shown,
      );
    });
  }
});
