import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { rewriteReferences } from '../../../../src/core/bibliography/entryReferences.js';
import { rewriteKeys } from '../../../../src/core/citation/scan/rewriteKeys.js';
import { citationSyntax, type Cite } from '../../../../src/core/citation/syntaxes.js';
import { Lines } from '../../../../src/core/lines.js';
import { attention } from '../paperOf.js';
import { rewritten } from './rewritten.js';
import { languages, paths, scan, type Language } from './support.js';

/** Makes `b` and `c` into `a`. */
function merged(language: Language, text: string, keys: readonly string[] = ['b', 'c']): string {
  const lines = new Lines(text);
  return rewritten(lines, rewriteKeys(lines, language, paths[language], keys, 'a'));
}

const pandoc: readonly (readonly [before: string, after: string])[] = [
  ['[@a; @b]', '[@a]'],
  ['[@b; @a]', '[@a]'],
  ['[@b; @c]', '[@a]'],
  ['[@x; @b; @y; @c; @z]', '[@x; @a; @y; @z]'],
  ['[@b; @c; @a; @x]', '[@a; @x]'],
  ['[@a; @b; @b; @x]', '[@a; @x]'],
  ['[@{a}; @{b} ; @{x--y}]', '[@{a} ; @{x--y}]'],
  ['[@{x--y}; @b; @a]', '[@{x--y}; @a]'],
  ['[@a;\n@b; @x]', '[@a; @x]'],
  ['[see @x, p. 3; @b; also @a]', '[see @x, p. 3; also @a]'],
  ['[@a, p. 3; @b]', '[@a, p. 3]'],
  ['@a [p. 3; @b]', '@a [p. 3]'],
  // Something is said with each.
  ['[@a; @b, p. 3]', '[@a; @a, p. 3]'],
  ['[@a; see @b]', '[@a; see @a]'],
  ['[@a; -@b]', '[@a; -@a]'],
  ['[@b, p. 3; @c]', '[@a, p. 3]'],
  ['[@a and @b]', '[@a and @a]'],
  // Not in one citation.
  ['[@b] and [@a]', '[@a] and [@a]'],
  ['@b; @c', '@a; @a'],
  ['[[@b]]', '[[@a]]'],
];

const roles: typeof pandoc = [
  [':cite:p:`a,b`', ':cite:p:`a`'],
  [':cite:p:`b, c, x`', ':cite:p:`a, x`'],
  [':cite:p:`{see}a{p. 3, 4},b`', ':cite:p:`{see}a{p. 3, 4}`'],
  [':cite:p:`a,b{p. 3}`', ':cite:p:`a,a{p. 3}`'],
];

const table: Readonly<Record<Language, typeof pandoc>> = {
  markdown: pandoc,
  quarto: pandoc,
  rmd: pandoc,
  myst: [
    ...pandoc,
    ...roles.map(([before, after]) => {
      const inMyst = (text: string) => text.replace(':cite:p:', '{cite:p}');
      return [inMyst(before), inMyst(after)] as const;
    }),
  ],
  restructuredtext: roles,
  latex: [
    ['\\cite{a,b}', '\\cite{a}'],
    ['\\citep[see][p.~3]{b, x, c}', '\\citep[see][p.~3]{a, x}'],
    ['\\cite{\n  b,\n  a,\n  x\n}', '\\cite{\n  a,\n  x\n}'],
    ['\\cites[1]{x}[2]{a, b}', '\\cites[1]{x}[2]{a}'],
    ['\\cites{a}{b}', '\\cites{a}{a}'],
    ['\\cite{a,% the first\n  b}', '\\cite{a,% the first\n  a}'],
  ],
  typst: [
    ['@a @b', '@a'],
    ['@b @c and', '@a and'],
    ['@x[p. 3] @b @a', '@x[p. 3] @a'],
    ['@a @b[p. 3]', '@a @a[p. 3]'],
    ['#cite(<b>) #cite(<a>)', '#cite(<a>)'],
    ['#cite(<a>, supplement: [p. 3]) #cite(label("b")) @x', '#cite(<a>, supplement: [p. 3]) @x'],
    ['@a, @b', '@a, @a'],
  ],
  org: [
    ['[cite:@a;@b]', '[cite:@a]'],
    ['[cite/t:@b; @c;@x]', '[cite/t:@a;@x]'],
    ['[cite:see @a p. 3;@b]', '[cite:see @a p. 3]'],
    ['[cite:cf.: @b;@a]', '[cite:cf.: @a;@a]'],
    ['[cite:@a;@b;and so on]', '[cite:@a;@a;and so on]'],
    ['cite:b,c,x.', 'cite:a,x.'],
    ['citep:&a;&b;&x', 'citep:&a;&x'],
    ['[[cite:see &a p. 3;&b][A]]', '[[cite:see &a p. 3][A]]'],
  ],
  asciidoc: [
    ['cite:[a,b]', 'cite:[a]'],
    ['cite:See[b, c(4, 5), x]', 'cite:See[a(4, 5), x]'],
    ['cite:[x(1, 2), b, a]', 'cite:[x(1, 2), a]'],
  ],
};

