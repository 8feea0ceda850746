import type { DigestEntry, Problem } from '../digest.js';
import type { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { arxivRecords, entryOfRecord, type ArxivRecord } from './arxivRecord.js';
import type { ReadContext } from './format.js';

/** The first record with a title in the head of a text: a mail may be quoted below some prose. */
export function firstRecord(lines: Lines): ArxivRecord | undefined {
  if (lines.firstWith('\\\\') === undefined) return undefined;
  for (const record of arxivRecords(lines, lines.headCount)) {
    if (record.fields.has('Title')) return record;
  }
  return undefined;
}

export interface ReadRecords {
  readonly entries: readonly DigestEntry[];
  readonly problems: readonly Problem[];
}

export function readRecords(lines: Lines, { latest }: ReadContext): ReadRecords {
  const entries: DigestEntry[] = [];
  const problems: Problem[] = [];
  const seen = new Set<PaperKey>();
  for (const record of arxivRecords(lines)) {
    const entry = entryOfRecord(lines, record, latest);
    const problem = (kind: Problem['kind']): void => {
      problems.push({ kind, line: record.line, args: [entry?.id ?? record.name] });
    };
    if (!entry) {
      problem('entryCutOff');
      continue;
    }
    if (seen.has(entry.key)) problem('duplicateEntry');
    seen.add(entry.key);
    if (!record.closed) problem('entryCutOff');
    else if (entry.authors.length === 0) problem('entryWithoutAuthors');
    entries.push(entry);
  }
  return { entries, problems };
}
