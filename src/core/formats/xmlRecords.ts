import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { ElementKind, type XmlShape } from './xmlPaths.js';

/** A text or an attribute of an XML document. */
export interface XmlValue {
  /** With character references and CDATA sections replaced by what they stand for. */
  readonly text: string;
  /** Of the value as written; offsets are UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/**
 * By path: the names of the elements down to a value, without their prefixes: `author/name`;
 * `link@href` for an attribute. In a record, they begin below its element, else with the root.
 */
export type XmlValues = ReadonlyMap<string, readonly XmlValue[]>;

/** An element that stands for a paper. */
export interface XmlRecord {
  readonly start: number;
  /** Behind its closing tag; behind its last sign where that is missing. */
  readonly end: number;
  readonly closed: boolean;
  readonly values: XmlValues;
}

export interface XmlRecords {
  readonly records: readonly XmlRecord[];
  /** What stands outside of the records. */
  readonly head: XmlValues;
}

/**
 * Reads the records of an XML document, as far as it is one: a record in which another begins ends
 * there. Only the five entities of XML and numbers are replaced; declarations of others are passed
 * over, so that none grows. One pass; no recursion.
 * Of an element and one inside of it that are both wanted, the inner is read.
 */
export function readXmlRecords(text: string, shape: XmlShape): XmlRecords {
  const reader = new RecordReader(text, shape);
  // To look for references in all that is passed over would cost most of the time.
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.finish();
}

/** Feeds are shallow; what lies deeper is counted and passed over. */
const deepest = 16;

interface OpenValue {
  readonly path: string;
  /** How many elements are open, itself included. */
  readonly depth: number;
  readonly start: number;
  text: string;
}

const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}

class RecordReader implements TokenizerCallbacks {
  readonly #records: XmlRecord[] = [];
  readonly #head = new Map<string, XmlValue[]>();
  readonly #outside: ElementKind;
  /** Elements that are open. */
  readonly #stack: ElementKind[] = [];
  /** Where the element of the open record is in the stack; -1 when there is none. */
  #recordDepth = -1;
  #tooDeep = 0;
  #record: { start: number; values: Map<string, XmlValue[]> } | undefined;
  #value: OpenValue | undefined;
  /** The element of the tag that is being read. */
  #tag: ElementKind;
  #attribute: { path: string; start: number; end: number; text: string } | undefined;

  constructor(
    private readonly text: string,
    shape: XmlShape,
  ) {
    this.#outside = ElementKind.outside(shape);
    this.#tag = this.#outside;
  }

  finish(): XmlRecords {
    this.#endRecord(this.text.length, false);
    return { records: this.#records, head: this.#head };
  }

  onopentagname(start: number, end: number): void {
    const name = this.#localName(start, end);
    this.#tag = (this.#stack.at(-1) ?? this.#outside).child(name);
    if (!this.#tag.isRecord) return;
    this.#endRecord(start - 1, false);
    this.#record = { start: start - 1, values: new Map() };
  }

  onattribname(start: number, end: number): void {
    const { attributes } = this.#tag;
    const path = attributes.size === 0 ? undefined : attributes.get(this.#localName(start, end));
    this.#attribute = path === undefined ? undefined : { path, start: end, end, text: '' };
  }

  onattribdata(start: number, end: number): void {
    const attribute = this.#attribute;
    if (!attribute) return;
    if (attribute.text === '') attribute.start = start;
    attribute.end = end;
    attribute.text += this.text.slice(start, end);
  }

  onattribentity(): void {
    // Not told apart.
  }

  onattribend(): void {
    const attribute = this.#attribute;
    this.#attribute = undefined;
    if (!attribute) return;
    const { path, start, end, text } = attribute;
    this.#push(path, { text: withoutReferences(text), start, end });
  }

  onopentagend(end: number): void {
    if (this.#stack.length >= deepest) {
      this.#tooDeep++;
      return;
    }
    const { path, isWanted } = this.#tag;
    const depth = this.#stack.push(this.#tag);
    if (this.#tag.isRecord) this.#recordDepth = depth - 1;
    if (isWanted) this.#value = { path, depth, start: end + 1, text: '' };
  }

  onselfclosingtag(end: number): void {
    if (this.#tag.isRecord) this.#endRecord(end + 1, true);
  }

  /** What is open inside of the element that ends, ends with it. */
  onclosetag(start: number, end: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const name = this.#localName(start, end);
    let depth = this.#stack.length - 1;
    while (depth >= 0 && this.#stack[depth]?.name !== name) depth--;
    const closing = this.#stack[depth];
    if (!closing) return;
    if (this.#value && this.#value.depth > depth) this.#endValue(start - 2);
    if (closing.isRecord) {
      const sign = this.text.indexOf('>', end);
      this.#endRecord(sign === -1 ? this.text.length : sign + 1, true);
    } else if (depth < this.#recordDepth) {
      this.#endRecord(start - 2, false);
    }
    if (this.#stack.length > depth) this.#stack.length = depth;
  }

  ontext(start: number, end: number): void {
    if (this.#value) this.#value.text += withoutReferences(this.text.slice(start, end));
  }

  ontextentity(): void {
    // Not told apart.
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.#value) this.#value.text += this.text.slice(start, end - endOffset);
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
    const colon = name.indexOf(':');
    return colon === -1 ? name : name.slice(colon + 1);
  }

  #push(path: string, value: XmlValue): void {
    const values = this.#record?.values ?? this.#head;
    const known = values.get(path);
    if (known) known.push(value);
    else values.set(path, [value]);
  }

  #endValue(end: number): void {
    const value = this.#value;
    this.#value = undefined;
    if (!value) return;
    const { path, start, text } = value;
    this.#push(path, { text, start, end: Math.max(start, end) });
  }

  #endRecord(end: number, closed: boolean): void {
    const record = this.#record;
    if (!record) return;
    let last = end;
    if (!closed) while (/\s/.test(this.text.charAt(last - 1))) last--;
    this.#endValue(last);
    if (this.#recordDepth !== -1) this.#stack.length = this.#recordDepth;
    this.#recordDepth = -1;
    this.#tooDeep = 0;
    this.#record = undefined;
    this.#records.push({ start: record.start, end: last, closed, values: record.values });
  }
}
