import type { BibliographyEntry, BibliographyProblem } from './entry.js';
import { firstLast, namedPaper, yearIn } from './entryFacts.js';
import type { BibliographyFormat } from './format.js';
import type { Lines } from '../lines.js';

interface Field {
  readonly line: number;
  readonly value: string;
}

/** A line of RIS: two characters, two blanks, a hyphen; some write one blank. */
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** RIS, as publishers and library tools export it. Its records seldom have a key (`ID`). */
export const ris: BibliographyFormat = {
  name: 'ris',
  extensions: ['.ris'],

  read(lines) {
    const entries: BibliographyEntry[] = [];
    const problems: BibliographyProblem[] = [];
    let begin = -1;
    let fields = new Map<string, Field[]>();
    let last: { tag: string; parts: string[]; line: number } | undefined;
    const endField = () => {
      if (last === undefined) return;
      const field = { line: last.line, value: last.parts.join(' ').trim() };
      const known = fields.get(last.tag);
      if (known) known.push(field);
      else fields.set(last.tag, [field]);
      last = undefined;
    };
    const endRecord = (end: number, closed: boolean) => {
      endField();
      if (begin < 0) return;
      const entry = readRecord(lines, begin, end, fields);
      if (!closed) problems.push({ kind: 'unclosedEntry', line: begin, args: [entry.key] });
      entries.push(entry);
      begin = -1;
    };
    for (let line = 0; line < lines.count; line++) {
      const text = lines.line(line);
      const [, tag, value = ''] = tagLine.exec(text) ?? [];
      if (tag === 'TY') {
        endRecord(line - 1, false);
        begin = line;
        fields = new Map();
      }
      if (tag === 'ER') {
        endRecord(line, true);
      } else if (tag !== undefined) {
        endField();
        last = { tag, parts: [value], line };
      } else {
        last?.parts.push(text.trim());
      }
    }
    endRecord(lines.count - 1, false);
    return { entries, problems };
  },
};

function readRecord(
  lines: Lines,
  begin: number,
  end: number,
  fields: ReadonlyMap<string, readonly Field[]>,
): BibliographyEntry {
  const value = (...tags: readonly string[]) =>
    tags.flatMap((tag) => fields.get(tag) ?? []).find((field) => field.value !== '')?.value;
  const id = fields.get('ID')?.[0];
  const title = value('TI', 'T1');
  const journal = value('JO', 'T2', 'JF');
  const year = yearIn(value('PY', 'Y1', 'DA') ?? '');
  let last = end;
  while (last > begin && lines.isBlank(last)) last--;
  const keyLine = id ? lines.line(id.line) : '';
  const keyStart = id ? keyLine.length - keyLine.replace(/^ID {1,2}-\s*/, '').length : 0;
  const keyAt = id?.line ?? begin;
  return {
    key: id?.value ?? '',
    type: (value('TY') ?? '').toLowerCase(),
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ') }),
    authors: [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])]
      // Some exporters put BibTeX's whole list into one line.
      .flatMap(({ value: names }) => names.split(/\s+and\s+/))
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
      endCharacter: keyStart + (id?.value.length ?? 0),
    },
    range: {
      startLine: begin,
      startCharacter: 0,
      endLine: last,
      endCharacter: lines.line(last).length,
    },
  };
}
