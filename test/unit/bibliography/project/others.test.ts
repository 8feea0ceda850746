import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ProjectFolder, type Texts } from './projectFolder.js';

/** A project, the document that cites, and what it cites from. */
type Row = readonly [what: string, files: Texts, document: string, cited: readonly string[]];

const header = (bibliography: string): string => `---\nbibliography: ${bibliography}\n---\n\n`;

const book: Texts = {
  '_quarto.yml': 'project:\n  type: book\nmetadata-files: [_shared/meta.yml]\n',
  '_quarto-draft.yml': 'bibliography: draft.bib\n',
  '_shared/meta.yml': 'bibliography: refs.bib\n',
  'refs.bib': '',
  'draft.bib': '',
  'chapters/_metadata.yml': 'bibliography: ../extra.bib\n',
  'extra.bib': '',
  'chapters/one.qmd': '[@a]\n',
};

const including: Texts = {
  'report.qmd': `${header('report.bib')}{{< include parts/_methods.qmd >}}\n{{{< include no.qmd >}}}\n`,
  'report.bib': '',
  'parts/_methods.qmd': `${header('methods.bib')}[@a]\n`,
  'parts/_plain.qmd': '[@a]\n',
  'parts/methods.bib': '',
  'other.qmd': '{{< include "/parts/_plain.qmd" >}}\n{{< include parts/_methods.qmd >}}\n',
};

const bookdown: Texts = {
  'book/_bookdown.yml': 'output_dir: docs\nrmd_subdir: true\n',
  'book/index.Rmd': header('[bib/book.bib, bib/packages.bib]'),
  'book/01-intro.Rmd': '[@a]\n',
  'book/parts/02-more.Rmd': '[@a]\n',
  'book/bib/book.bib': '',
  'book/bib/packages.bib': '',
};

const mystProject = 'version: 1\nproject:\n  title: T\n';

const template: Texts = {
  'main.typ':
    '#import "lib/template.typ": thesis\n#show: thesis.with(title: "T", bibliography-file: "refs.bib")\n#include "chapters/one.typ"\n',
  'lib/template.typ':
    '#let thesis(title: "", bibliography-file: "default.bib", body) = { body\n bibliography(bibliography-file, style: "ieee") }\n',
  'refs.bib': '',
  'chapters/one.typ': '#import "../lib/template.typ": note\n@a\n',
};

