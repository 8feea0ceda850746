import { abstract, id, names, times, title, tldr, type FormatSamples } from './sample.js';

function jsonl(entries: number, make: (number: number) => unknown): string {
  return times(entries, (number) => `${JSON.stringify(make(number))}\n`).join('');
}

export const jsonSamples: FormatSamples = {
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
