import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { citationSyntax } from '../../../../src/core/citation/syntaxes.js';
import { attention } from '../paperOf.js';
import { keysOf, languages, paths, type Language } from './support.js';

/** What citations.md 7 says of a language, a row each; `odd` is a key that needs care somewhere. */
interface Conventions {
  readonly single: string;
  readonly several: string;
  readonly narrative: string;
  readonly odd: string;
  /** With words before and a page behind, as a person completes what was inserted. */
  readonly prenote: string;
}

const odd = 'a+b';
const pandoc: Conventions = {
  single: '[@a2017b]',
  several: '[@a2017b; @2401.01234]',
  narrative: '@a2017b',
  odd: '[@a+b]',
  prenote: '[see @a2017b, p. 3]',
};

const table: Readonly<Record<Language, Conventions>> = {
  markdown: pandoc,
  quarto: pandoc,
  rmd: pandoc,
  latex: {
    single: '\\citep{a2017b}',
    several: '\\citep{a2017b,2401.01234}',
    narrative: '\\citet{a2017b}',
    odd: '\\citep{a+b}',
    prenote: '\\citep[see][p.~3]{a2017b}',
  },
  typst: {
    single: '@a2017b',
    several: '@a2017b @2401.01234',
    narrative: '#cite(<a2017b>, form: "prose")',
    odd: '#cite(label("a+b"))',
    prenote: '@a2017b[see p. 3]',
  },
  org: {
    single: '[cite:@a2017b]',
    several: '[cite:@a2017b;@2401.01234]',
    narrative: '[cite/t:@a2017b]',
    odd: '[cite:@a+b]',
    prenote: '[cite:see @a2017b p. 3]',
  },
  restructuredtext: {
    single: ':cite:p:`a2017b`',
    several: ':cite:p:`a2017b,2401.01234`',
    narrative: ':cite:t:`a2017b`',
    odd: ':cite:p:`a+b`',
    prenote: ':cite:p:`{see}a2017b`',
  },
  myst: {
    single: '{cite:p}`a2017b`',
    several: '{cite:p}`a2017b,2401.01234`',
    narrative: '{cite:t}`a2017b`',
    odd: '{cite:p}`a+b`',
    prenote: '{cite:p}`{see}a2017b`',
  },
  asciidoc: {
    single: 'cite:[a2017b]',
    several: 'cite:[a2017b,2401.01234]',
    narrative: 'citenp:[a2017b]',
    odd: 'cite:[a+b]',
    prenote: 'cite:[a2017b(3)]',
  },
};

describe('a citation by the conventions of its language', () => {
  for (const language of languages) {
    const { single, several, narrative, odd: oddOne, prenote } = table[language];
    const syntax = citationSyntax(language, paths[language], {
      markdown: 'pandoc',
      latexCommand: 'citep',
    });
    const write = (keys: readonly string[], inSentence = false) =>
      syntax.format(
        keys.map((key) => ({ key, paper: attention })),
        { narrative: inSentence },
      );
    const both = ['a2017b', '2401.01234'];

    it(`is written so, and read back with a note around its key: ${language}`, () => {
      assert.equal(write(['a2017b']), single);
      assert.equal(write(both), several);
      assert.equal(write(['a2017b'], true), narrative);
      assert.equal(write([odd]), oddOne);
      assert.deepEqual(keysOf(language, single), ['a2017b']);
      assert.equal(keysOf(language, several).join(' '), both.join(' '));
      assert.deepEqual(keysOf(language, narrative), ['a2017b*']);
      assert.deepEqual(keysOf(language, oddOne), [odd]);
      assert.deepEqual(keysOf(language, prenote), ['a2017b']);
    });
  }
});
