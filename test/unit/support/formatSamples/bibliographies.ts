import { abstract, id, names, pieces, title, type FormatSamples } from './sample.js';

export const bibliographySamples: FormatSamples = {
  bibtex: {
    path: 'references.bib',
    text: pieces(
      '% Encoding: UTF-8\n\n',
      (number) =>
        `@misc{example${number},\n  title = {${title(number)}},\n  author = {${names.join(' and ')}},\n  eprint = {${id(number)}v3},\n  archiveprefix = {arXiv},\n  primaryclass = {cs.LG},\n  abstract = {${abstract}},\n  note = {Comment: 12 pages}\n}\n\n`,
    ),
  },
  ris: {
    path: 'references.ris',
    text: pieces(
      '',
      (number) =>
        `TY  - JOUR\nTI  - ${title(number)}\n${names.map((name) => `AU  - ${name}\n`).join('')}AB  - ${abstract.replace('\n', ' ')}\nPY  - 2026\nUR  - https://arxiv.org/abs/${id(number)}\nER  - \n\n`,
    ),
  },
};
