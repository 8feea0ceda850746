import { termOf, type TermKind } from './analyzer.js';
import { isHalfKana } from './fold.js';
import { PairTable } from './pairTable.js';
import { compareBytes, termBytes } from './termBytes.js';
import { withRoom } from './withRoom.js';

/**
 * Numbers the terms of many texts. Words are looked up as they are written, so that folding and
 * stemming is done once for each spelling, not for each occurrence, and no string is made of an
 * occurrence.
 */
export class TermTable {
  /** Spellings, in an open hash table: their code units, and the term of each, -1 for a stop word. */
  #slots = new Int32Array(1 << 14).fill(-1);
  #hashes = new Int32Array(1 << 13);
  #starts = new Uint32Array((1 << 13) + 1);
  #units = new Uint16Array(1 << 16);
  #terms = new Int32Array(1 << 13);
  #spellings = 0;
  readonly #pairs = new PairTable();
  readonly #numbers = new Map<string, number>();
  /** Terms by number: their bytes. */
  #bytes = new Uint8Array(1 << 16);
  #byteStarts = new Uint32Array((1 << 13) + 1);
  #size = 0;
  /** All terms that have a rank, sorted, and the rank of each. */
  #sorted = new Uint32Array(0);
  #ranks = new Uint32Array(0);

  get size(): number {
    return this.#size;
  }

  /** The number of the term that stands at a stretch of a text; -1 for a stop word. */
  number(text: string, start: number, end: number, kind: TermKind): number {
    if (kind === 'pair') return this.#pairNumber(text, start, end);
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const spelling = this.#slots[slot] ?? -1;
      if (spelling < 0) return this.#addSpelling(text.slice(start, end), kind, hash, slot);
      if (this.#hashes[spelling] === hash && this.#isAt(spelling, text, start, end)) {
        return this.#terms[spelling] ?? -1;
      }
    }
  }

  bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Offset of a term in `bytes`; its end is the start of the next. */
  start(term: number): number {
    return this.#byteStarts[term] ?? 0;
  }

  /** Sorts terms by their bytes. Costs little more than sorting numbers. */
  sort(terms: Uint32Array): Uint32Array {
    if (this.#sorted.length < this.#size) this.#rank();
    return terms
      .map((term) => this.#ranks[term] ?? 0)
      .sort()
      .map((rank) => this.#sorted[rank] ?? 0);
  }

  /** Sorts the terms that are new since the last time in among the others. */
  #rank(): void {
    const old = this.#sorted;
    const added = Uint32Array.from({ length: this.#size - old.length }, (_, at) => old.length + at);
    added.sort((a, b) => this.#compare(a, b));
    const sorted = new Uint32Array(this.#size);
    let from = 0;
    for (const [index, term] of added.entries()) {
      const to = this.#placeIn(old, from, term);
      sorted.set(old.subarray(from, to), from + index);
      sorted[to + index] = term;
      from = to;
    }
    sorted.set(old.subarray(from), from + added.length);
    this.#sorted = sorted;
    this.#ranks = new Uint32Array(this.#size);
    for (let rank = 0; rank < sorted.length; rank++) this.#ranks[sorted[rank] ?? 0] = rank;
  }

  #placeIn(sorted: Uint32Array, from: number, term: number): number {
    let low = from;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(sorted[middle] ?? 0, term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(a: number, b: number): number {
    const [startA, startB] = [this.start(a), this.start(b)];
    const [lengthA, lengthB] = [this.start(a + 1) - startA, this.start(b + 1) - startB];
    return compareBytes(this.#bytes, startA, lengthA, this.#bytes, startB, lengthB);
  }

  /** Of Chinese text nearly all terms are pairs, and a pair is its own hash. */
  #pairNumber(text: string, start: number, end: number): number {
    // Of these, two may make one character.
    if (isHalfKana(text.charCodeAt(start)) || isHalfKana(text.charCodeAt(end - 1))) {
      return this.#termNumber(termOf(text.slice(start, end), 'pair'));
    }
    const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
    const pair = (text.charCodeAt(start) << 16) | second;
    const known = this.#pairs.get(pair);
    if (known !== undefined) return known;
    const number = this.#termNumber(termOf(text.slice(start, end), 'pair'));
    this.#pairs.set(pair, number);
    return number;
  }

  #isAt(spelling: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[spelling] ?? 0;
    if ((this.#starts[spelling + 1] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#units[from + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #addSpelling(text: string, kind: TermKind, hash: number, slot: number): number {
    const spelling = this.#spellings++;
    const from = this.#starts[spelling] ?? 0;
    this.#units = withRoom(this.#units, from + text.length, Uint16Array);
    this.#starts = withRoom(this.#starts, spelling + 2, Uint32Array);
    this.#hashes = withRoom(this.#hashes, spelling + 1, Int32Array);
    this.#terms = withRoom(this.#terms, spelling + 1, Int32Array);
    for (let at = 0; at < text.length; at++) this.#units[from + at] = text.charCodeAt(at);
    this.#starts[spelling + 1] = from + text.length;
    this.#hashes[spelling] = hash;
    this.#slots[slot] = spelling;
    if (this.#spellings * 2 > this.#slots.length) this.#rehash();
    const term = this.#termNumber(termOf(text, kind));
    this.#terms[spelling] = term;
    return term;
  }

  #termNumber(term: string): number {
    if (term === '') return -1;
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#size++;
    this.#numbers.set(term, number);
    const bytes = termBytes(term);
    const from = this.#byteStarts[number] ?? 0;
    this.#bytes = withRoom(this.#bytes, from + bytes.length, Uint8Array);
    this.#byteStarts = withRoom(this.#byteStarts, number + 2, Uint32Array);
    this.#bytes.set(bytes, from);
    this.#byteStarts[number + 1] = from + bytes.length;
    return number;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let spelling = 0; spelling < this.#spellings; spelling++) {
      let slot = (this.#hashes[spelling] ?? 0) & mask;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = spelling;
    }
  }
}
