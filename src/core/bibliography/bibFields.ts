import type { ScannedEntry } from './bibScan.js';

/** The inside of an entry; values are TeX as written, without their braces or quotes. */
export interface EntryBody {
  /** Undefined when the entry has none. */
  readonly key: string | undefined;
  readonly keyStart: number;
  /** By name in lower case. Of a name that is there twice, the first counts, as for BibTeX. */
  readonly fields: ReadonlyMap<string, string>;
  /** Something in it is not as BibTeX wants it. */
  readonly broken: boolean;
}

/** Where a field stands in the text. Offsets are UTF-16 code units. */
export interface FieldPlace {
  /** As written. */
  readonly name: string;
  readonly start: number;
  /** Of the value with its braces or quotes, and all that `#` joins to it. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** By name in lower case. */
export type Macros = ReadonlyMap<string, string>;

/**
 * A value made of macros gets no longer than this: each `@string` may repeat the one before it twice,
 * and twenty such lines would fill the memory.
 */
const longestJoined = 20_000;

/** Made once: a file asks a million times. */
const blanks = /\s*/y;
const blanksAndCommas = /[\s,]*/y;
const entryKey = /[^\s,{}]*/y;
const untilSign = /[^,{}"=\r\n]*/y;
const fieldName = /[^\s={}",#()%@\\]+/y;
const bareValue = /[^\s,{}"#()=%]+/y;
/** What looks like the beginning of a field, on a line of its own. */
const fieldLine = /[\r\n][ \t]*[A-Za-z][\w-]*[ \t]*=/;

/**
 * Reads the fields of an entry. In a broken entry, reading goes on at the next line that looks like
 * a field, so that a lost brace or comma costs one field.
 * @param wanted names of the fields to keep; all when undefined, for `@string`, which has no key
 * @param note is told of every field
 */
export function readBody(
  text: string,
  entry: ScannedEntry,
  macros: Macros,
  wanted?: ReadonlySet<string>,
  note?: (field: FieldPlace) => void,
): EntryBody {
  const reader = new BodyReader(text, entry, macros, note);
  const { key, start } = wanted ? reader.readKey() : { key: undefined, start: entry.bodyStart };
  const fields = reader.readFields(wanted);
  return { key, keyStart: start, fields, broken: reader.broken };
}

class BodyReader {
  broken = false;
  #at: number;
  #valueEnd = 0;
  readonly #end: number;
  /** Whether a brace or quote may lack its partner. */
  #loose: boolean;
  #searched = { from: 0, found: -1 };

  constructor(
    private readonly text: string,
    entry: ScannedEntry,
    private readonly macros: Macros,
    private readonly note: ((field: FieldPlace) => void) | undefined,
  ) {
    this.#at = entry.bodyStart;
    this.#end = entry.bodyEnd;
    this.#loose = !entry.closed;
  }

  /** Anything up to a comma is a key; without a comma, and with a `=` behind it, it is a field. */
  readKey(): { key: string | undefined; start: number } {
    this.#skip(blanks);
    const start = this.#at;
    const key = this.#take(entryKey);
    this.#skip(blanks);
    const next = this.#char();
    if (key === '' || ((next === '=' || /=/.test(key)) && next !== ',' && next !== '')) {
      this.#at = start;
      return { key: undefined, start };
    }
    if (next !== ',' && next !== '') {
      this.broken = true;
      this.#skip(untilSign);
    }
    return { key, start };
  }

  readFields(wanted: ReadonlySet<string> | undefined): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#skip(blanksAndCommas);
      if (this.#at >= this.#end) return fields;
      const start = this.#at;
      const written = this.#take(fieldName);
      const name = written.toLowerCase();
      this.#skip(blanks);
      if (name === '' || this.#char() !== '=') {
        this.broken = true;
        if (!this.#toNextField()) return fields;
        continue;
      }
      this.#at++;
      const keep = (!wanted || wanted.has(name)) && !fields.has(name);
      this.#skip(blanks);
      const valueStart = this.#at;
      const value = this.#readValue(keep);
      this.note?.({ name: written, start, valueStart, valueEnd: this.#valueEnd });
      if (keep) fields.set(name, value);
      this.#skip(blanks);
      if (this.#at < this.#end && this.#char() !== ',') this.broken = true;
    }
  }

  /** The pieces of a value, which `#` joins. */
  #readValue(keep: boolean): string {
    let value = '';
    for (let count = 0; ; count++) {
      this.#skip(blanks);
      const piece = this.#readPiece(keep);
      if (keep) value = count === 0 ? piece : (value + piece).slice(0, longestJoined);
      this.#valueEnd = this.#at;
      this.#skip(blanks);
      if (this.#char() !== '#') return value;
      this.#at++;
    }
  }

  #readPiece(keep: boolean): string {
    const sign = this.#char();
    if (sign === '{' || sign === '"') return this.#readDelimited(sign === '{', keep);
    const bare = this.#take(bareValue);
    if (bare === '') this.broken = true;
    return this.macros.get(bare.toLowerCase()) ?? bare;
  }

  #readDelimited(braces: boolean, keep: boolean): string {
    const start = this.#at + 1;
    const close = this.#closing(start, braces, this.#limit(start));
    if (close < 0) {
      this.broken = true;
      this.#loose = true;
    }
    const end = close < 0 ? this.#limit(start) : close;
    this.#at = close < 0 ? end : close + 1;
    return keep ? this.text.slice(start, end) : '';
  }

  #closing(from: number, braces: boolean, limit: number): number {
    const { text } = this;
    let depth = 0;
    for (let at = from; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === 123) depth++;
      else if (code === 125 && depth-- === 0) return braces ? at : -1;
      else if (code === 34 && !braces && depth === 0) return at;
    }
    return -1;
  }

  /** How far a value may reach: where delimiters may be missing, to the next field. */
  #limit(from: number): number {
    return this.#loose ? this.#nextField(from) : this.#end;
  }

  #nextField(from: number): number {
    // The same field is next for all that stands before it.
    if (from < this.#searched.from || from > this.#searched.found) {
      const next = this.text.slice(from, this.#end).search(fieldLine);
      this.#searched = { from, found: next < 0 ? this.#end : from + next };
    }
    return this.#searched.found;
  }

  #toNextField(): boolean {
    this.#at = this.#nextField(this.#at);
    return this.#at < this.#end;
  }

  #char(): string {
    return this.#at < this.#end ? this.text.charAt(this.#at) : '';
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    if (pattern.test(this.text)) this.#at = Math.min(pattern.lastIndex, this.#end);
  }

  #take(pattern: RegExp): string {
    const start = this.#at;
    this.#skip(pattern);
    return this.text.slice(start, this.#at);
  }
}