describe('keys that become one', () => {
  for (const language of languages) {
    for (const [before, after] of table[language]) {
      it(`make ${JSON.stringify(after)} of ${JSON.stringify(before)} (${language})`, () => {
        assert.equal(merged(language, before), after);
        const inText = (text: string) =>
          `As says\n\n${text}\n\nand more.\n`.replaceAll('\n', '\r\n');
        assert.equal(merged(language, inText(before)), inText(after));
      });
    }

    it(`leave each key once in a citation, and the others as they were (${language})`, () => {
      const syntax = citationSyntax(language, paths[language]);
      const key = fc.constantFrom('a', 'b', 'c', 'x1', 'y-2', 'z:3');
      fc.assert(
        fc.property(fc.uniqueArray(key, { minLength: 1 }), fc.boolean(), (keys, narrative) => {
          const cites = keys.map((each) => ({ key: each, paper: attention }));
          // In the sentence, some syntaxes have no lists.
          const format = (given: readonly Cite[]) =>
            syntax.format(given, {
              narrative: narrative && !/pandoc|quarto|rmarkdown|typst/.test(syntax.name),
            });
          const after = merged(language, format(cites));
          const expected = new Set(keys.map((each) => (each === 'b' || each === 'c' ? 'a' : each)));
          const found = scan(language, after).flatMap((group) =>
            group.keys.map((each) => each.key),
          );
          assert.equal(found.length, expected.size, after);
          assert.deepEqual(new Set(found), expected);
          // As if it had been written so.
          assert.equal(after, format(found.map((each) => ({ key: each, paper: attention }))));
        }),
        { numRuns: 200 },
      );
    });
  }

  it('do not take out what a person may have repeated on purpose', () => {
    assert.equal(merged('markdown', '[@a; @a; @x]'), '[@a; @a; @x]');
  });
});

describe('entries that name others', () => {
  function mergedReferences(text: string, newKey = 'a'): string {
    const lines = new Lines(text);
    return rewritten(lines, rewriteReferences(lines, ['b', 'c'], newKey));
  }

  it('name them by the new key', () => {
    for (const [before, after] of [
      ['crossref = {b}', 'crossref = {a}'],
      ['CrossRef="b"', 'CrossRef="a"'],
      ['xref = { b }', 'xref = { a }'],
      ['xdata = {x, b}', 'xdata = {x, a}'],
      ['xdata = {b, c, x}', 'xdata = {a, x}'],
      ['entryset = {a,b}', 'entryset = {a}'],
      ['related = {b}', 'related = {a}'],
      // Of other things.
      ['title = {b}', 'title = {b}'],
      ['crossref = b', 'crossref = b'],
      ['crossref = {B}', 'crossref = {B}'],
      ['note = {crossref = {b}}', 'note = {crossref = {b}}'],
    ] as const) {
      const entry = (field: string) => `@misc{b,\r\n  ${field},\r\n  year = 2024\r\n}\r\n`;
      assert.equal(mergedReferences(entry(before)), entry(after));
    }
  });

  it('are entries', () => {
    const text =
      '@comment{ crossref = {b} }\n@string{crossref = {b}}\n% @misc{x, crossref = {b}}\n';
    assert.equal(mergedReferences(text), text);
  });

  it('say where a key has no place', () => {
    const [place] = rewriteReferences(new Lines('@misc{x, crossref = {b}}'), ['b'], 'a,b');
    assert.ok(place);
    assert.equal(place.text, undefined);
  });
});
