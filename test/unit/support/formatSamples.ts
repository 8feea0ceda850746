/** A made-up file of one format: what the tests that walk all formats start from. */
export interface FormatSample {
  /** Where the file lies; matters to formats that read their paper's id from it. */
  readonly path: string;
  /** The format tells of one paper per file. */
  readonly single?: true;
  /** A file of so many entries, or with one where `single` says so. */
  readonly text: (entries: number) => string;
}

const names = ['Ada Example', 'Bo C. Sample', 'Él Ejemplo'];
const abstract =
  'We make up an abstract, with $x^2$, a "quotation" and \\emph{TeX} of 10% (see [3]).\nIt has a second line.';
const tldr = 'A sentence that says it all.';

function id(number: number): string {
  return `2601.${String(10001 + number)}`;
}

function title(number: number): string {
  return `A Title | of [its] Own, Number ${number} (and "more")`;
}

function times<T>(entries: number, make: (number: number) => T): T[] {
  return Array.from({ length: entries }, (_, number) => make(number));
}

function jsonl(entries: number, make: (number: number) => unknown): string {
  return times(entries, (number) => `${JSON.stringify(make(number))}\n`).join('');
}

/** One row for each format of the registry, by name. */
export const formatSamples: Readonly<Record<string, FormatSample>> = {
  daily: {
    path: '2026-01-02.md',
    text: (entries) =>
      [
        `<div id=toc></div>\n\n# Table of Contents\n\n- [cs.LG](#cs.LG) [Total: ${entries}]\n`,
        "\n<div id='cs.LG'></div>\n\n# cs.LG [[Back]](#toc)\n",
        ...times(
          entries,
          (number) =>
            `\n### [${number + 1}] [${title(number)}](https://arxiv.org/abs/${id(number)})\n*${names.join(',')}*\n\nMain category: cs.LG\n\nTL;DR: ${tldr}\n\n\n<details>\n  <summary>Details</summary>\nMotivation: None.\n\nMethod: Two lines,\nby hand.\n\nAbstract: ${abstract}\n\n</details>\n\n`,
        ),
      ].join('\n'),
  },
  trending: {
    path: 'trending.txt',
    text: (entries) =>
      `Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe${times(
        entries,
        (number) => `${title(number)}\n${abstract.replace('\n', ' ')}\n`,
      ).join('')}`,
  },
  dailyJsonl: {
    path: '2026-01-02.jsonl',
    text: (entries) =>
      jsonl(entries, (number) => ({
        id: id(number),
        categories: ['cs.LG', 'cs.CV'],
        pdf: `https://arxiv.org/pdf/${id(number)}`,
        authors: names,
        title: title(number),
        comment: '12 pages',
        summary: abstract,
        AI: { tldr, motivation: 'Error', method: 'Two lines,\nby hand.' },
      })),
  },
  kaggle: {
    path: 'arxiv-metadata.json',
    text: (entries) =>
      jsonl(entries, (number) => ({
        id: number % 2 === 0 ? id(number) : `hep-th/9901${String(number).padStart(3, '0')}`,
        authors: names.join(', '),
        title: title(number),
        comments: null,
        doi: `10.1000/ABC.${number}`,
        categories: 'hep-th math.GT',
        abstract: `  ${abstract}\n`,
        versions: [{ version: 'v1', created: 'Mon, 4 Jan 1999 19:18:42 GMT' }],
        authors_parsed: [
          ['Example', 'Ada', ''],
          ['Sample', 'B. -C.', 'Jr'],
        ],
      })),
  },
  huggingFace: {
    path: '2026-01-02.json',
    text: (entries) =>
      JSON.stringify(
        times(entries, (number) => ({
          paper: {
            id: id(number),
            authors: names.map((name) => ({ name, hidden: false })),
            title: title(number),
            submittedOnDailyAt: '2026-01-02T01:02:03.000Z',
            summary: abstract,
            ai_summary: tldr,
            ai_keywords: ['one', 'two'],
          },
          title: title(number),
          numComments: 1,
        })),
        null,
        2,
      ),
  },
  huggingFaceClean: {
    path: '2026-01-02_clean.json',
    text: (entries) =>
      JSON.stringify(
        times(entries, (number) => ({
          title: title(number),
          summary: abstract,
          translation: `标题：${title(number)}`,
          url: `https://huggingface.co/papers/${id(number)}`,
          arxiv_url: `https://arxiv.org/abs/${id(number)}`,
        })),
        null,
        2,
      ),
  },
  aigcJson: {
    path: 'daily_json/2026-01-02.json',
    // Without line breaks, and with the slashes that some generators escape.
    text: (entries) =>
      JSON.stringify(
        times(entries, (number) => ({
          title: title(number),
          summary: abstract,
          url: `http://arxiv.org/abs/${id(number)}v1`,
          categories: ['cs.CV'],
          authors: names,
          tldr,
          tldr_zh: '一句话。',
        })),
      ).replaceAll('/', '\\/'),
  },
  papersJson: {
    path: 'data/2026-01-02/arxiv.json',
    text: (entries) =>
      JSON.stringify(
        {
          count: entries,
          papers: times(entries, (number) => ({
            title: title(number),
            authors: names,
            arxiv_id: `${id(number)}v2`,
            summary: abstract,
            categories: ['cs.RO', 'cs.CV'],
            primary_category: 'cs.RO',
            comment: '',
            doi: '',
            matched_interests: [{ name: 'Robots', score: 2.5 }],
          })),
          filtered: true,
        },
        null,
        2,
      ),
  },
  cvArxivJson: {
    path: 'docs/cv-arxiv-daily.json',
    text: (entries) =>
      JSON.stringify({
        SLAM: Object.fromEntries(
          times(entries, (number) => [
            id(number),
            `|**2026-01-02**|**${title(number)}**|Ada Example et.al.|[${id(number)}](http://arxiv.org/abs/${id(number)})|null|\n`,
          ]),
        ),
      }),
  },
};
