import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { lastFirst, plainFacts } from './plainFacts.js';

const columns = ['key', 'title', 'authors', 'year', 'arxiv', 'category', 'doi', 'url', 'abstract'];

/** A table for spreadsheets (RFC 4180: UTF-8, lines end at CR LF, first line names the columns). */
export const csvFile: ExportFormat = {
  name: 'csv',
  extension: '.csv',
  write: (cites, options) => {
    const width = options.abstract === true ? columns.length : columns.length - 1;
    return [columns, ...cites.map((cite) => row(cite, options))]
      .map((cells) => `${cells.slice(0, width).map(cell).join(',')}\r\n`)
      .join('');
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

/**
 * A spreadsheet would compute what begins like a formula, so that gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const safe = /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
