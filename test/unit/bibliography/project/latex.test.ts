import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ProjectFolder, type Texts } from './projectFolder.js';

/** A project, the document that cites, and what it cites from. */
type Row = readonly [what: string, files: Texts, document: string, cited: readonly string[]];

const whole = (body: string, preamble = ''): string =>
  `\\documentclass{book}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;

/** A root in one folder, its chapter in another one beside it. */
const siblings: Texts = {
  'thesis/main.tex': whole('\\input{../chapters/one}', '\\addbibresource{bib/all.bib}'),
  'thesis/bib/all.bib': '',
  'chapters/one.tex': '\\cite{a}',
  'chapters/two.tex': '\\cite{a}',
};

const preamble: Texts = {
  'main.tex': whole('\\include{chapters/one}', '\\input{settings/preamble}'),
  'settings/preamble.tex': '\\usepackage{biblatex}\n\\addbibresource{refs.bib}',
  'refs.bib': '',
  'chapters/one.tex': '\\cite{a}',
};

const rows: readonly Row[] = [
  ['a preamble, from the root', preamble, 'main.tex', ['refs.bib']],
  ['a preamble, from a chapter', preamble, 'chapters/one.tex', ['refs.bib']],
  ['a preamble, from itself', preamble, 'settings/preamble.tex', ['refs.bib']],
  ['a root in a sibling folder', siblings, 'chapters/one.tex', ['thesis/bib/all.bib']],
  [
    'a file of the back matter, two includes down',
    {
      'main.tex': whole('\\input{parts/front} \\input parts/back'),
      'parts/front.tex': '\\input{chapters/one}\\input{chapters/two}',
      'parts/back.tex': '\\bibliographystyle{plain}\n\\bibliography{bib/a, bib/b}',
      'chapters/two.tex': '\\cite{a}',
      'bib/a.bib': '',
      'bib/b.bib': '',
    },
    'chapters/two.tex',
    ['bib/a.bib', 'bib/b.bib'],
  ],
  [
    'a package and a class beside the root',
    {
      'main.tex': '\\documentclass[12pt]{mythesis}\n\\usepackage{amsmath, style/mystyle}\n',
      'mythesis.cls':
        '\\LoadClass{book}\n\\RequirePackage[style=apa]{biblatex}\n\\addbibresource{a.bib}',
      'style/mystyle.sty': '% \\addbibresource{no.bib}\n\\addbibresource{b.bib}\n\\endinput',
      'a.bib': '',
      'b.bib': '',
    },
    'main.tex',
    ['a.bib', 'b.bib'],
  ],
  [
    'the root of subfiles',
    {
      'thesis/main.tex': whole('\\subfile{../chapters/one}', '\\addbibresource{refs.bib}'),
      'thesis/refs.bib': '',
      'chapters/one.tex': '\\documentclass[../thesis/main]{subfiles}\n\\cite{a}',
    },
    'chapters/one.tex',
    ['thesis/refs.bib'],
  ],
  [
    'subfiles by a macro, each with its own value',
    {
      'main.tex': whole('\\subfile{chapters/one}', '\\providecommand{\\main}{.}'),
      'chapters/one.tex':
        '\\providecommand{\\main}{..}\n\\documentclass[\\main/main.tex]{subfiles}\n\\bibliography{\\main/bib/x}',
      'bib/x.bib': '',
    },
    'chapters/one.tex',
    ['bib/x.bib'],
  ],
  [
    'subfix, from the file that has it',
    {
      'main.tex': whole('\\subfile{chapters/one}'),
      'chapters/one.tex': '\\documentclass[../main]{subfiles}\n\\bibliography{\\subfix{refs}}',
      'chapters/refs.bib': '',
      'refs.bib': '',
    },
    'chapters/one.tex',
    ['chapters/refs.bib'],
  ],
  ...['../thesis/main.tex', '../thesis/main', '"../thesis/main.tex"'].map((root): Row => [
    `a magic comment: ${root}`,
    {
      'thesis/main.tex': whole('\\input{\\chapter}', '\\addbibresource{refs.bib}'),
      'thesis/refs.bib': '',
      'chapters/one.tex': `% !TEX root = ${root}\n\\cite{a}`,
    },
    'chapters/one.tex',
    ['thesis/refs.bib'],
  ]),
  [
    'the last lines that Emacs reads',
    {
      'thesis/main.tex': whole('', '\\addbibresource{refs.bib}'),
      'thesis/refs.bib': '',
      'chapters/one.tex':
        '\\cite{a}\n\n%%% Local Variables:\n%%% TeX-master: "../thesis/main"\n%%% End:\n',
    },
    'chapters/one.tex',
    ['thesis/refs.bib'],
  ],
  [
    'a root of a root',
    {
      'main.tex': whole('', '\\addbibresource{refs.bib}'),
      'refs.bib': '',
      'parts/one.tex': '% !TEX root = ../main.tex',
      'parts/a/deep.tex': '% !TEX root = ../one.tex\n\\cite{a}',
    },
    'parts/a/deep.tex',
    ['refs.bib'],
  ],
  [
    'import and subimport, starred too',
    {
      'main.tex': whole('\\import{parts/}{one}\\bibliography{refs}'),
      'parts/one.tex': '\\subimport*{deep/}{two} \\input{three}',
      'parts/deep/two.tex': '\\cite{a} \\bibliography{local}',
      'parts/three.tex': '\\addbibresource{three.bib}',
      'refs.bib': '',
      'three.bib': '',
      'local.bib': '',
    },
    'parts/deep/two.tex',
    ['local.bib', 'refs.bib', 'three.bib'],
  ],
  [
    'the job’s name',
    { 'paper.tex': whole('\\bibliography{\\jobname}'), 'paper.bib': '' },
    'paper.tex',
    ['paper.bib'],
  ],
  [
    'a path of macros, defined in the preamble',
    {
      'main.tex': whole('\\input{preamble}\\bibliography{\\bibs main, \\bibs{}/more}'),
      'preamble.tex': '\\newcommand\\here{shared}\\def\\bibs{\\here/bib/}',
      'shared/bib/main.bib': '',
      'shared/bib/more.bib': '',
    },
    'main.tex',
    ['shared/bib/main.bib', 'shared/bib/more.bib'],
  ],
  [
    'a macro that nobody defines',
    { 'main.tex': whole('\\bibliography{\\unknown/refs}') },
    'main.tex',
    [],
  ],
  [
    'quoted paths',
    {
      'main.tex': whole('\\bibliography{"my refs"}', '\\addbibresource{"their refs.bib"}'),
      'my refs.bib': '',
      'their refs.bib': '',
    },
    'main.tex',
    ['their refs.bib', 'my refs.bib'],
  ],
  [
    'lists of multibib, as far as they are declared',
    {
      'main.tex': whole('\\input{back}', '\\usepackage{multibib}\\newcites{own,web}{Own,Web}'),
      'back.tex':
        '\\bibliographyown{own}\\bibliographystyleown{x}\\bibliographyfoo{y}\\bibliographyweb{web}',
      'own.bib': '',
      'web.bib': '',
    },
    'main.tex',
    ['own.bib', 'web.bib'],
  ],
  [
    'bibunits',
    {
      'main.tex': whole(
        '\\putbib[a,b]\\putbib',
        '\\defaultbibliography{c}\\defaultbibliographystyle{d}',
      ),
      'a.bib': '',
      'b.bib': '',
      'c.bib': '',
    },
    'main.tex',
    ['c.bib', 'a.bib', 'b.bib'],
  ],
  [
    'refsections, global and section bibliographies',
    {
      'main.tex': whole(
        '\\begin{refsection}[x.bib, label]\\end{refsection}\\newrefsection[y.bib]',
        '\\addglobalbib{g.bib}\\addsectionbib[datatype=bibtex]{s.bib}',
      ),
      ...{ 'x.bib': '', 'y.bib': '', 'g.bib': '', 's.bib': '' },
    },
    'main.tex',
    ['g.bib', 's.bib', 'x.bib', 'y.bib'],
  ],
  [
    'a glob',
    {
      'main.tex': whole('', '\\addbibresource[glob]{bib/*.bib}'),
      'bib/a.bib': '',
      'bib/b.bib': '',
    },
    'main.tex',
    ['bib/a.bib', 'bib/b.bib'],
  ],
  [
    'a chapter whose name has a dot',
    {
      'main.tex': whole('\\input{parts/v1.2}\\bibliography{refs}'),
      'parts/v1.2.tex': '',
      'refs.bib': '',
    },
    'parts/v1.2.tex',
    ['refs.bib'],
  ],
  [
    'nothing of comments, of verbatim text, and of what is never read',
    {
      'main.tex': whole(
        '% \\input{sub/a}\n\\iffalse \\bibliography{b}\\fi\n\\begin{verbatim}\\bibliography{c}\\end{verbatim}',
      ),
      'sub/a.tex': '\\bibliography{a}',
    },
    'main.tex',
    [],
  ],
  [
    'two roots: each that takes it in',
    {
      'a/main.tex': whole('\\input{../shared/one}\\bibliography{a}'),
      'b/main.tex': whole('\\input{../shared/one}\\bibliography{b}'),
      'a/a.bib': '',
      'b/b.bib': '',
      'shared/one.tex': '\\cite{a}',
    },
    'shared/one.tex',
    ['a/a.bib', 'b/b.bib'],
  ],
  [
    'not a document of the same name elsewhere',
    {
      'a/main.tex': whole('\\input{one}\\bibliography{a}'),
      'a/one.tex': '\\cite{a}',
      'a/a.bib': '',
      'b/main.tex': whole('\\input{one}\\bibliography{b}'),
      'b/one.tex': '\\cite{b}',
      'b/b.bib': '',
    },
    'b/one.tex',
    ['b/b.bib'],
  ],
  [
    'of chapters that a loop takes in, what the nearest root names',
    {
      'main.tex': whole('\\foreach \\i in {1,2}{\\input{chapters/\\i}}', '\\input{preamble}'),
      'preamble.tex': '\\addbibresource{refs.bib}',
      'refs.bib': '',
      'chapters/1.tex': '\\cite{a}',
    },
    'chapters/1.tex',
    ['refs.bib'],
  ],
  [
    'a circle ends',
    {
      'main.tex': whole('\\input{a}\\bibliography{refs}'),
      'a.tex': '\\input{b}',
      'b.tex': '\\input{a}\\input{main}\\cite{a}',
      'refs.bib': '',
    },
    'b.tex',
    ['refs.bib'],
  ],
  [
    'knitr’s child',
    {
      'main.Rnw': whole("<<child='parts/one.Rnw'>>=\n@\n\\bibliography{refs}"),
      'parts/one.Rnw': '\\cite{a}',
      'refs.bib': '',
    },
    'parts/one.Rnw',
    ['refs.bib'],
  ],
  [
    'what is named and is not there',
    {
      'main.tex': whole('\\input{chapters/one}\\bibliography{refs}'),
      'chapters/one.tex': '\\cite{a}',
    },
    'chapters/one.tex',
    ['?refs.bib'],
  ],
];

describe('the bibliographies of a LaTeX project', () => {
  for (const [what, files, document, cited] of rows) {
    it(`${what}: ${document}`, async () => {
      assert.deepEqual(await new ProjectFolder(files).cited(document), cited);
    });
  }

  it('are looked for in a few folders and documents of many', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`f${at % 700}/${at}.tex`, '\\input{x}']),
    );
    const folder = new ProjectFolder({ ...many, 'own/x.tex': '\\cite{a}' });
    await folder.cited('own/x.tex');
    assert.ok(folder.reads.size < 1000, String(folder.reads.size));
    assert.ok(folder.lists.size < 500, String(folder.lists.size));
  });
});
