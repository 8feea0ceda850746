import type { Lines } from '../lines.js';

/** Where a field is, with the lines that continue it. */
export interface RisField {
  readonly line: number;
  /** Exclusive. */
  readonly end: number;
}

/** A record, from its `TY` on. */
export interface RisRecord {
  readonly begin: number;
  /** Inclusive: that of `ER`, or the one before the next record. */
  readonly end: number;
  readonly closed: boolean;
  /** By tag; tags may be there several times. */
  readonly fields: ReadonlyMap<string, readonly RisField[]>;
}

/** A line of RIS: two characters, two blanks, a hyphen; some write one blank. */
const tagMark = /[A-Z][A-Z0-9] {1,2}-(?: |$)/my;

/** The records of a RIS text, in one pass. */
export function scanRecords(lines: Lines): readonly RisRecord[] {
  const records: RisRecord[] = [];
  let begin = -1;
  let fields = new Map<string, RisField[]>();
  let last: { readonly tag: string; readonly line: number } | undefined;
  const endField = (end: number) => {
    if (last === undefined) return;
    const { tag, line } = last;
    const known = fields.get(tag);
    if (known) known.push({ line, end });
    else fields.set(tag, [{ line, end }]);
    last = undefined;
  };
  const endRecord = (end: number, closed: boolean) => {
    endField(closed ? end : end + 1);
    if (begin >= 0) records.push({ begin, end, closed, fields });
    begin = -1;
    // What stands between two records is nobody's.
    fields = new Map();
  };
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line);
    tagMark.lastIndex = start;
    if (!tagMark.test(lines.text)) continue;
    const tag = lines.text.slice(start, start + 2);
    if (tag === 'TY') {
      endRecord(line - 1, false);
      begin = line;
    }
    if (tag === 'ER') {
      endRecord(line, true);
    } else {
      endField(line);
      last = { tag, line };
    }
  }
  endRecord(lines.count - 1, false);
  return records;
}

/** The parts of a field's value, one for each line. */
export function partsOf(lines: Lines, { line, end }: RisField): readonly string[] {
  const text = lines.line(line);
  const parts = [text.slice(text.indexOf('-') + 1).trim()];
  for (let next = line + 1; next < end; next++) parts.push(lines.line(next).trim());
  return parts;
}

/** On one line. */
export function valueOf(lines: Lines, field: RisField): string {
  return partsOf(lines, field).join(' ').trim();
}
