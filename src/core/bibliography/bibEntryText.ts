import { Lines } from '../lines.js';
import { readBody, type FieldPlace } from './bibFields.js';
import { scanEntries } from './bibScan.js';

/** The text of one BibTeX entry, with the places of its fields. */
export interface BibEntryText {
  readonly text: string;
  readonly key: string;
  /** Behind the key. */
  readonly keyEnd: number;
  readonly fields: readonly FieldPlace[];
}

/** No longer entry is changed. */
const longest = 100_000;
const none: ReadonlySet<string> = new Set();

/** undefined for anything but one whole entry, which nothing is wrong with. */
export function readBibEntry(text: string): BibEntryText | undefined {
  if (text.length > longest) return undefined;
  const [scanned, ...more] = scanEntries(new Lines(text));
  if (!scanned?.closed || more.length > 0) return undefined;
  const fields: FieldPlace[] = [];
  const body = readBody(text, scanned, new Map(), none, (field) => fields.push(field));
  if (body.broken || body.key === undefined) return undefined;
  return { text, key: body.key, keyEnd: body.keyStart + body.key.length, fields };
}

/** A field as it is to be written, with what delimits its value. */
export interface NewField {
  readonly name: string;
  readonly value: string;
}

/** A text to be written into an entry; nothing else of it changes. */
export interface EntryInsertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * Adds fields behind the last one, written as those before them are: with the same separators, the
 * same signs around `=`, in the same column where all are.
 * @returns undefined when an entry has all of them already, or no fields to go by
 */
export function addFields(
  entry: BibEntryText,
  wanted: readonly NewField[],
): EntryInsertion | undefined {
  const { text, keyEnd, fields } = entry;
  const last = fields.at(-1);
  const present = new Set(fields.map(({ name }) => name.toLowerCase()));
  const added = wanted.filter(({ name }) => !present.has(name.toLowerCase()));
  if (!last || added.length === 0) return undefined;
  const before = text.slice(fields.at(-2)?.valueEnd ?? keyEnd, last.start);
  // What else may stand there is a comment, which is not to be repeated.
  const separator = /^\s*,\s*$/.test(before) ? before : `,${/\s*$/.exec(before)?.[0] ?? ''}`;
  const written = added.map(({ name, value }) => separator + name + equals(entry, name) + value);
  return { offset: last.valueEnd, text: written.join('') };
}

/** The `=` with the blanks around it. */
function equals({ text, fields }: BibEntryText, name: string): string {
  const signs = fields.map((field) => {
    const nameEnd = field.start + field.name.length;
    const [, left = '', right = ''] =
      /^([ \t]*)=([ \t]*)/.exec(text.slice(nameEnd, field.valueStart)) ?? [];
    return { length: field.name.length, left, right };
  });
  const { left = '', right = '' } = signs.at(-1) ?? {};
  const columns = new Set(signs.map((sign) => sign.length + sign.left.length));
  const lengths = new Set(signs.map(({ length }) => length));
  const [column = 0] = columns;
  const isAligned = columns.size === 1 && lengths.size > 1;
  const blanks = isAligned ? ' '.repeat(Math.max(1, column - name.length)) : left;
  return `${blanks}=${right}`;
}

/** In quotes where all values of an entry are, else in braces. */
export function delimited({ text, fields }: BibEntryText, value: string): string {
  const opening = fields.map(({ valueStart }) => text[valueStart]);
  const quotes = opening.includes('"') && !opening.includes('{');
  return quotes ? `"${value}"` : `{${value}}`;
}
