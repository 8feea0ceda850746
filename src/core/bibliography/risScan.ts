import type { Lines } from '../lines.js';

export interface RisField {
  readonly line: number;
  /** On one line. */
  readonly value: string;
  /** As the file breaks it into lines, without the blanks around them. */
  readonly parts: readonly string[];
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
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** The records of a RIS text, in one pass. */
export function scanRecords(lines: Lines): readonly RisRecord[] {
  const records: RisRecord[] = [];
  let begin = -1;
  let fields = new Map<string, RisField[]>();
  let last: { tag: string; parts: string[]; line: number } | undefined;
  const endField = () => {
    if (last === undefined) return;
    const { tag, line, parts } = last;
    const field = { line, value: parts.join(' ').trim(), parts };
    const known = fields.get(tag);
    if (known) known.push(field);
    else fields.set(tag, [field]);
    last = undefined;
  };
  const endRecord = (end: number, closed: boolean) => {
    endField();
    if (begin >= 0) records.push({ begin, end, closed, fields });
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
  return records;
}
