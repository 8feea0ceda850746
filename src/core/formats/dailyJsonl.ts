import type { EntryBody } from '../paper.js';
import { aiField } from './aiField.js';
import { jsonFormat } from './jsonFormat.js';
import type { JsonObject } from './jsonObject.js';

/**
 * What the daily digest is made from (digest-formats.md 3, row 4): one paper per line, all its
 * categories, and, once the model has seen it, its texts under `AI`.
 */
export const dailyJsonl = jsonFormat({
  name: 'dailyJsonl',
  records: 'lines',
  marks: ['id', 'title', 'authors', 'categories', 'summary'],
  id: 'id',
  facts: (paper) => ({
    authors: paper.authors('authors'),
    categories: paper.list('categories'),
    doi: paper.line('doi') || paper.line('abs'),
  }),
  body(paper) {
    const abstract = paper.lines('summary');
    const comment = paper.line('comment');
    return {
      ...aiTexts(paper.object('AI')),
      ...(abstract !== '' && { abstract }),
      ...(comment !== '' && { comment }),
    };
  },
});

function aiTexts(ai: JsonObject | undefined): Pick<EntryBody, 'summary' | 'fields'> {
  const names = ai ? [...ai.names()] : [];
  const fields = names.map((name) => aiField(labelOf(name), ai?.lines(name) ?? ''));
  const summary = fields.find(({ label }) => label === summaryLabel);
  return { ...(summary && { summary }), fields: fields.filter((field) => field !== summary) };
}

const summaryLabel = 'TL;DR';

/** As the Markdown of the same day has it: `main_theorems` stands there as `Main Theorems`. */
function labelOf(name: string): string {
  if (name === 'tldr') return summaryLabel;
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
