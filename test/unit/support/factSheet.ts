import type { DigestEntry } from '../../../src/core/digest.js';
import type { ReadDocument } from './reading.js';

/** What was read of a file: a line with its name, format, date and faults, and one for each entry. */
export function factSheet(title: string, { digest, document }: ReadDocument): string[] {
  const { date, format } = digest;
  const problems = document.problems.map(({ kind, line }) => `${kind}@${line}`);
  const head = [title, format, date ? `${date.value} by ${date.source}` : 'no date', ...problems];
  return [`# ${head.join(' | ')}`, ...digest.entries.map(entryLine)];
}

function entryLine(entry: DigestEntry): string {
  const { id, key, version, doi, title, authors, category, crossLists = [], day, range } = entry;
  return [
    `${range.startLine + 1}-${range.endLine + 1}`,
    (id ?? key) + (version === undefined ? '' : `v${version}`),
    title,
    authors.join('; '),
    [category ?? 'none', ...crossLists].join(' '),
    ...(doi === undefined ? [] : [`doi ${doi}`]),
    ...(day === undefined ? [] : [`day ${day}`]),
  ].join(' | ');
}

/** What an entry says beside its facts, a line for each text. */
export function textSheet(read: ReadDocument, number: number): string[] {
  const { summary, fields, abstract, comment } = read.body(number);
  return [
    ...[...(summary ? [summary] : []), ...fields].map(
      ({ label, text, failed }) => `${label}: ${failed ? 'failed' : JSON.stringify(text)}`,
    ),
    ...(abstract === undefined ? [] : [`the abstract: ${JSON.stringify(abstract)}`]),
    ...(comment === undefined ? [] : [`the comment: ${JSON.stringify(comment)}`]),
  ];
}
