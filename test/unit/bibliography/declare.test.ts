import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { declareBibliography } from '../../../src/core/bibliography/declare.js';
import { declaredBibliographies } from '../../../src/core/bibliography/declared.js';

/** A document, `▸` where the declaration goes, and what is written there. */
type Case = readonly [languageId: string, path: string, marked: string, declaration: string];

const own = '---\nbibliography: refs.bib\n---\n';
const cases: readonly Case[] = [
  ['markdown', 'n.md', '▸', own],
  ['markdown', 'n.md', '▸# Title\n', `${own}\n`],
  ['markdown', 'n.md', '---\ntitle: T\n▸---\n\nText\n', 'bibliography: refs.bib\n'],
  ['markdown', 'n.md', '---\nabstract: |\n  Long\n▸...\nText', 'bibliography: refs.bib\n'],
  ['markdown', 'n.md', '---\n▸---\n', 'bibliography: refs.bib\n'],
  // A rule, and a table: no front matter.
  ['markdown', 'n.md', '▸---\n\nText\n', `${own}\n`],
  ['markdown', 'n.md', '▸Text\n\n---\nx: y\n---\n', `${own}\n`],
  ['quarto', 'n.qmd', '---\nformat: pdf\n▸---\n', 'bibliography: refs.bib\n'],
  ['rmd', 'n.Rmd', '---\noutput: x\n▸---\n', 'bibliography: refs.bib\n'],
  ['', 'n.myst.md', '▸Text', `${own}\n`],

  [
    'latex',
    'n.tex',
    '\\documentclass{article}\n\\usepackage[style=x]{biblatex}\n▸\\begin{document}\nA\n\\end{document}\n',
    '\\addbibresource{refs.bib}\n',
  ],
  [
    'latex',
    'n.tex',
    '\\documentclass{article}\n\\begin{document}\nA\n▸\\end{document}\n',
    '\\bibliographystyle{plain}\n\\bibliography{refs}\n',
  ],
  [
    'latex',
    'n.tex',
    '\\documentclass{article}\n\\bibliographystyle{alpha}\n\\begin{document}\n▸\\end{document}\n',
    '\\bibliography{refs}\n',
  ],
  [
    'latex',
    'n.tex',
    '\\documentclass{article}\n% \\usepackage{biblatex}\n\\begin{document}\nA\n▸  \\end{document}\n% \\end{document}\n',
    '\\bibliographystyle{plain}\n\\bibliography{refs}\n',
  ],
  [
    'latex',
    'n.tex',
    '\\documentclass{article}\n\\begin{document}\nA\n▸',
    '\n\\bibliographystyle{plain}\n\\bibliography{refs}\n',
  ],

  ['typst', 'n.typ', '▸', '#bibliography("refs.bib")\n'],
  ['typst', 'n.typ', '= Title\n▸', '\n#bibliography("refs.bib")\n'],
  ['typst', 'n.typ', '= Title▸', '\n\n#bibliography("refs.bib")\n'],
  ['typst', 'n.typ', '= Title\n\n▸', '#bibliography("refs.bib")\n'],

  ['org', 'n.org', '▸', '#+bibliography: refs.bib\n'],
  ['org', 'n.org', '▸* Title\n', '#+bibliography: refs.bib\n'],
  ['org', 'n.org', '#+title: T\n#+author: A\n▸\n* One\n#+x: y\n', '#+bibliography: refs.bib\n'],
  ['org', 'n.org', '#+title: T▸', '\n#+bibliography: refs.bib\n'],

  ['asciidoc', 'n.adoc', '▸', ':bibtex-file: refs.bib\n'],
  ['asciidoc', 'n.adoc', '▸Text\n', ':bibtex-file: refs.bib\n\n'],
  ['asciidoc', 'n.adoc', '= Title\n▸\nText\n', ':bibtex-file: refs.bib\n'],
  ['asciidoc', 'n.adoc', '= Title\nA. Author\n:toc: left\n▸\nText\n', ':bibtex-file: refs.bib\n'],
  ['asciidoc', 'n.adoc', '= Title▸', '\n:bibtex-file: refs.bib\n'],

  ['restructuredtext', 'n.rst', 'Title\n=====\n▸', '\n.. bibliography:: refs.bib\n'],
];

function declared(languageId: string, path: string, text: string, bibliography = 'refs.bib') {
  const place = declareBibliography(languageId, path, text, bibliography);
  assert.ok(place, text);
  const lines = text.slice(0, place.offset).split(/\r\n?|\n/);
  assert.deepEqual([place.line, place.character], [lines.length - 1, lines.at(-1)?.length]);
  return { ...place, after: text.slice(0, place.offset) + place.text + text.slice(place.offset) };
}

describe('a bibliography that a document is to name', () => {
  for (const [languageId, path, marked, declaration] of cases) {
    const offset = marked.indexOf('▸');
    const text = marked.replace('▸', '');

    it(`goes where the language has it: ${JSON.stringify(marked)} in ${path}`, () => {
      const place = declared(languageId, path, text);
      assert.deepEqual([place.offset, place.text], [offset, declaration]);
    });

    it(`goes there with the line ends of Windows: ${JSON.stringify(marked)} in ${path}`, () => {
      const crlf = (lines: string) => lines.replaceAll('\n', '\r\n');
      const { after } = declared(languageId, path, crlf(text));
      const expected = marked.replace('▸', declaration);
      // A text of one line does not tell how its lines end.
      assert.equal(after, text.includes('\n') ? crlf(expected) : expected);
    });

    it(`is found there: ${JSON.stringify(marked)} in ${path}`, () => {
      const { after } = declared(languageId, path, text);
      const found = declaredBibliographies(languageId, path, after);
      assert.deepEqual(
        found.map((each) => each.path),
        ['refs.bib'],
      );
    });
  }

  it('goes into the list of LaTeX that names one which is not there', () => {
    const text = '\\documentclass{x}\n% \\bibliography{a}\n\\bibliography{gone}\n\\end{document}\n';
    const { after } = declared('latex', 'n.tex', text);
    assert.equal(after, text.replace('{gone}', '{gone,refs}'));
  });

  it('may have a name that wants quotes, or lie in another folder', () => {
    for (const [languageId, path, text] of [
      ['markdown', 'n.md', ''],
      ['typst', 'n.typ', ''],
      ['org', 'n.org', ''],
      ['asciidoc', 'n.adoc', ''],
      ['latex', 'n.tex', '\\documentclass{x}\\usepackage{biblatex}\n\\begin{document}\n'],
    ] as const) {
      for (const bibliography of ['../lib/my refs.bib', 'a/b/文献.bib', "it's.bib"]) {
        const { after } = declared(languageId, path, text, bibliography);
        const found = declaredBibliographies(languageId, path, after);
        assert.deepEqual(
          found.map((each) => each.path),
          [bibliography],
          after,
        );
      }
    }
  });

  it('does not count the byte order mark', () => {
    const place = declareBibliography('markdown', 'n.md', '\uFEFF---\na: b\n---\n', 'refs.bib');
    assert.deepEqual([place?.offset, place?.line, place?.character], [9, 2, 0]);
  });

  it('has no place in a part of a document, nor in other languages', () => {
    for (const [languageId, path, text] of [
      ['latex', 'chapter.tex', '\\section{One}\n'],
      ['latex', 'chapter.tex', '% \\documentclass{article}\n\\section{One}\n'],
      ['python', 'n.py', ''],
      ['bibtex', 'n.bib', ''],
    ] as const) {
      assert.equal(declareBibliography(languageId, path, text, 'refs.bib'), undefined);
    }
  });
});
