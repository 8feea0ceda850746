import { nameTerm, scanTerms, wordTerm, type TermSink } from './analyzer.js';
import { fieldWeights, searchFields, type SearchText } from './fields.js';
import { eachPosting, termAt, type Segment } from './segment.js';

/**
 * Numbers the terms of many texts. Words are looked up as they are written, so that folding and
 * stemming is done once for each spelling, not for each occurrence. Shared by the segments of a build;
 * to be thrown away after it.
 */
export class TermTable {
  readonly #terms: string[] = [];
  /** For a pair its two code units in one number, else 0. */
  readonly #pairKeys: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #pairs = new NumberTable();

  get size(): number {
    return this.#terms.length;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** -1 for a stop word. */
  word(word: string): number {
    return this.#look(this.#words, word, wordTerm);
  }

  name(name: string): number {
    return this.#look(this.#names, name, nameTerm);
  }

  /** @param second 0 for a single character */
  pair(first: number, second: number): number {
    const key = first * 65536 + second;
    const known = this.#pairs.get(key);
    if (known >= 0) return known;
    const text = second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second);
    const number = this.#add(text, key);
    this.#pairs.set(key, number);
    return number;
  }

  /** Sorts by the terms' UTF-16 code units. Pairs, the most by far in Chinese, as numbers. */
  sort(numbers: readonly number[]): number[] {
    const words = numbers.filter((number) => this.#pairKeys[number] === 0);
    words.sort((a, b) => compare(this.term(a), this.term(b)));
    const pairs = numbers.filter((number) => this.#pairKeys[number] !== 0);
    const keys = Float64Array.from(pairs, (number) => this.#pairKeys[number] ?? 0).sort();
    const sorted: number[] = [];
    let word = 0;
    for (const key of keys) {
      const pair = this.#pairs.get(key);
      while (word < words.length && this.term(words[word] ?? 0) < this.term(pair)) {
        sorted.push(words[word++] ?? 0);
      }
      sorted.push(pair);
    }
    return [...sorted, ...words.slice(word)];
  }

  #look(table: Map<string, number>, spelling: string, termOf: (text: string) => string): number {
    const known = table.get(spelling);
    if (known !== undefined) return known;
    const term = termOf(spelling);
    const number = term === '' ? -1 : (this.#numbers.get(term) ?? this.#add(term, 0));
    table.set(spelling, number);
    return number;
  }

  #add(term: string, pairKey: number): number {
    const number = this.#terms.push(term) - 1;
    this.#pairKeys.push(pairKey);
    if (pairKey === 0) this.#numbers.set(term, number);
    return number;
  }
}

/**
 * From numbers below 2^32 to numbers from 0. A `Map` would keep keys above 2^30 as objects, and a
 * Chinese digest asks for a million of them.
 */
class NumberTable {
  #keys = new Uint32Array(1 << 12);
  #values = new Int32Array(1 << 12).fill(-1);
  #count = 0;

  /** -1 for a key that is not there. */
  get(key: number): number {
    return this.#values[this.#place(key)] ?? -1;
  }

  set(key: number, value: number): void {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const place = this.#place(key);
    if (this.#values[place] === -1) this.#count++;
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  /** Where the key stands, or would stand. */
  #place(key: number): number {
    const last = this.#keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
    while (this.#values[place] !== -1 && this.#keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2).fill(-1);
    for (const [at, value] of values.entries()) {
      if (value === -1) continue;
      const place = this.#place(keys[at] ?? 0);
      this.#keys[place] = keys[at] ?? 0;
      this.#values[place] = value;
    }
  }
}

/** Longer runs of letters are data, and would fill the table. */
const longestWord = 64;

/** Builds the segment of some entries, numbered in their order. */
export function buildSegment(texts: readonly SearchText[], table = new TermTable()): Segment {
  const collector = new Collector(texts.length, table);
  for (const [entry, fields] of texts.entries()) {
    for (const [place, field] of searchFields.entries()) {
      collector.addText(fields[field], entry, 1 << place, fieldWeights[field]);
      if (place === 0) collector.endTitle(entry);
    }
  }
  return collector.finish();
}

/** Gathers postings in the order of the entries, and sorts them by term in the end. */
class Collector implements TermSink {
  readonly #table: TermTable;
  readonly #titleLengths: Uint8Array;
  readonly #lengths: Uint16Array;
  /** What is being read. */
  #text = '';
  #entry = 0;
  #mask = 0;
  #weight = 0;
  #count = 0;
  #terms = new Uint32Array(1 << 14);
  #entries = new Uint32Array(1 << 14);
  #masks = new Uint8Array(1 << 14);
  #weights = new Uint8Array(1 << 14);
  /** The last posting of each term: the one to add to while its entry is read. */
  #last = new Int32Array(1 << 14).fill(-1);
  /** Number of postings of each term, and the terms that have any. */
  #frequencies = new Uint32Array(1 << 14);
  readonly #used: number[] = [];

  constructor(entryCount: number, table: TermTable) {
    this.#table = table;
    this.#lengths = new Uint16Array(entryCount);
    this.#titleLengths = new Uint8Array(entryCount);
    if (table.size >= this.#last.length) this.#growTerms(table.size);
  }

  addText(text: string, entry: number, mask: number, weight: number): void {
    this.#text = text;
    this.#entry = entry;
    this.#mask = mask;
    this.#weight = weight;
    scanTerms(text, this);
  }

  /** The title is the first text of an entry. */
  endTitle(entry: number): void {
    this.#titleLengths[entry] = Math.min(255, this.#lengths[entry] ?? 0);
  }

  word(start: number, end: number, whole: boolean): void {
    if (end - start > longestWord) return;
    const word = this.#text.slice(start, end);
    const term = whole ? this.#table.name(word) : this.#table.word(word);
    if (term >= 0) this.#add(term);
  }

  pair(first: number, second: number): void {
    this.#add(this.#table.pair(first, second));
  }

  #add(term: number): void {
    const entry = this.#entry;
    const length = this.#lengths[entry] ?? 0;
    if (length < 65535) this.#lengths[entry] = length + 1;
    if (term >= this.#last.length) this.#growTerms(term);
    const last = this.#last[term] ?? -1;
    if (last >= 0 && this.#entries[last] === entry) {
      this.#masks[last] = (this.#masks[last] ?? 0) | this.#mask;
      this.#weights[last] = Math.min(255, (this.#weights[last] ?? 0) + this.#weight);
      return;
    }
    if (last < 0) this.#used.push(term);
    if (this.#count === this.#terms.length) this.#growPostings();
    const at = this.#count++;
    this.#terms[at] = term;
    this.#entries[at] = entry;
    this.#masks[at] = this.#mask;
    this.#weights[at] = this.#weight;
    this.#last[term] = at;
    this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
  }

  finish(): Segment {
    const used = this.#table.sort(this.#used);
    // A counting sort keeps the entries of each term in ascending order.
    const next = this.#last;
    let sum = 0;
    for (const term of used) {
      next[term] = sum;
      sum += this.#frequencies[term] ?? 0;
    }
    const order = new Uint32Array(this.#count);
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] ?? 0;
      const place = next[term] ?? 0;
      order[place] = at;
      next[term] = place + 1;
    }
    const writer = new SegmentWriter(this.#lengths.length, used.length);
    let from = 0;
    for (const term of used) {
      const to = from + (this.#frequencies[term] ?? 0);
      writer.term(this.#table.term(term));
      for (; from < to; from++) {
        const at = order[from] ?? 0;
        writer.posting(this.#entries[at] ?? 0, this.#masks[at] ?? 0, this.#weights[at] ?? 0);
      }
    }
    return writer.finish(this.#lengths, this.#titleLengths);
  }

  #growTerms(term: number): void {
    const size = Math.max(this.#last.length * 2, term + 1);
    this.#last = grow(this.#last, new Int32Array(size).fill(-1));
    this.#frequencies = grow(this.#frequencies, new Uint32Array(size));
  }

  #growPostings(): void {
    const size = this.#terms.length * 2;
    this.#terms = grow(this.#terms, new Uint32Array(size));
    this.#entries = grow(this.#entries, new Uint32Array(size));
    this.#masks = grow(this.#masks, new Uint8Array(size));
    this.#weights = grow(this.#weights, new Uint8Array(size));
  }
}

/** Writes terms in their sorted order, each followed by its postings. */
class SegmentWriter {
  readonly #entryCount: number;
  readonly #termStarts: Uint32Array;
  readonly #postingStarts: Uint32Array;
  readonly #frequencies: Uint32Array;
  #chars = new Uint16Array(1 << 14);
  #charCount = 0;
  #bytes = new Uint8Array(1 << 16);
  #byteCount = 0;
  #term = -1;
  #previous = 0;

  constructor(entryCount: number, termCount: number) {
    this.#entryCount = entryCount;
    this.#termStarts = new Uint32Array(termCount + 1);
    this.#postingStarts = new Uint32Array(termCount + 1);
    this.#frequencies = new Uint32Array(termCount);
  }

  term(text: string): void {
    this.#term++;
    this.#previous = 0;
    this.#termStarts[this.#term] = this.#charCount;
    this.#postingStarts[this.#term] = this.#byteCount;
    while (this.#charCount + text.length > this.#chars.length) {
      this.#chars = grow(this.#chars, new Uint16Array(this.#chars.length * 2));
    }
    for (let at = 0; at < text.length; at++) this.#chars[this.#charCount++] = text.charCodeAt(at);
  }

  posting(entry: number, mask: number, weight: number): void {
    // A gap takes five bytes at most.
    if (this.#byteCount + 7 > this.#bytes.length) {
      this.#bytes = grow(this.#bytes, new Uint8Array(this.#bytes.length * 2));
    }
    let gap = entry - this.#previous;
    this.#previous = entry;
    for (; gap > 127; gap >>>= 7) this.#bytes[this.#byteCount++] = (gap & 127) | 128;
    this.#bytes[this.#byteCount++] = gap;
    this.#bytes[this.#byteCount++] = mask;
    this.#bytes[this.#byteCount++] = weight;
    this.#frequencies[this.#term] = (this.#frequencies[this.#term] ?? 0) + 1;
  }

  finish(lengths: Uint16Array, titleLengths: Uint8Array): Segment {
    const termCount = this.#frequencies.length;
    this.#termStarts[termCount] = this.#charCount;
    this.#postingStarts[termCount] = this.#byteCount;
    return {
      entryCount: this.#entryCount,
      termCount,
      termStarts: this.#termStarts,
      termChars: this.#chars.slice(0, this.#charCount),
      frequencies: this.#frequencies,
      postingStarts: this.#postingStarts,
      postings: this.#bytes.slice(0, this.#byteCount),
      lengths,
      titleLengths,
    };
  }
}

/**
 * One segment that answers as all of them do: the entries of the first, then those of the second, and
 * so on. Costs their size; the parts stay as they are.
 */
export function mergeSegments(parts: readonly Segment[]): Segment {
  const firstEntries: number[] = [];
  let entryCount = 0;
  for (const part of parts) {
    firstEntries.push(entryCount);
    entryCount += part.entryCount;
  }
  const places = new Map<string, { readonly part: number; readonly term: number }[]>();
  for (const [number, part] of parts.entries()) {
    for (let term = 0; term < part.termCount; term++) {
      const text = termAt(part, term);
      const known = places.get(text);
      if (known) known.push({ part: number, term });
      else places.set(text, [{ part: number, term }]);
    }
  }
  const writer = new SegmentWriter(entryCount, places.size);
  for (const text of [...places.keys()].sort(compare)) {
    writer.term(text);
    for (const { part, term } of places.get(text) ?? []) {
      const segment = parts[part];
      const first = firstEntries[part] ?? 0;
      if (segment) {
        eachPosting(segment, term, (entry, mask, weight) => {
          writer.posting(first + entry, mask, weight);
        });
      }
    }
  }
  const lengths = new Uint16Array(entryCount);
  const titleLengths = new Uint8Array(entryCount);
  for (const [number, part] of parts.entries()) {
    lengths.set(part.lengths, firstEntries[number]);
    titleLengths.set(part.titleLengths, firstEntries[number]);
  }
  return writer.finish(lengths, titleLengths);
}

/** By UTF-16 code units, as `lowerBound` expects. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grow<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
