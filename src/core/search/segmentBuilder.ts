import { nameTerm, scanTerms, wordTerm, type TermSink } from './analyzer.js';
import { fieldWeights, searchFields, type SearchText } from './fields.js';
import { eachPosting, termAt, type Segment } from './segment.js';

/**
 * Numbers the terms of many texts. Words are looked up as they are written, so that folding and
 * stemming is done once for each spelling, not for each occurrence. Shared by the segments of a build;
 * to be thrown away after it.
 */
export class TermTable {
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #pairs = new Map<number, number>();

  /** -1 for a stop word. */
  word(word: string): number {
    return this.#look(this.#words, word, wordTerm);
  }

  name(name: string): number {
    return this.#look(this.#names, name, nameTerm);
  }

  pair(first: number, second: number): number {
    const key = first * 65536 + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const text = second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second);
    const number = this.#number(text);
    this.#pairs.set(key, number);
    return number;
  }

  #look(table: Map<string, number>, spelling: string, termOf: (text: string) => string): number {
    const known = table.get(spelling);
    if (known !== undefined) return known;
    const term = termOf(spelling);
    const number = term === '' ? -1 : this.#number(term);
    table.set(spelling, number);
    return number;
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.terms.length);
    this.terms.push(term);
    return this.terms.length - 1;
  }
}

/** Longer runs of letters are data, and would fill the table. */
const longestWord = 64;

/** Builds the segment of some entries, numbered in their order. */
export function buildSegment(texts: readonly SearchText[], table = new TermTable()): Segment {
  const collector = new Collector(texts.length);
  for (const [entry, fields] of texts.entries()) {
    for (const [place, field] of searchFields.entries()) {
      const text = fields[field];
      if (text === '') continue;
      const before = collector.length(entry);
      scanTerms(text, sinkOf(text, table, collector, entry, 1 << place, fieldWeights[field]));
      if (field === 'title')
        collector.titleLengths[entry] = Math.min(255, collector.length(entry) - before);
    }
  }
  return collector.finish(table.terms);
}

function sinkOf(
  text: string,
  table: TermTable,
  collector: Collector,
  entry: number,
  mask: number,
  weight: number,
): TermSink {
  return {
    word(start, end, whole) {
      if (end - start > longestWord) return;
      const word = text.slice(start, end);
      const term = whole ? table.name(word) : table.word(word);
      if (term >= 0) collector.add(term, entry, mask, weight);
    },
    pair(first, second) {
      collector.add(table.pair(first, second), entry, mask, weight);
    },
  };
}

/** Gathers postings in the order of the entries, and sorts them by term in the end. */
class Collector {
  readonly titleLengths: Uint8Array;
  readonly #lengths: Uint16Array;
  readonly #entryCount: number;
  #count = 0;
  #terms = new Uint32Array(1 << 14);
  #entries = new Uint32Array(1 << 14);
  #masks = new Uint8Array(1 << 14);
  #weights = new Uint8Array(1 << 14);
  /** The last posting of each term: the one to add to while its entry is read. */
  #last = new Int32Array(1 << 14).fill(-1);

  constructor(entryCount: number) {
    this.#entryCount = entryCount;
    this.#lengths = new Uint16Array(entryCount);
    this.titleLengths = new Uint8Array(entryCount);
  }

  length(entry: number): number {
    return this.#lengths[entry] ?? 0;
  }

  add(term: number, entry: number, mask: number, weight: number): void {
    const length = this.#lengths[entry] ?? 0;
    if (length < 65535) this.#lengths[entry] = length + 1;
    if (term >= this.#last.length) this.#growTerms(term);
    const last = this.#last[term] ?? -1;
    if (last >= 0 && this.#entries[last] === entry) {
      this.#masks[last] = (this.#masks[last] ?? 0) | mask;
      this.#weights[last] = Math.min(255, (this.#weights[last] ?? 0) + weight);
      return;
    }
    if (this.#count === this.#terms.length) this.#growPostings();
    const at = this.#count++;
    this.#terms[at] = term;
    this.#entries[at] = entry;
    this.#masks[at] = mask;
    this.#weights[at] = weight;
    this.#last[term] = at;
  }

  finish(terms: readonly string[]): Segment {
    const counts = new Uint32Array(terms.length);
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
    const used: number[] = [];
    for (let term = 0; term < terms.length; term++) if (counts[term]) used.push(term);
    used.sort((a, b) => compare(terms[a] ?? '', terms[b] ?? ''));

    // A counting sort keeps the entries of each term in ascending order.
    const starts = new Uint32Array(terms.length);
    let sum = 0;
    for (const term of used) {
      starts[term] = sum;
      sum += counts[term] ?? 0;
    }
    const order = new Uint32Array(this.#count);
    for (let at = 0; at < this.#count; at++) {
      const term = this.#terms[at] ?? 0;
      const place = starts[term] ?? 0;
      order[place] = at;
      starts[term] = place + 1;
    }
    const writer = new SegmentWriter(this.#entryCount, used.length);
    let from = 0;
    for (const term of used) {
      const to = from + (counts[term] ?? 0);
      writer.term(terms[term] ?? '');
      for (; from < to; from++) {
        const at = order[from] ?? 0;
        writer.posting(this.#entries[at] ?? 0, this.#masks[at] ?? 0, this.#weights[at] ?? 0);
      }
    }
    return writer.finish(this.#lengths, this.titleLengths);
  }

  #growTerms(term: number): void {
    const grown = new Int32Array(Math.max(this.#last.length * 2, term + 1)).fill(-1);
    grown.set(this.#last);
    this.#last = grown;
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

function grow<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
