import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { keysOf, scan, type Language } from './support.js';

/** A text, and its citations: keys, with a star behind those that are part of the sentence. */
type Case = readonly [text: string, ...citations: string[]];

const pandoc: readonly Case[] = [
  ['[@a]', 'a'],
  ['[@a; @b]', 'a b'],
  ['[see @a, p. 3; also @b, chap. 2]', 'a b'],
  ['[-@a]', 'a'],
  ['as @a shows', 'a*'],
  ['@a [p. 3]', 'a*'],
  ['@a [p. 3; @b]', 'a b*'],
  ['@a [@b]', 'a*', 'b'],
  ['@a [p. 3; see @b [x] and [@c]]', 'a b*', 'c'],
  ['[see ![@a](x.png) and [b]{.x}, @c]', 'a c'],
  ['@a; @b', 'a*', 'b*'],
  ['[@a;\n@b,\np. 3]', 'a b'],
  ['[@2401.01234]', '2401.01234'],
  ['[@hep-th/9901001]', 'hep-th/9901001'],
  ['[@DBLP:journals/corr/abs-2406-17600]', 'DBLP:journals/corr/abs-2406-17600'],
  ['[@{a--b}; @{c.}]', 'a--b c.'],
  ['by @a.', 'a*'],
  ['@a: so', 'a*'],
  ['(@a)', 'a*'],
  ['“@a”', 'a*'],
  ['[@müller2024; @李2025]', 'müller2024 李2025'],
  ['[see [@a] and @b]', 'b', 'a'],
  ['^[A note on @a.]', 'a*'],
  ['![From [@a] and @b.](x.png)', 'a', 'b*'],
  ['[@a and **[bold]**]', 'a'],
  ['[[@a]]', 'a*'],
  ['[[@a|Ada, 2024]]', 'a*'],
  ['[[notes/@a#Method]]', 'a*'],
  ['{cite:p}`a,b`', 'a b'],
  ['{cite:t}`a`', 'a*'],
  ['{cite}`{see}a{p. 3, 4},b`', 'a b'],
  ['{footcite:p}`a`', 'a'],
  ['- item\n\n    text in the item [@a]', 'a'],
  ['[^1]: A note\n\n    with [@a]', 'a'],
  ['---\nnocite: |\n    @a, @b\n---\n\n[@c]', 'a*', 'b*', 'c'],
  ['> quoted [@a]', 'a'],
  ['| table | [@a] |', 'a'],
  ['price `x` of [@a] and `y`', 'a'],
  ['a ` lone backtick [@a]', 'a'],
  ['[@a](#x) and [@b]', 'b'],
  ['[@a]<br>[@b]<!-- x -->[@c]`x` [@d]<https://x.org>', 'a', 'b', 'c', 'd'],
  ['Data at https://zenodo.org/records/1[@a].', 'a'],
  ['<https://x.org/> [@a] <x@y.org>', 'a'],
  ['if a <b and [@c]', 'c'],
  // Silent.
  ['user@host.org and <a.b@c.de>'],
  ['[mail me at user@host.org]'],
  ['`@a` and ``x ` @b`` and `{cite}x`'],
  ['```\n@a\n```'],
  ['~~~~ r\n[@a]\n~~~\n[@b]\n~~~~'],
  ['- ```\n  [@a]\n  ```'],
  ['text\n\n    [@a]\n    [@b]'],
  ['text\n\n\t[@a]'],
  ['<!-- [@a]\n\n @b -->'],
  ['<a href="x?@a">x</a>'],
  ['https://medium.com/@user/post and (https://x.org/@b)'],
  ['[text](https://medium.com/@user) [@user](https://x.org)'],
  ['<https://x.org/[@y]> and <https://x.org/?a=@b;[@c]>'],
  ['<a-@x.org> and <doi:10.1000/[@a]>'],
  ['[text](https://x.org/[@y]) [text](<https://x.org/[@y] z>) ![](x/[@y].png "[@z]")'],
  ['https://x.org/[@y]/z and https://x.org/?a=[@b]'],
  ['mailto:a.b-@x.org and www.x.org/[@y]'],
  ['`<https://x.org/[@y]>` and ``[@a]``'],
  ['```\n<https://x.org/[@y]>\n```'],
  ['[@user]: https://x.org/user'],
  ['@https://doi.org/10.1000/182', 'https://doi.org/10.1000/182*'],
  ['[@{https://x.org/a?b=c}; @doi:10.1000/182]', 'https://x.org/a?b=c doi:10.1000/182'],
  ['\\@a and \\\\cite'],
  ['npm i node_modules/@types/node'],
  ['@fig:one and [@sec:two]'],
  ['@ a, @, [@], @{}'],
  ['mailto:x@y'],
];

