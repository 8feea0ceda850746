import { formatSamples } from '../../unit/support/formatSamples.js';
import type { WholeFile } from './tryDamaged.js';

export interface CitingFile extends WholeFile {
  readonly languageId: string;
}

/** Bibliographies of every format, with keys that the documents below cite. */
export const bibliographyFiles: readonly WholeFile[] = [
  { path: 'refs.bib', text: formatSamples['bibtex']?.text(6) ?? '' },
  {
    path: 'made.bib',
    text: '@string{corr = "CoRR" # " of arXiv"}\n% Hand-made.\n@preamble{"\\newcommand{\\x}{y}"}\n@misc(ada, title = "T{\\"o} and {{One}}", journal = corr, volume = {abs/2601.10001})\n@article{b2026,\n  title = {Two {$x^2$}},\n  author = {Example, Ada and {A Team} and others},\n  year = 2026,\n  month = jan # { 1},\n  crossref = {ada},\n  note = {See arXiv:2601.10002 [cs.LG]},\n}\n@comment{x{y}}\nWords behind.\n',
  },
  { path: 'refs.ris', text: formatSamples['ris']?.text(6) ?? '' },
  {
    path: 'refs.json',
    text: '[\n  {"id": "ada", "type": "article", "title": "One", "author": [{"family": "Example", "given": "Ada"}], "issued": {"date-parts": [[2026, 1]]}, "DOI": "10.48550/arXiv.2601.10001"},\n  {\n    "id": "b2026",\n    "title": "Two \\u00e9 \\ud83d\\ude00",\n    "URL": "https://arxiv.org/abs/2601.10002"\n  }\n]\n',
  },
  {
    path: 'refs.yml',
    text: 'ada:\n  type: article\n  title: One # one\n  author: ["Example, Ada", "Sample, Ben"]\n  date: 2026-01\n  serial-number:\n    arxiv: 2601.10001v2\nb2026:\n  type: misc\n  title: "Two: x"\n  url: {value: "https://arxiv.org/abs/2601.10002", date: 2026-01-02}\n',
  },
  {
    path: 'pandoc.yaml',
    text: '---\nreferences:\n- id: ada\n  type: article-journal\n  title: One\n  author:\n  - family: Example\n    given: Ada\n  issued: 2026\n  DOI: 10.48550/arXiv.2601.10001\n- {id: b2026, title: "Two", URL: "https://arxiv.org/abs/2601.10002"}\n...\n',
  },
];

/** Documents of every language that cite by keys, and notes on a paper. */
export const citingFiles: readonly CitingFile[] = [
  {
    languageId: 'latex',
    path: 'main.tex',
    text: '% !TeX root = main.tex\n\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\nAs \\citet[see][p.~3]{ada,b2026} and \\parencites(a)[b]{ada}{b2026} say. % \\cite{none}\n\\begin{verbatim}\n\\cite{silent}\n\\end{verbatim}\n\\verb|\\cite{x}| \\nocite{*} \\input{part} \\bibitem[A]{own} arXiv:2601.10001\n\\bibliography{refs,more}\n\\end{document}\n',
  },
  {
    languageId: 'typst',
    path: 'main.typ',
    text: '#import "x.typ": *\n#include "part.typ"\n= Title <title>\nAs @ada[p. 3] and #cite(<b2026>, form: "prose") say /* @none */ // @no\n```\n@silent\n```\n`@raw` \\@no $x_"@a"$ #cite(label("a b"))\n#bibliography(("refs.bib", "refs.yml"), style: "ieee")\n',
  },
  {
    languageId: 'markdown',
    path: 'note.md',
    text: '---\ntitle: On a paper\narxiv: 2601.10001\nbibliography: [refs.bib, refs.json]\ncsl: apa.csl\nnocite: "@b2026"\nreferences:\n- id: own\n  title: T\n---\n# On it\n\nAs @ada [p. 3] and [see @b2026, pp. 3-4; -@own] say; `@no` and <https://arxiv.org/abs/2601.10002>.\n\n```\n[@silent]\n```\n\n    [@indented]\n\n> [[@ada]] and hep-th/9901001\n',
  },
  {
    languageId: 'quarto',
    path: 'note.qmd',
    text: '---\nbibliography: refs.bib\n---\n\nAs @ada and [@b2026; @{a b}] say, @fig-one.\n\n```{r}\n# @silent\n```\n',
  },
  {
    languageId: 'rmd',
    path: 'note.Rmd',
    text: '---\nbibliography: "refs.bib"\n---\n\nAs \\@ref(fig:x) and [-@b2026] say, `r x@slot`.\n',
  },
  {
    languageId: 'myst',
    path: 'myst.md',
    text: '# On it\n\n{cite:p}`ada, b2026` and {cite}`{see}ada{p. 3}`.\n\n```{bibliography} refs.bib\n```\n\n:::{note}\n{cite:t}`b2026`\n:::\n',
  },
  {
    languageId: 'org',
    path: 'note.org',
    text: '#+TITLE: On it\n#+bibliography: refs.bib\n* On it\nAs [cite/t:see @ada p. 3;@b2026] and cite:ada,b2026 and [[cite:&ada]] say.\n#+begin_src\n[cite:@silent]\n#+end_src\n# [cite:@comment]\n=~[cite:@raw]~=\n',
  },
  {
    languageId: 'restructuredtext',
    path: 'note.rst',
    text: 'On it\n=====\n\nAs :cite:t:`ada, b2026` and [Ada2026]_ say.\n\n.. bibliography:: refs.bib\n   :style: plain\n\n::\n\n   :cite:`silent`\n\n.. [Ada2026] One.\n',
  },
  {
    languageId: 'asciidoc',
    path: 'note.adoc',
    text: '= On it\n:bibtex-file: refs.bib\ninclude::part.adoc[]\n\nAs cite:[ada(3), b2026] and citenp:[ada] and <<own>> say.\n\n----\ncite:[silent]\n----\n\n* [[[own,1]]] One.\nbibliography::[]\n',
  },
];
