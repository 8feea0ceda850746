import { aiField } from './aiField.js';
import { jsonFormat } from './jsonFormat.js';
import { textsOfEach } from './jsonObject.js';

/** The data from which two generators make web pages (digest-formats.md 3, rows 16 and 17). */

/** arxiv_daily_aigc: a list of papers with a summary in two languages and marks from 1 to 10. */
export const aigcJson = jsonFormat({
  name: 'aigcJson',
  records: 'list',
  marks: ['title', 'summary', 'url', 'authors', 'categories'],
  id: 'url',
  facts: (paper) => ({
    authors: paper.authors('authors'),
    categories: paper.list('categories'),
  }),
  body(paper) {
    const abstract = paper.lines('summary');
    return {
      ...(paper.has('tldr') && { summary: aiField('TL;DR', paper.lines('tldr')) }),
      fields: paper.has('tldr_zh') ? [aiField('TL;DR (zh)', paper.lines('tldr_zh'))] : [],
      ...(abstract !== '' && { abstract }),
    };
  },
});

/** arxiv-daily: `{"count": 90, "papers": […]}`, with the interests of the reader that a paper meets. */
export const papersJson = jsonFormat({
  name: 'papersJson',
  records: { member: 'papers' },
  marks: ['title', 'authors', 'arxiv_id', 'summary'],
  id: 'arxiv_id',
  facts: (paper) => ({
    authors: paper.authors('authors'),
    categories: [paper.line('primary_category'), ...paper.list('categories')].filter(Boolean),
    doi: paper.line('doi'),
  }),
  body(paper) {
    const abstract = paper.lines('summary');
    const comment = paper.line('comment');
    const interests = textsOfEach(paper.value('matched_interests'), 'name').join(', ');
    return {
      fields: interests === '' ? [] : [{ label: 'Matched Interests', text: interests }],
      ...(abstract !== '' && { abstract }),
      ...(comment !== '' && { comment }),
    };
  },
});
