import type { EntryBody, PaperFacts } from '../paper.js';
import type { SearchText } from './fields.js';

/** What is searched of an entry. */
export function searchText(facts: PaperFacts, body: EntryBody): SearchText {
  return {
    title: facts.title,
    authors: facts.authors.join('\n'),
    summary: body.summary?.text ?? '',
    fields: body.fields.map(({ text }) => text).join('\n'),
    abstract: body.abstract ?? '',
    id: [facts.id, facts.doi].filter(Boolean).join('\n'),
  };
}
