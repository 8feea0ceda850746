import { namesIn } from './authorNames.js';
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

/**
 * An object of a data file, in its place there. A member is parsed when it is asked for, so that one
 * damaged text does not take the others along. Every method is content with what it finds: a value
 * of another type than is asked for is none.
 */
export class JsonObject implements JsonSpan {
  readonly start: number;
  readonly end: number;
  /** Its brace is closed. */
  readonly whole: boolean;
  readonly #text: string;
  /** Values from behind the colon to before the comma. */
  readonly #members: ReadonlyMap<string, JsonSpan>;
  /** The last one asked for: a paper inside a record is asked for again and again. */
  #nested: { readonly name: string; readonly object: JsonObject | undefined } | undefined;

  /** @param scan stands on the opening brace; then on the closing one, or where the object breaks off */
  constructor(scan: JsonScan) {
    this.#text = scan.text;
    this.start = scan.start;
    const members = new Map<string, JsonSpan>();
    this.#members = members;
    let depth = 0;
    let name: string | undefined;
    let value = -1;
    for (;;) {
      const kind = scan.next();
      if (depth > 0) {
        if (kind === openBrace || kind === openBracket) depth++;
        else if (kind === closeBrace || kind === closeBracket) depth--;
        else if (kind === endOfText) break;
        continue;
      }
      if (kind === quote) {
        if (value < 0) name = this.#text.slice(scan.start + 1, scan.end - 1);
      } else if (kind === colon) {
        if (value < 0 && name !== undefined) value = scan.end;
      } else if (kind === openBrace || kind === openBracket) {
        // An object where a name should be is the next of a list: this one has lost its end.
        if (value < 0 && name === undefined) {
          scan.stepBack();
          break;
        }
        depth = 1;
      } else {
        if (value >= 0 && name !== undefined) members.set(name, { start: value, end: scan.start });
        if (kind !== comma) {
          if (kind === closeBracket) scan.stepBack();
          this.whole = kind === closeBrace;
          this.end = kind === closeBrace ? scan.end : scan.start;
          return;
        }
        name = undefined;
        value = -1;
      }
    }
    this.whole = false;
    this.end = scan.end;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  names(): Iterable<string> {
    return this.#members.keys();
  }

  value(name: string): unknown {
    const span = this.#members.get(name);
    return span && parseJson(this.#text.slice(span.start, span.end));
  }

  object(name: string): JsonObject | undefined {
    if (this.#nested?.name === name) return this.#nested.object;
    const span = this.#members.get(name);
    if (!span) return undefined;
    const scan = new JsonScan(this.#text, span);
    const object = scan.next() === openBrace ? new JsonObject(scan) : undefined;
    this.#nested = { name, object };
    return object;
  }

  /** What stands between the quotes of a text, as written. */
  written(name: string): JsonSpan | undefined {
    const span = this.#members.get(name);
    if (!span) return undefined;
    const scan = new JsonScan(this.#text, span);
    if (scan.next() !== quote || !scan.closed) return undefined;
    return { start: scan.start + 1, end: scan.end - 1 };
  }

  /** A title or a comment: breaks and their indentation become blanks. */
  line(name: string): string {
    return oneLine(this.value(name));
  }

  /** An abstract or an AI text, with its line breaks. */
  lines(name: string): string {
    return linesOf(this.value(name));
  }

  /** The texts of a list, each on one line, blank ones left out. */
  list(name: string): string[] {
    return texts(this.value(name));
  }

  /** Authors, as a list of names or as one text with commas between them. */
  authors(name: string): string[] {
    const value = this.value(name);
    return namesIn(typeof value === 'string' ? oneLine(value).split(',') : texts(value));
  }
}

/** The object that a text is. */
export function objectOf(text: string): JsonObject | undefined {
  const scan = new JsonScan(text, { start: 0, end: text.length });
  return scan.next() === openBrace ? new JsonObject(scan) : undefined;
}

export function oneLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = value.trim();
  return text.includes('  ') || /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

export function linesOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return (value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value).trim();
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function texts(value: unknown): string[] {
  return listOf(value)
    .map(oneLine)
    .filter((text) => text !== '');
}

/** A text that stands in each element of a list of objects. */
export function textsOfEach(value: unknown, name: string): string[] {
  return texts(listOf(value).map((element) => memberOf(element, name)));
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