const cases: Readonly<Record<Language, readonly Case[]>> = {
  markdown: [...pandoc, ['see @fig-one', 'fig-one*']],
  quarto: [...pandoc, ['see @fig-one and [@sec-two; @tbl-x]'], ['```{python}\nx @ y @a\n```']],
  rmd: [...pandoc, ['`r x@y` and \\@ref(fig:x)'], ['```{r}\nx@a\n```\n[@b]', 'b']],
  myst: [
    ['{cite:t}`a; b` {cite:p}`{see}c{p. 3}; d`', 'a b*', 'c d'],
    ...pandoc,
    ['```{note}\n[@a]\n```\n[@b]', 'a', 'b'],
    ['````{admonition} T\n```{code} py\n@a\n```\n{cite}`b`\n````\n{cite}`c`', 'b', 'c'],
    ['[@10.1093/nar/22.22.4673]', '10.1093/nar/22.22.4673'],
  ],
  latex: [
    ['\\cite{a}', 'a'],
    ['\\cite{a, b,c}', 'a b c'],
    ['\\citep[see][p.~3]{a,b}', 'a b'],
    ['\\citet{a}', 'a*'],
    ['\\citet*{a}', 'a*'],
    ['\\Citealt{a}', 'a*'],
    ['\\citeauthor{a} \\citeyearpar{b}', 'a*', 'b'],
    ['\\parencite[3]{a} \\textcite{b} \\autocite{c} \\footcite{d}', 'a', 'b*', 'c', 'd'],
    ['\\supercite{a}\\fullcite{b}\\footfullcite{c}', 'a', 'b', 'c'],
    ['\\cites(see)(end)[pre][p. 1]{a}[2]{b}{c,d}', 'a b c d'],
    ['\\textcites{a}{b} text {c}', 'a b*'],
    ['\\volcite{2}[3]{a}', 'a'],
    ['\\nocite{a,b}\\nocite{*}', 'a b'],
    ['\\cite{\n  a,% the first, @b{x}\n  c\n}', 'a c'],
    ['\\cite [p. 3]\n {a}', 'a'],
    ['\\citep[see \\citealt{b}][]{a}', 'a', 'b*'],
    ['\\citep[{a]b}]{c}', 'c'],
    [
      '\\cite{DBLP:journals/corr/abs-2406-17600,hep-th/9901001}',
      'DBLP:journals/corr/abs-2406-17600 hep-th/9901001',
    ],
    ['\\citeA<see>[p. 3]{a}', 'a*'],
    ['\\bibentry{a}', 'a'],
    ['100\\% \\cite{a}', 'a'],
    ['\\\\% \\cite{a}'],
    ['% \\cite{a}\n\\cite{b}', 'b'],
    ['\\verb|\\cite{a}| \\cite{b}', 'b'],
    ['\\lstinline{\\cite} \\cite{b}', 'b'],
    ['\\begin{verbatim}\n\\cite{a}\n\n\\end{verbatim}\\cite{b}', 'b'],
    ['\\begin{lstlisting}[x]\n\\cite{a}\\end{lstlisting}\\cite{b}', 'b'],
    ['\\begin{minted}{tex}\n\\cite{a}\n\\end{minted}\\cite{b}', 'b'],
    ['\\begin{comment}\\cite{a}'],
    ['\\newcommand{\\x}[1]{\\cite{#1}}'],
    ['\\textcquote[3]{a}{b} \\blockcquote[see][3]{c}[.]{d}', 'a', 'c'],
    ['\\foreigntextcquote{german}[3]{a}{b} \\hyphentextcquote{german}{c}{d}', 'a', 'c'],
    ['\\hybridblockcquote{german}[3]{a}{b}', 'a'],
    ['\\begin{displaycquote}[3]{a}[.] b \\end{displaycquote}', 'a'],
    ['\\begin{foreigndisplaycquote}{german}{a} b \\end{foreigndisplaycquote}', 'a'],
    [
      '\\upcite{a}\\pagescite[3]{b}\\yearpagescite[3]{c}\\authornumcite{d}',
      ...['a', 'b', 'c', 'd*'],
    ],
    ['\\footcitetexts{a}{b} \\citets{c}[3]{d}', 'a b', 'c d*'],
    ['\\cites(a)(b)[c]{d}[e][f]{g}', 'd g'],
    ['\\defcitealias{a}{Paper I} \\citetalias{a}', 'a', 'a*'],
    ['\\sidecite{a}\\tcite{b}\\mcite{c}\\ocite{d}', 'a', 'b*', 'c', 'd'],
    ['\\footnotecite{a}\\refcite{b}', 'a', 'b'],
    ['\\apud[3]{a}{b} {c}', 'a b'],
    ['\\citelist{\\cite{a}*{p. 3}\\cite{b}}', 'a', 'b'],
    ['\\newcommand{\\mine}[2][]{see~\\cite[#1]{#2}} \\mine[3]{a}', 'a'],
    ['\\newcommand*\\mine[2]{#1 \\citet{#2}} \\mine{x}{a}', 'a*'],
    ['\\NewDocumentCommand{\\mine}{s O{} m}{\\citep[#2]{#3}}\\mine*[3]{a}', 'a'],
    ['\\def\\mine#1{\\citep{#1}}\\let\\yours=\\mine \\mine{a}\\yours{b}', 'a', 'b'],
    ['\\DeclareCiteCommand{\\mine}[\\mkbibparens]{}{}{}{}\\mine[3]{a}', 'a'],
    ['\\DeclareMultiCiteCommand{\\all}{\\mine}{}\\all{a}{b}', 'a b'],
    ['\\newcommand{\\x}[1]{\\emph{#1}} \\x{a}'],
    ['\\iffalse \\ifx a \\cite{a} \\fi \\cite{b} \\fi \\cite{c}', 'c'],
    ['\\iffalse \\cite{a} \\else \\cite{b} \\fi', 'b'],
    ['\\iffalse \\ifthenelse{a}{b}{c} \\fi \\cite{d}', 'd'],
    ['\\iffalse \\cite{a}'],
    ['\\citestyle{plain} \\setcitestyle{round} \\bibcite{a}{1} \\excited{a} \\cite{}'],
    ['\\cite{a\n\nb}'],
    ['user@host.org @a'],
  ],
  typst: [
    ['@a', 'a'],
    ['See @a.', 'a'],
    ['@a[p. 3]', 'a'],
    ['@a @b', 'a b'],
    ['@a\n\n@b', 'a', 'b'],
    ['@a, @b', 'a', 'b'],
    ['#cite(<a>)', 'a'],
    ['#cite(<a>, form: "prose")', 'a*'],
    ['#cite(<a>, supplement: [p. 3 (x)], form: "prose")', 'a*'],
    ['#cite(<a>) #cite(<b>)', 'a b'],
    ['#cite(label("DBLP:a//b\\"c"))', 'DBLP:a//b"c'],
    ['#cite(\n  label("hep-th/9901001"),\n)', 'hep-th/9901001'],
    ['@DBLP:x-y.z: and @2401.01234.', 'DBLP:x-y.z', '2401.01234'],
    ['(@a)', 'a'],
    ['https://x.org // no @b\n@a', 'a'],
    ['= Intro <intro>\n#label("x") #link(<a>)'],
    ['`@a` ```@b``` ```py\n@c\n```'],
    ['// @a\n/* @b /* @c */ @d */'],
    ['#cite(form: "prose", <a>) #cite(supplement: [p. 3 @b], <c>)', 'a*', 'c', 'b'],
    ['#cite(supplement: [<x>], form: "prose", label("a"))', 'a*'],
    ['如@a 所示，见@b。', 'a', 'b'],
    ['word@a and \\@b', 'a'],
    ['https://medium.com/@user'],
    ['#import "@preview/cetz:0.2.0": canvas'],
  ],
  org: [
    ['[cite:@a]', 'a'],
    ['[cite:@a;@b]', 'a b'],
    ['[cite/t:@a]', 'a*'],
    ['[cite/text/f:see @a p. 3;@b]', 'a b*'],
    ['[cite/na/b:@a]', 'a'],
    ['[cite:see;\n@a p. 3; end]', 'a'],
    [
      '[cite:@DBLP:journals/corr/abs-2406-17600; @hep-th/9901001]',
      'DBLP:journals/corr/abs-2406-17600 hep-th/9901001',
    ],
    ['cite:a', 'a'],
    ['cite:a,b.', 'a b'],
    ['citet:a and citep:&b;&c', 'a*', 'b c'],
    ['[[cite:see &a p. 3;&b]]', 'a b'],
    ['[[citet:&a][Ada]]', 'a*'],
    ['cite:a,cite:b and cite:&c;cite:&d', 'a cite:b', 'c d'],
    ['[[cite:see &a, cite:b', 'b'],
    ['#+begin_quote\n[cite:@a]\n#+end_quote', 'a'],
    ['a = b and c = d [cite:@a]', 'a'],
    ['#+begin_src org\n[cite:@a]\n#+end_src\n[cite:@b]', 'b'],
    ['#+BEGIN_EXAMPLE\n[cite:@a]\n#+END_EXAMPLE'],
    ['# [cite:@a]\n: [cite:@b]'],
    ['=[cite:@a]= ~[cite:@b]~'],
    ['[cite:user@host.org] @a'],
    ['excite:a, website:b, see cite: a'],
    ['[cite:see nothing]'],
    ['[[https://x.org/cite:a][x]]'],
  ],
  restructuredtext: [
    [':cite:p:`a`', 'a'],
    [':cite:p:`a,b`', 'a b'],
    [':cite:t:`a`', 'a*'],
    [':cite:`a, b`', 'a b'],
    [':cite:ct:`a` :cite:ps:`b` :cite:alp:`c`', 'a*', 'b', 'c'],
    [':footcite:p:`a` :footcite:t:`b`', 'a', 'b*'],
    [':cite:p:`{see}a{p. 3, 4},b`', 'a b'],
    [':cite:p:`a,\nb`', 'a b'],
    [
      ':cite:p:`DBLP:journals/corr/abs-2406-17600,hep-th/9901001`',
      'DBLP:journals/corr/abs-2406-17600 hep-th/9901001',
    ],
    ['.. note::\n\n   :cite:p:`a`', 'a'],
    ['.. [1] See :cite:p:`a`', 'a'],
    ['Code::\n\n   :cite:p:`a`\n\n:cite:p:`b`', 'b'],
    ['.. code-block:: rst\n   :x: y\n\n   :cite:p:`a`\n\n:cite:p:`b`', 'b'],
    ['.. A comment :cite:p:`a`\n   :cite:p:`b`\n\n:cite:p:`c`', 'c'],
    ['``:cite:p:`a```'],
    [':ref:`a` `b`_ user@host.org @a'],
  ],
  asciidoc: [
    ['cite:[a]', 'a'],
    ['cite:[a,b]', 'a b'],
    ['cite:[a(3), b(4, 5)]', 'a b'],
    ['citenp:[a]', 'a*'],
    ['cite:See[a]', 'a'],
    ['bibitem:[a]', 'a'],
    ['cite:[a,\nb]', 'a b'],
    [
      'cite:[DBLP:journals/corr/abs-2406-17600,hep-th/9901001]',
      'DBLP:journals/corr/abs-2406-17600 hep-th/9901001',
    ],
    [' * item cite:[a]', 'a'],
    ['----\ncite:[a]\n----\ncite:[b]', 'b'],
    ['[source,adoc]\n----\ncite:[a]\n----'],
    ['....\ncite:[a]\n....'],
    ['```\ncite:[a]\n```'],
    ['////\ncite:[a]\n////\n// cite:[b]'],
    ['text\n\n cite:[a]'],
    ['`cite:[a]` \\cite:[b] xcite:[c]'],
    ['cite:[] user@host.org @a'],
  ],
};

