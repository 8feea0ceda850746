import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** A text or an attribute of an XML document. */
export interface XmlValue {
  /**
   * Names of the elements down to it, without their prefixes: `author/name`; `link@href` for an
   * attribute. From the record's element on, itself excluded; outside of records, from the root on.
   */
  readonly path: string;
  /** With character references and CDATA sections replaced by what they stand for. */
  readonly text: string;
  /** Of the value as written; offsets are UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** An element that stands for a paper. */
export interface XmlRecord {
  readonly start: number;
  /** Behind its closing tag; behind its last sign where that is missing. */
  readonly end: number;
  readonly closed: boolean;
  readonly values: readonly XmlValue[];
}

export interface XmlRecords {
  readonly records: readonly XmlRecord[];
  /** What stands outside of the records. */
  readonly head: readonly XmlValue[];
}

/**
 * Reads the records of an XML document, as far as it is one: a record in which another begins ends
 * there. Only the five entities of XML and numbers are replaced; declarations of others are passed
 * over, so that none grows. One pass; no recursion.
 * @param names of the elements that are records
 * @param wanted the paths to be read; of an element and one inside of it, the inner
 */
export function readXmlRecords(
  text: string,
  names: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): XmlRecords {
  const reader = new RecordReader(text, names, wanted);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

/** Feeds are shallow; what lies deeper is counted and passed over. */
const deepest = 16;

interface OpenElement {
  readonly name: string;
  readonly path: string;
  readonly isRecord: boolean;
}

interface OpenValue {
  readonly path: string;
  readonly depth: number;
  readonly start: number;
  pieces: string;
}

class RecordReader implements TokenizerCallbacks {
  readonly #records: XmlRecord[] = [];
  readonly #head: XmlValue[] = [];
  readonly #stack: OpenElement[] = [];
  #tooDeep = 0;
  #record: { start: number; values: XmlValue[] } | undefined;
  #value: OpenValue | undefined;
  #tag: { name: string; start: number } = { name: '', start: 0 };
  #attribute: { path: string; start: number; end: number; text: string } | undefined;

  constructor(
    private readonly text: string,
    private readonly names: ReadonlySet<string>,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  finish(): XmlRecords {
    this.#endRecord(this.text.length, false);
    return { records: this.#records, head: this.#head };
  }

  onopentagname(start: number, end: number): void {
    this.#tag = { name: this.#localName(start, end), start: start - 1 };
    if (!this.names.has(this.#tag.name)) return;
    this.#endRecord(this.#tag.start, false);
    this.#record = { start: this.#tag.start, values: [] };
  }

  onattribname(start: number, end: number): void {
    const path = `${this.#pathOf(this.#tag.name)}@${this.#localName(start, end)}`;
    this.#attribute = this.wanted.has(path) ? { path, start: end, end, text: '' } : undefined;
  }

  onattribdata(start: number, end: number): void {
    const attribute = this.#attribute;
    if (!attribute) return;
    if (attribute.text === '') attribute.start = start;
    attribute.end = end;
    attribute.text += this.text.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    if (this.#attribute) this.#attribute.text += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.#attribute) this.#push(this.#attribute);
    this.#attribute = undefined;
  }

  onopentagend(end: number): void {
    if (this.#stack.length >= deepest) {
      this.#tooDeep++;
      return;
    }
    const { name } = this.#tag;
    const isRecord = this.names.has(name);
    const path = isRecord ? '' : this.#pathOf(name);
    this.#stack.push({ name, path, isRecord });
    if (this.wanted.has(path)) {
      this.#value = { path, depth: this.#stack.length, start: end + 1, pieces: '' };
    }
  }

  onselfclosingtag(end: number): void {
    if (this.names.has(this.#tag.name)) this.#endRecord(end + 1, true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#localName(start, end);
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const depth = this.#stack.findLastIndex((open) => open.name === name);
    if (depth === -1) return;
    const closing = this.#stack[depth];
    if (this.#value && this.#value.depth > depth) this.#endValue(start - 2);
    const endsRecord = this.#stack.slice(depth + 1).some(({ isRecord }) => isRecord);
    if (endsRecord) this.#endRecord(start - 2, false);
    this.#stack.length = depth;
    if (closing?.isRecord === true) {
      const sign = this.text.indexOf('>', end);
      this.#endRecord(sign === -1 ? this.text.length : sign + 1, true);
    }
  }

  ontext(start: number, end: number): void {
    if (this.#value) this.#value.pieces += this.text.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    if (this.#value) this.#value.pieces += String.fromCodePoint(codepoint);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.ontext(start, end - endOffset);
  }

  oncomment(): void {
    // Nobody's text.
  }
  ondeclaration(): void {
    // Nor the names of entities.
  }
  onprocessinginstruction(): void {
    // Nor what is meant for programs.
  }
  onend(): void {
    // `finish` does that.
  }

  #localName(start: number, end: number): string {
    const name = this.text.slice(start, end);
    return name.slice(name.indexOf(':') + 1);
  }

  #pathOf(name: string): string {
    if (this.names.has(name)) return '';
    const above = this.#stack.at(-1)?.path ?? '';
    return above === '' ? name : `${above}/${name}`;
  }

  #push(value: XmlValue): void {
    (this.#record?.values ?? this.#head).push(value);
  }

  #endValue(end: number): void {
    const value = this.#value;
    this.#value = undefined;
    if (!value) return;
    const { path, start, pieces } = value;
    this.#push({ path, text: pieces, start, end: Math.max(start, end) });
  }

  #endRecord(end: number, closed: boolean): void {
    const record = this.#record;
    if (!record) return;
    let last = end;
    if (!closed) while (/\s/.test(this.text.charAt(last - 1))) last--;
    this.#endValue(last);
    const depth = this.#stack.findLastIndex(({ isRecord }) => isRecord);
    if (depth !== -1) this.#stack.length = depth;
    this.#tooDeep = 0;
    this.#record = undefined;
    this.#records.push({ start: record.start, end: last, closed, values: record.values });
  }
}
