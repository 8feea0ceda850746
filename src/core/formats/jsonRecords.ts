import type { Lines } from '../lines.js';
import { JsonObject } from './jsonObject.js';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  endOfText,
  JsonScan,
  openBrace,
  openBracket,
  parseJson,
  quote,
  type JsonSpan,
} from './jsonScan.js';

/** Where the records of a data file stand, and what lies between them that should have been one. */
export type JsonRecord = JsonObject | LostText;

/** What is no object, or the place where a list breaks off between two of them. */
export interface LostText extends JsonSpan {
  readonly whole: false;
}

/**
 * The objects of a list.
 * @param holder the member of the outermost object that is the list; undefined when the list is
 * outermost
 */
export function* listedRecords(text: string, holder?: string): Generator<JsonRecord> {
  const scan = new JsonScan(text, { start: 0, end: text.length });
  if (!enterList(scan, holder)) return;
  let lost = -1;
  for (;;) {
    const kind = scan.next();
    if (kind === comma) continue;
    if (kind === openBrace || kind === closeBracket || kind === endOfText) {
      if (lost >= 0) yield { start: lost, end: scan.start, whole: false };
      lost = -1;
      if (kind !== openBrace) break;
      const object = new JsonObject(scan);
      yield object;
      if (!object.whole && scan.end === text.length) return;
    } else if (lost < 0) {
      lost = scan.start;
    }
  }
  if (scan.start < text.length) return;
  const end = text.trimEnd().length;
  yield { start: end, end, whole: false };
}

/**
 * The objects on every line that is not blank.
 * @param to an offset of the text: nothing behind it is looked at, and a record that it cuts is not whole
 */
export function* lineRecords(lines: Lines, to = Infinity): Generator<JsonRecord> {
  for (let line = lines.skipBlank(0); line < lines.count; line = lines.skipBlank(line + 1)) {
    if (lines.start(line) >= to) return;
    const end = Math.min(lines.end(line), to);
    const scan = new JsonScan(lines.text, { start: lines.start(line), end });
    for (let kind = scan.next(); ; kind = scan.next()) {
      if (kind !== openBrace) {
        if (kind !== endOfText || scan.end === scan.start)
          yield { start: lines.start(line), end, whole: false };
        break;
      }
      yield new JsonObject(scan);
      if (lines.text.slice(scan.end, end).trim() === '') break;
    }
  }
}

export interface GroupedText extends JsonSpan {
  /** The member of the outermost object that it stands in. */
  readonly group: string;
  readonly name: string;
  /** Of the name, without its quotes. */
  readonly nameSpan: JsonSpan;
  /** Maybe without a break at its end. Undefined where the file breaks off or the text is damaged. */
  readonly value: string | undefined;
}

/** The texts of a table of tables, `{"group": {"name": "text"}}`, with their names. */
export function* groupedTexts(text: string): Generator<GroupedText> {
  const scan = new JsonScan(text, { start: 0, end: text.length });
  if (scan.next() !== openBrace) return;
  let depth = 1;
  let group = '';
  let name: JsonSpan | undefined;
  let valueIsNext = false;
  let behindValue = false;
  for (let kind = scan.next(); kind !== endOfText; kind = scan.next()) {
    if (kind === quote) {
      // Without a comma between them, one of two texts has lost a quote, and others may be inside it.
      if (behindValue)
        yield textIn(text, group, { start: scan.start + 1, end: scan.end }, scan.end);
      behindValue = false;
      if (valueIsNext && name && depth === 2) {
        yield textIn(text, group, name, scan.end, textAt(scan));
        behindValue = true;
        if (!scan.closed && scan.end === text.length) return;
        name = undefined;
      } else {
        name = { start: scan.start + 1, end: scan.end - 1 };
      }
    } else if (kind === openBrace || kind === openBracket) {
      if (depth === 1 && valueIsNext && name) group = nameAt(text, name);
      depth++;
      name = undefined;
    } else if (kind === closeBrace || kind === closeBracket) {
      depth--;
      name = undefined;
      if (depth === 0) return;
    }
    if (kind !== quote) behindValue = false;
    if (kind === comma) name = undefined;
    valueIsNext = kind === colon && name !== undefined;
  }
  const end = text.trimEnd().length;
  yield textIn(text, group, name ?? { start: end + 1, end }, end);
}

/**
 * The text that the scan stands on. Without escapes it is what is written, and needs no parser, which
 * would make a copy of every row of the file. Rows of a table end with a break, which is left out.
 */
function textAt({ text, start, end, closed, escape }: JsonScan): unknown {
  if (closed && escape === -1) return text.slice(start + 1, end - 1);
  const isRow = closed && escape === end - 3 && text.startsWith('\\n', escape);
  return isRow ? text.slice(start + 1, escape) : parseJson(text.slice(start, end));
}

function textIn(
  text: string,
  group: string,
  nameSpan: JsonSpan,
  end: number,
  value?: unknown,
): GroupedText {
  const name = nameAt(text, nameSpan);
  const start = nameSpan.start - 1;
  return {
    group,
    name,
    nameSpan,
    value: typeof value === 'string' ? value : undefined,
    start,
    end,
  };
}

function nameAt(text: string, { start, end }: JsonSpan): string {
  const written = text.slice(start, end);
  const name = written.includes('\\') ? parseJson(`"${written}"`) : written;
  return typeof name === 'string' ? name : written;
}

function enterList(scan: JsonScan, holder: string | undefined): boolean {
  const first = scan.next();
  if (holder === undefined) return first === openBracket;
  if (first !== openBrace) return false;
  let depth = 0;
  let isName = false;
  for (let kind = scan.next(); kind !== endOfText; kind = scan.next()) {
    if (kind === colon && isName) return scan.next() === openBracket;
    isName =
      kind === quote &&
      depth === 0 &&
      nameAt(scan.text, { start: scan.start + 1, end: scan.end - 1 }) === holder;
    if (kind === openBrace || kind === openBracket) depth++;
    else if (kind === closeBrace || kind === closeBracket) depth--;
    if (depth < 0) return false;
  }
  return false;
}