const rows: readonly Row[] = [
  [
    'Quarto: project, profile, folder, metadata files',
    book,
    'chapters/one.qmd',
    ['extra.bib', 'refs.bib', 'draft.bib'],
  ],
  ['Quarto: the header of what is included', including, 'other.qmd', ['parts/methods.bib']],
  [
    'Quarto: the header of what includes',
    including,
    'report.qmd',
    ['report.bib', 'parts/methods.bib'],
  ],
  [
    'Quarto: what includes, by its path below the project',
    including,
    'parts/_plain.qmd',
    ['parts/methods.bib'],
  ],
  [
    'Quarto: metadata files of a document',
    {
      'docs/one.qmd': '---\nmetadata-files: [../meta.yml]\n---\n\n[@a]\n',
      'meta.yml': 'bibliography: refs.bib\n',
      'refs.bib': '',
    },
    'docs/one.qmd',
    ['refs.bib'],
  ],
  [
    'R Markdown: a child',
    {
      'main.Rmd': `${header('refs.bib')}\`\`\`{r, child = c("parts/a.Rmd", 'parts/b.Rmd')}\n\`\`\`\n`,
      'refs.bib': '',
      'parts/b.Rmd': '[@a]\n',
    },
    'parts/b.Rmd',
    ['refs.bib'],
  ],
  [
    'R Markdown: a child by an option in the chunk, and by knit_child',
    {
      'main.Rmd': `${header('refs.bib')}\`\`\`{r}\n#| child: parts/a.Rmd\n\`\`\`\n\`r knitr::knit_child("parts/b.Rmd")\`\n`,
      'refs.bib': '',
      'parts/a.Rmd': header('"../a.bib"'),
      'a.bib': '',
      'parts/b.Rmd': header('b.bib'),
      'parts/b.bib': '',
    },
    'main.Rmd',
    ['refs.bib', 'a.bib', 'parts/b.bib'],
  ],
  [
    'bookdown: a chapter',
    bookdown,
    'book/01-intro.Rmd',
    ['book/bib/book.bib', 'book/bib/packages.bib'],
  ],
  [
    'bookdown: a chapter in a folder',
    bookdown,
    'book/parts/02-more.Rmd',
    ['book/bib/book.bib', 'book/bib/packages.bib'],
  ],
  [
    'bookdown: by the header’s site alone',
    {
      'index.Rmd': '---\nsite: bookdown::bookdown_site\nbibliography: book.bib\n---\n',
      'one.Rmd': '[@a]\n',
      'book.bib': '',
    },
    'one.Rmd',
    ['book.bib'],
  ],
  [
    'bookdown: another first file',
    {
      '_bookdown.yml': 'rmd_files:\n  html: ["start.Rmd", "one.Rmd"]\n',
      'start.Rmd': header('book.bib'),
      'one.Rmd': '[@a]\n',
      'book.bib': '',
    },
    'one.Rmd',
    ['book.bib'],
  ],
  [
    'R Markdown: a site’s first page is a page like others',
    { 'index.Rmd': header('index.bib'), 'one.Rmd': '[@a]\n', 'index.bib': '' },
    'one.Rmd',
    [],
  ],
  [
    'MyST: a project without a list',
    { 'myst.yml': mystProject, 'a.bib': '', 'bib/b.bib': '', 'docs/one.md': '' },
    'docs/one.md',
    ['a.bib', 'bib/b.bib'],
  ],
  [
    'MyST: a project with a list',
    {
      'myst.yml': `${mystProject}  bibliography: [bib/b.bib]\n`,
      'a.bib': '',
      'bib/b.bib': '',
      'one.md': '',
    },
    'one.md',
    ['bib/b.bib'],
  ],
  [
    'Jekyll-scholar: source and bibliography',
    {
      '_config.yml': 'scholar:\n  style: apa\n  source: /_library/\n  bibliography: papers.bib\n',
      '_library/papers.bib': '',
      'papers.bib': '',
      '_posts/one.md': '{% cite a %} [@a]\n',
    },
    '_posts/one.md',
    ['_library/papers.bib'],
  ],
  [
    'Jekyll-scholar: its defaults',
    { '_config.yml': 'scholar:\n  style: apa\n', '_bibliography/references.bib': '', 'one.md': '' },
    'one.md',
    ['_bibliography/references.bib'],
  ],
  [
    'Typst: a variable',
    { 'main.typ': '#let refs-file = "refs.bib"\n#bibliography(refs-file)\n', 'refs.bib': '' },
    'main.typ',
    ['refs.bib'],
  ],
  [
    'Typst: a variable of an imported file, and a list',
    {
      'main.typ': '#import "conf.typ": files\n#bibliography(files, title: none)\n',
      'conf.typ': '#let files = ("a.bib", "b.yml")\n',
      'a.bib': '',
      'b.yml': '',
    },
    'main.typ',
    ['a.bib', 'b.yml'],
  ],
  ['Typst: a template that is told', template, 'main.typ', ['refs.bib']],
  ['Typst: a chapter of a template’s document', template, 'chapters/one.typ', ['refs.bib']],
  [
    'Typst: content handed to a template',
    {
      'main.typ': '#show: paper.with(\n  bibliography: bibliography("refs.bib"),\n)\n',
      'refs.bib': '',
    },
    'main.typ',
    ['refs.bib'],
  ],
  [
    'Typst: the file that holds it, beside which the path begins',
    {
      'main.typ': '#include "chapters/one.typ"\n#include "back/refs.typ"\n',
      'back/refs.typ': '#bibliography("refs.bib")\n',
      'back/refs.bib': '',
      'refs.bib': '',
      'chapters/one.typ': '@a\n',
    },
    'chapters/one.typ',
    ['back/refs.bib'],
  ],
  [
    'Typst: an include below the project’s root',
    {
      'book/main.typ': '#include "/shared/one.typ"\n#bibliography("refs.bib")\n',
      'book/refs.bib': '',
      'shared/one.typ': '@a\n',
    },
    'shared/one.typ',
    ['book/refs.bib'],
  ],
  [
    'Typst: an include below the root of one of several projects',
    {
      'book/main.typ': '#include "parts/one.typ"\n#bibliography("refs.bib")\n',
      'book/parts/one.typ': '#include "/shared/two.typ"\n',
      'book/shared/two.typ': '@a\n',
      'book/refs.bib': '',
    },
    'book/shared/two.typ',
    ['book/refs.bib'],
  ],
  [
    'Typst: neither comments nor raw text',
    {
      'main.typ': '// #include "a.typ"\n/* #bibliography("b.bib") */\n`#bibliography("c.bib")`\n',
      'sub/a.typ': '#bibliography("a.bib")',
    },
    'main.typ',
    [],
  ],
  [
    'Org: a setup file and an include',
    {
      'main.org':
        '#+SETUPFILE: setup/all.org\n#+include: "parts/one.org" :lines "1-10"\n[cite:@a]\n',
      'setup/all.org': '#+bibliography: ../refs.bib\n',
      'parts/one.org': '#+bibliography: one.bib\n',
      'parts/one.bib': '',
      'refs.bib': '',
    },
    'main.org',
    ['refs.bib', 'parts/one.bib'],
  ],
  [
    'Org: what includes it',
    {
      'main.org': '#+bibliography: refs.bib\n#+INCLUDE: parts/one.org\n',
      'parts/one.org': '[cite:@a]\n',
      'refs.bib': '',
    },
    'parts/one.org',
    ['refs.bib'],
  ],
  [
    'AsciiDoc: what includes it',
    {
      'main.adoc': '= Title\n:bibtex-file: refs.bib\n\ninclude::parts/one.adoc[]\n',
      'parts/one.adoc': 'cite:[a]\n',
      'refs.bib': '',
    },
    'parts/one.adoc',
    ['refs.bib'],
  ],
  [
    'Sphinx: its settings',
    {
      'conf.py': 'bibtex_bibfiles = ["refs.bib"]\n',
      'refs.bib': '',
      'docs/one.rst': ':cite:p:`a`\n',
    },
    'docs/one.rst',
    ['refs.bib'],
  ],
];

describe('the bibliographies of a project', () => {
  for (const [what, files, document, cited] of rows) {
    it(`${what}: ${document}`, async () => {
      assert.deepEqual(await new ProjectFolder(files).cited(document), cited);
    });
  }
});
