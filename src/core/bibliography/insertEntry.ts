import { Lines } from '../lines.js';
import { findArray, type JsonArray } from './jsonArray.js';

/** A text to be written at a place; nothing else of the file changes. */
export interface TextInsertion {
  /** In UTF-16 code units, without the byte order mark, as VS Code counts. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/**
 * Where and what to write when an entry is added to a bibliography: behind its last entry, apart from
 * it as the format has it, with the file's own line ends, and with a final line end if the file has
 * one (an empty file gets one).
 * @param format name of the bibliography's format
 * @param entry in that format, with lines ending at `\n`; of JSON one object, of Hayagriva one `key:`
 * with what belongs to it
 * @returns undefined when the format is only read, or when an entry has no place in such a text
 */
export function insertEntry(
  format: string,
  content: string,
  entry: string,
): TextInsertion | undefined {
  const text = content.replace(/^\uFEFF/, '');
  const lines = new Lines(text);
  const place = write(format, text, entry.trim());
  if (!place) return undefined;
  const eol = lineEndOf(text);
  const line = lines.lineAt(place.offset);
  return {
    offset: place.offset,
    line,
    character: place.offset - lines.start(line),
    text: place.text.replaceAll('\n', eol),
  };
}

interface Place {
  readonly offset: number;
  /** Lines end at `\n`. */
  readonly text: string;
}

function write(format: string, text: string, entry: string): Place | undefined {
  switch (format) {
    case 'bibtex':
      return appended(text, entry);
    case 'hayagriva':
      return isBlockMap(text) ? appended(text, entry) : undefined;
    case 'cslJson':
      return intoArray(text, entry);
    default:
      return undefined;
  }
}

/** The line end that most lines have. */
function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1;
  const withReturn = text.split('\r\n').length - 1;
  if (all === 0) return text.includes('\r') ? '\r' : '\n';
  return withReturn * 2 > all ? '\r\n' : '\n';
}

/** One blank line behind the last line that has text. */
function appended(text: string, entry: string): Place {
  const end = text.trimEnd().length;
  if (end === 0) return { offset: text.length, text: `${entry}\n` };
  const lineEnd = /[^\r\n]*(?:\r\n?|\n)/y;
  lineEnd.lastIndex = end;
  return lineEnd.test(text)
    ? { offset: lineEnd.lastIndex, text: `\n${entry}\n` }
    : { offset: text.length, text: `\n\n${entry}` };
}

/** Whether a line `key:` at the end of the text is one more entry. */
function isBlockMap(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => /^[^\s#]/.test(line));
  const documents = lines.findLastIndex((line) => /^(?:---|\.\.\.)(?:\s|$)/.test(line));
  return documents <= 0 && lines.slice(documents + 1).every((line) => /^[^[\]{}%&*!-]/.test(line));
}

function intoArray(text: string, entry: string): Place | undefined {
  if (text.trim() === '') return { offset: text.length, text: `[\n${indented(entry, '  ')}\n]\n` };
  const array = findArray(text);
  // What stands behind the last object must be nothing but the bracket.
  const last = array?.objects.at(-1);
  const from = last?.end ?? array?.inside ?? 0;
  if (!array || array.close < 0 || text.slice(from, array.close).trim() !== '') return undefined;
  if (!last) {
    const unit = indented(entry, '  ');
    const tail = /[\r\n]/.test(text.slice(from, array.close)) ? '' : '\n';
    return { offset: array.inside, text: `\n${unit}${tail}` };
  }
  return { offset: last.end, text: `,${separator(text, array, entry)}` };
}

/** What stands before the new object and the object itself, in the style of those before it. */
function separator(text: string, array: JsonArray, entry: string): string {
  const [first] = array.objects;
  const last = array.objects.at(-1);
  if (!first || !last) return entry;
  const object = compact(entry);
  const [, margin] = /[\r\n]([ \t]*)$/.exec(text.slice(0, last.start)) ?? [];
  const [, inner] = /[\r\n]([ \t]*)\S/.exec(text.slice(last.start, last.end)) ?? [];
  const isSpread = inner !== undefined;
  const unit =
    isSpread && inner.startsWith(margin ?? '') && inner !== margin
      ? inner.slice((margin ?? '').length)
      : '  ';
  const written = isSpread ? indented(spread(entry, unit), margin ?? '').trimStart() : object;
  if (margin !== undefined) return `\n${margin}${written}`;
  const gap = array.objects.length > 1 && /,\s$/.test(text.slice(0, last.start)) ? ' ' : '';
  return gap + written;
}

function compact(entry: string): string {
  const value = parsed(entry);
  return value === undefined ? entry : JSON.stringify(value);
}

function spread(entry: string, unit: string): string {
  const value = parsed(entry);
  return value === undefined ? entry : JSON.stringify(value, null, unit);
}

function parsed(entry: string): unknown {
  try {
    return JSON.parse(entry) as unknown;
  } catch {
    return undefined;
  }
}

function indented(entry: string, margin: string): string {
  return entry.replace(/^/gm, margin);
}
