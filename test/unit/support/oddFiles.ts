/** A file whose parts stand in another order, or twice, than its generator writes them. */
export interface OddFile {
  readonly name: string;
  readonly format: string;
  readonly path: string;
  readonly text: string;
  /** Of its entries, in their order; undefined for one that names none. */
  readonly ids: readonly (string | undefined)[];
}

const firstRow =
  '|**2026-01-02**|**A First Title**|Ada Example et.al.|[2601.10001](http://arxiv.org/abs/2601.10001)|null|';

export const oddFiles: readonly OddFile[] = [
  {
    name: 'a newsletter whose link stands before the title',
    format: 'hfNewsletter',
    path: '2026-01-02.md',
    text: '### 1. 标题\n**论文链接：** [arXiv](https://arxiv.org/abs/2601.10001)\n**原文标题：** A Made-up Title,\n  Wrapped\n\n**摘要：**\nText.\n',
    ids: ['2601.10001'],
  },
  {
    name: 'a table behind one without rows',
    format: 'cvArxivTable',
    path: 'README.md',
    text: '|Publish Date|Title|\n|---|---|\n|\n|Publish Date|Title|PDF|\n|---|---|---|\n|2026-01-02|A title|2601.10002|\n',
    ids: ['2601.10002'],
  },
  {
    name: 'tables with other columns',
    format: 'cvArxivTable',
    path: 'README.md',
    text: `|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n${firstRow}\n\n|Code|PDF|Title|Publish Date|\n|---|---|---|---|\n|**[link](https://github.com/made/second)**|[2601.10002v2](http://arxiv.org/abs/2601.10002v2)|**A Second Title**|2026-01-03|\n`,
    ids: ['2601.10001', '2601.10002'],
  },
  {
    name: 'a table whose rows are other papers by the columns of the first',
    format: 'cvArxivTable',
    path: 'README.md',
    text: `|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n${firstRow}\n\n|Publish Date|Title|PDF|Cites|Code|\n|---|---|---|---|---|\n|2026-01-03|A Second Title|2601.10002|2601.10009|null|\n`,
    ids: ['2601.10001'],
  },
  {
    name: 'a record of RIS with an address behind its end',
    format: 'ris',
    path: 'references.ris',
    text: 'TY  - JOUR\nTI  - A Made-up Title\nUR  - https://arxiv.org/abs/2601.10001\nER  - \nUR  - https://arxiv.org/abs/2601.10002\n\nTY  - JOUR\nTI  - Another\nKW  - arXiv\nER  - \nUR  - https://arxiv.org/abs/2601.10003\n',
    ids: ['2601.10001'],
  },
  {
    name: 'an entry of BibTeX that names its paper by an abbreviation',
    format: 'bibtex',
    path: 'references.bib',
    text: '@string{j = "CoRR"}\n@misc{a,\n  title = {A Title},\n  journal = j,\n  volume = {cs.CL/0205028},\n  note = {arXiv}\n}\n@misc{b,\n  title = {Another},\n  journal = {CoRR},\n  volume = {abs/2601.10002}\n}\n',
    ids: ['2601.10002'],
  },
  {
    name: 'a page of tables with an id that is not closed',
    format: 'jekyllIndex',
    path: 'cs.LG/index.md',
    text: '---\ntitle: Papers - cs.LG - 2026-01-02\n---\n<tr>\n  <td>1</td>\n  <td>></td>\n  <td><button data-arxiv-id="2601.100012\n</tr>\n<tr>\n  <td>2</td>\n  <td>A Title</td>\n  <td><button data-arxiv-id="2601.10002"></td>\n</tr>\n',
    ids: ['2601.10002'],
  },
  {
    name: 'an index of articles with an id that is not closed',
    format: 'articleIndex',
    path: 'index.md',
    text: '<article class="daily-paper-item" markdown="1">\n\n#### [A Title](topic/1.md)\n<span class="daily-paper-id">arXiv 2601.100012\n\n</article>\n',
    ids: [undefined],
  },
];
