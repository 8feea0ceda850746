import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  citationKeyAt,
  completionContext,
} from '../../../../src/core/citation/scan/findCitations.js';
import { paths, type Language } from './support.js';

/** A text with `|` for the cursor, what was typed of the key, and all that a key would replace. */
const places: readonly (readonly [Language, string, string, string?])[] = [
  ['markdown', '[@|', ''],
  ['markdown', '[@va|', 'va'],
  ['markdown', '[see @a; @va|swani2017, p. 3]', 'va', 'vaswani2017'],
  ['markdown', 'as @va|swani.', 'va', 'vaswani'],
  ['markdown', '-@va|', 'va'],
  ['markdown', '@{a--|b}', 'a--', 'a--b'],
  ['markdown', '@DBLP:|', 'DBLP:'],
  ['markdown', '[[@va|]]', 'va'],
  ['markdown', '{cite:p}`a,b|c`', 'b', 'bc'],
  ['markdown', '{cite}`|', ''],
  ['quarto', '(@|)', ''],
  ['latex', '\\cite{|', ''],
  ['latex', '\\cite{a,|}', ''],
  ['latex', '\\cite{a, b|c, d}', 'b', 'bc'],
  ['latex', '\\citep[see][p.~3]{a,\n  |}', ''],
  ['latex', '\\cites[1]{a}[2]{b|}', 'b'],
  ['latex', '\\volcite{2}{a|}', 'a'],
  ['latex', '\\mine{a|}', 'a'],
  ['latex', '\\foreigntextcquote{german}[3]{a|', 'a'],
  ['latex', '\\begin{displaycquote}{a|', 'a'],
  ['latex', '\\apud{a}{b|', 'b'],
  ['latex', '\\newcommand{\\x}[1]{\\cite{#1}} \\x{a|', 'a'],
  ['typst', 'see @|', ''],
  ['typst', 'see @a|bc.', 'a', 'abc'],
  ['typst', '#cite(<a|bc>)', 'a', 'abc'],
  ['typst', '#cite(label("a/|b"))', 'a/', 'a/b'],
  ['org', '[cite:@|', ''],
  ['org', '[cite/t:see @a p. 3; @b|c]', 'b', 'bc'],
  ['org', 'cite:|', ''],
  ['org', 'cite:a,b|', 'b'],
  ['org', 'citep:&a;&b|', 'b'],
  ['org', '[[cite:see &a|]]', 'a'],
  ['restructuredtext', ':cite:p:`|', ''],
  ['restructuredtext', ':cite:t:`{see}a, b|c`', 'b', 'bc'],
  ['asciidoc', 'cite:[|', ''],
  ['asciidoc', 'cite:[a(3),b|c]', 'b', 'bc'],
];

const silent: readonly (readonly [Language, string])[] = [
  ['markdown', 'user@ho|'],
  ['markdown', 'text |'],
  ['markdown', '\\@a|'],
  ['markdown', '`@a|`'],
  ['markdown', '```\n@a|\n```'],
  ['markdown', '```\n@a|'],
  ['markdown', '    @a|'],
  ['markdown', 'https://medium.com/@a|'],
  ['markdown', '[x](https://medium.com/@a|)'],
  ['markdown', '<!-- @a| -->'],
  ['markdown', '{code}`a|`'],
  ['markdown', '@ |'],
  ['latex', '\\section{a|}'],
  ['latex', '\\citep[see|]{a}'],
  ['latex', '% \\cite{a|}'],
  ['latex', '\\verb|x| \\ref{a|}'],
  ['latex', '\\volcite{2|}'],
  ['latex', '\\foreigntextcquote{ger|'],
  ['latex', '\\apud{a}{b}{c|'],
  ['latex', '\\cite{a}{b|}'],
  ['latex', '@a|'],
  ['typst', 'user@a|'],
  ['typst', '// @a|'],
  ['typst', '`@a|`'],
  ['typst', '#link(<a|>)'],
  ['org', '@a|'],
  ['org', '[cite:see a|'],
  ['org', '[cite:@a] @b|'],
  ['org', '#+begin_src\n[cite:@a|\n#+end_src'],
  ['restructuredtext', ':ref:`a|`'],
  ['restructuredtext', 'x::\n\n   :cite:p:`a|`'],
  ['asciidoc', 'cite:[a(3|'],
  ['asciidoc', '----\ncite:[a|\n----'],
  ['asciidoc', 'link:[a|'],
];

function contextAt(language: Language, marked: string) {
  const cursor = marked.lastIndexOf('|');
  const [before, after] = [marked.slice(0, cursor), marked.slice(cursor + 1)];
  const context = completionContext(before, after, language, paths[language], {
    latexCommand: 'mine',
  });
  return { context, text: before + after, cursor };
}

describe('a place to type a key', () => {
  for (const [language, marked, typed, replaced = typed] of places) {
    it(`is ${JSON.stringify(marked)} in ${language}`, () => {
      const { context, text, cursor } = contextAt(language, marked);
      assert.ok(context);
      assert.equal(context.typed, typed);
      assert.equal(text.slice(context.start, context.end), replaced);
      assert.equal(context.start + typed.length, cursor);
      assert.ok(context.write('new2026key')?.startsWith('new2026key'));
    });
  }
  for (const [language, marked] of silent) {
    it(`is not ${JSON.stringify(marked)} in ${language}`, () => {
      assert.equal(contextAt(language, marked).context, undefined);
    });
  }

  it('wraps keys that the place would not read whole', () => {
    const write = (language: Language, marked: string, key: string) =>
      contextAt(language, marked).context?.write(key);
    assert.equal(write('markdown', '[@|]', 'a--b'), '{a--b}');
    assert.equal(write('markdown', '[@{|}]', 'a--b'), 'a--b');
    assert.equal(write('markdown', '[@{|', 'a--b'), 'a--b}');
    assert.equal(write('typst', '@|', 'hep-th/9901001'), undefined);
    assert.equal(write('typst', '#cite(label("|"))', 'a"b'), 'a\\"b');
  });
});

describe('the key at a position', () => {
  const lines = ['Old @x.', '', 'See [@a;', '@bcd, p. 3].', ''];
  const source = { lineCount: lines.length, lineAt: (line: number) => lines[line] ?? '' };
  it('is found with its citation', () => {
    assert.deepEqual(citationKeyAt(source, 3, 2, 'markdown', 'n.md'), {
      key: 'bcd',
      range: { startLine: 3, startCharacter: 1, endLine: 3, endCharacter: 4 },
      keys: ['a', 'bcd'],
      narrative: false,
      certain: true,
    });
    assert.equal(citationKeyAt(source, 0, 5, 'markdown', 'n.md')?.key, 'x');
  });
  it('is none elsewhere', () => {
    assert.equal(citationKeyAt(source, 3, 8, 'markdown', 'n.md'), undefined);
    assert.equal(citationKeyAt(source, 1, 0, 'markdown', 'n.md'), undefined);
    assert.equal(citationKeyAt(source, 9, 0, 'markdown', 'n.md'), undefined);
    assert.equal(citationKeyAt(source, 2, 6, 'python', 'n.py'), undefined);
  });
});
