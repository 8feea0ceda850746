import { bibliographyExtensions } from './bibliographyPath.js';
import type { BibliographyEntry, BibliographyProblem } from './entry.js';
import { firstLast, namedPaper, yearIn } from './entryFacts.js';
import type { BibliographyFormat } from './format.js';
import type { Lines } from '../lines.js';
import { scanRecords, valueOf, type RisRecord } from './risScan.js';

/** RIS, as publishers and library tools export it. Its records seldom have a key (`ID`). */
export const ris: BibliographyFormat = {
  name: 'ris',
  extensions: bibliographyExtensions.ris,

  read(lines, isWanted) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    for (const record of scanRecords(lines)) {
      if (isWanted?.(lines.slice(record.begin, record.end + 1)) === false) continue;
      const entry = readRecord(lines, record);
      const { begin } = record;
      if (!record.closed) problems.push({ kind: 'unclosedEntry', line: begin, args: [entry.key] });
      entries.push(entry);
    }
    return { entries, problems };
  },
};

function readRecord(lines: Lines, { begin, end, fields }: RisRecord): BibliographyEntry {
  const values = (tag: string) => (fields.get(tag) ?? []).map((field) => valueOf(lines, field));
  const value = (...tags: readonly string[]): string | undefined => {
    for (const tag of tags) {
      for (const field of fields.get(tag) ?? []) {
        const written = valueOf(lines, field);
        if (written !== '') return written;
      }
    }
    return undefined;
  };
  const id = fields.get('ID')?.[0];
  const key = id ? valueOf(lines, id) : '';
  const title = value('TI', 'T1');
  const journal = value('JO', 'T2', 'JF');
  const year = yearIn(value('PY', 'Y1', 'DA') ?? '');
  let last = end;
  while (last > begin && lines.isBlank(last)) last--;
  const keyLine = id ? lines.line(id.line) : '';
  const keyStart = id ? keyLine.length - keyLine.replace(/^ID {1,2}-\s*/, '').length : 0;
  const keyAt = id?.line ?? begin;
  return {
    key,
    type: (value('TY') ?? '').toLowerCase(),
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ') }),
    authors: [...values('AU'), ...values('A1')]
      // Some exporters put BibTeX's whole list into one line.
      .flatMap((names) => names.split(/\s+and\s+/))
      .map(firstLast)
      .filter((name) => name !== ''),
    ...(year !== undefined && { year }),
    ...namedPaper({
      doi: value('DO'),
      url: value('UR'),
      journal,
      volume: value('VL'),
      number: value('M1'),
      note: value('N1'),
    }),
    ...(journal !== undefined && { journal }),
    keyRange: {
      startLine: keyAt,
      startCharacter: keyStart,
      endLine: keyAt,
      endCharacter: keyStart + key.length,
    },
    range: {
      startLine: begin,
      startCharacter: 0,
      endLine: last,
      endCharacter: lines.line(last).length,
    },
  };
}
