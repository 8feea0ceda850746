import { csvText } from '../../csv.js';
import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { lastFirst, plainFacts } from './plainFacts.js';

const columns = ['key', 'title', 'authors', 'year', 'arxiv', 'category', 'doi', 'url', 'abstract'];

/** A table for spreadsheets. */
export const csvFile: ExportFormat = {
  name: 'csv',
  extension: '.csv',
  write: (cites, options) => {
    const width = options.abstract === true ? columns.length : columns.length - 1;
    const rows = [columns, ...cites.map((cite) => row(cite, options))];
    return csvText(rows.map((cells) => cells.slice(0, width)));
  },
};

function row({ key, paper }: Cite, options: ExportOptions): readonly string[] {
  const facts = plainFacts(paper, options);
  const authors = [...facts.names.map(lastFirst), ...(facts.others ? ['et al.'] : [])];
  return [
    key,
    facts.title,
    authors.join('; '),
    facts.year?.toString() ?? '',
    facts.arxivId ?? '',
    facts.category ?? '',
    facts.doi ?? '',
    facts.url ?? '',
    facts.abstract ?? '',
  ];
}