describe('finding citations', () => {
  for (const [language, rows] of Object.entries(cases) as [Language, readonly Case[]][]) {
    describe(language, () => {
      for (const [text, ...citations] of rows) {
        it(`${citations.length > 0 ? 'reads' : 'is silent about'} ${JSON.stringify(text)}`, () => {
          assert.deepEqual(keysOf(language, text), citations);
          // Inside a document, and with the line ends of Windows.
          const around = `Before.\n\n${text}\n\nAfter.\n`;
          if (!text.startsWith('---')) assert.deepEqual(keysOf(language, around), citations);
          if (!text.startsWith('---')) {
            assert.deepEqual(keysOf(language, around.replaceAll('\n', '\r\n')), citations);
          }
        });
      }
    });
  }

  it('tells the whole citation', () => {
    for (const [language, text, whole] of [
      ['markdown', 'x [see @a; @b] y', '[see @a; @b]'],
      ['markdown', 'x @a [p. 3] y', '@a [p. 3]'],
      ['markdown', 'x [[@a|b]] y', '[[@a|b]]'],
      ['latex', 'x \\citep[see][3]{a,b} y', '\\citep[see][3]{a,b}'],
      ['latex', 'x \\cites[1]{a}[2]{b} y', '\\cites[1]{a}[2]{b}'],
      ['typst', 'x @a[p. 3] @b y', '@a[p. 3] @b'],
      ['typst', 'x #cite(<a>, form: "prose") y', '#cite(<a>, form: "prose")'],
      ['org', 'x [cite/t:@a;@b] y', '[cite/t:@a;@b]'],
      ['org', 'x [[cite:&a][b]] y', '[[cite:&a][b]]'],
      ['org', 'x cite:a,b. y', 'cite:a,b'],
      ['restructuredtext', 'x :cite:p:`a` y', ':cite:p:`a`'],
      ['asciidoc', 'x cite:[a(3)] y', 'cite:[a(3)]'],
    ] as const) {
      const [group] = scan(language, text);
      assert.ok(group);
      assert.equal(text.slice(group.start, group.end), whole);
    }
  });

  it('says which could be something else', () => {
    const certain = (language: Language, text: string): boolean[] =>
      scan(language, text).map((group) => group.certain);
    assert.deepEqual(certain('markdown', '@a and [@b] and [[@c]]'), [false, true, true]);
    assert.deepEqual(certain('typst', '@a, #cite(<b>)'), [false, true]);
    assert.deepEqual(certain('latex', '\\cite{a}'), [true]);
  });

  it('knows the command of the setting', () => {
    assert.deepEqual(keysOf('latex', '\\mine[x]{a} \\mine*{b}', { latexCommand: '\\mine' }), [
      'a',
      'b',
    ]);
    assert.deepEqual(keysOf('latex', '\\mine{a}'), []);
  });

  it('finds nothing in code and in bibliographies', async () => {
    const { findCitations } = await import('../../../../src/core/citation/scan/findCitations.js');
    assert.deepEqual(findCitations('# @a [@b]', 'python', 'n.py'), []);
    assert.deepEqual(findCitations('@misc{a}', 'bibtex', 'n.bib'), []);
  });
});
