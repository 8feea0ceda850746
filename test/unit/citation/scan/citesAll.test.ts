import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { citesAll } from '../../../../src/core/citation/scan/citesAll.js';
import { assertLinear } from '../../support/cost.js';

const all: readonly (readonly [string, string])[] = [
  ['a.tex', '\\nocite{*}'],
  ['a.tex', 'Text \\nocite{a, *}\n\\bibliography{x}'],
  ['a.tex', '\\nocitebooks{ * }'],
  ['a.Rnw', '\\nocite{*}'],
  ['a.md', '---\nnocite: "@*"\n---\n'],
  ['a.md', '---\ntitle: T\nnocite: |\n  @*\nbibliography: x.bib\n---\n'],
  ['a.md', '---\nnocite: |\n  @a, @*\n---\n'],
  ['a.qmd', "---\nnocite: '@*'\n---\n"],
  ['a.qmd', 'Text\n\n\\nocite{*}\n'],
  ['a.md', '{% bibliography %}'],
  ['a.md', '{% bibliography --file papers %}'],
  ['a.md', '```{bibliography} x.bib\n:style: plain\n:all:\n```\n'],
  ['a.org', '[cite/nocite:@*]'],
  ['a.org', '[cite/n:@*]'],
  ['a.typ', '#bibliography("x.bib", full: true)'],
  ['a.typ', '#bibliography(\n  ("a.bib", "b.yml"),\n  full: true,\n)'],
  ['a.rst', '.. bibliography:: x.bib\n   :style: plain\n   :all:\n'],
];
const some: readonly (readonly [string, string])[] = [
  ['a.tex', '\\nocite{a, b}\\bibliography{x}'],
  ['a.tex', '% \\nocite{*}'],
  ['a.tex', '\\begin{comment}\\nocite{*}\\end{comment}'],
  ['a.md', '---\nnocite: "@a"\nbibliography: x.bib\n---\n\nA @* star.'],
  ['a.md', '`\\nocite{*}` takes in all.'],
  ['a.md', '{% bibliography --cited %}'],
  ['a.md', '```{bibliography} x.bib\n```\n:all:\n'],
  ['a.typ', '#bibliography("x.bib", full: false)'],
  ['a.typ', '#bibliography("x.bib")\n#text(full: true)'],
  ['a.typ', '// #bibliography("x.bib", full: true)'],
  ['a.rst', '.. bibliography:: x.bib\n   :cited:\n\n   :all:\n'],
  ['a.bib', '@misc{a, note = {\\nocite{*}}}'],
];

describe('a document that cites everything', () => {
  for (const [path, text] of all) {
    it(`${path}: ${JSON.stringify(text)}`, () => assert.ok(citesAll(text, '', path)));
  }
  for (const [path, text] of some) {
    it(`is not ${path}: ${JSON.stringify(text)}`, () => assert.ok(!citesAll(text, '', path)));
  }

  for (const piece of [
    'nocite:\n ',
    '\\nocite{a,',
    '\\nocite{a, b,, ',
    'bibliography(x(',
    'bibliography((a)',
    '.. bibliography::\n :a:\n',
    '```{bibliography}\n:a:\n',
    '{% bibliography ',
    '[cite/n/',
  ]) {
    for (const path of ['a.tex', 'a.md', 'a.typ', 'a.org', 'a.rst']) {
      it(`is looked for in time: ${JSON.stringify(piece)} in ${path}`, () => {
        const text = (length: number) =>
          `nocite bibliography ${piece.repeat(Math.ceil(length / piece.length))}`;
        assertLinear(path, text, (each) => void citesAll(each, '', path));
      });
    }
  }
});
