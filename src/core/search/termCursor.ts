import { blockSize, type Segment } from './segment.js';
import { compareBytes, longestTermBytes } from './termBytes.js';

/** Walks over the terms of a segment in their order. Starts before the first. */
export class TermCursor {
  /** The current term; what lies behind `length` is of no meaning. */
  readonly bytes = new Uint8Array(longestTermBytes);
  length = 0;
  /** Entries with the term. */
  frequency = 0;
  /** Its postings: the offset of the first byte, and behind the last. */
  from = 0;
  to = 0;
  readonly #segment: Segment;
  #term = -1;
  /** Offset of the next term in the dictionary. */
  #next = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
  }

  /** @returns false behind the last term */
  next(): boolean {
    if (this.#term + 1 >= this.#segment.termCount) return false;
    this.#term++;
    const { dictionary } = this.#segment;
    let at = this.#next;
    const shared = dictionary[at++] ?? 0;
    const more = dictionary[at++] ?? 0;
    for (let place = shared; place < shared + more; place++)
      this.bytes[place] = dictionary[at++] ?? 0;
    this.length = shared + more;
    this.#next = at;
    const counts = this.#varint();
    this.frequency = counts >>> 1;
    this.from = this.to;
    this.to += this.frequency * 2 + ((counts & 1) === 0 ? 0 : this.#varint());
    return true;
  }

  /**
   * Goes to the first term that is not before the given one. Costs a binary search over the blocks.
   * @returns false when there is none
   */
  seek(target: Uint8Array): boolean {
    this.#open(this.#blockOf(target));
    while (this.next()) {
      if (compareBytes(this.bytes, 0, this.length, target, 0, target.length) >= 0) return true;
    }
    return false;
  }

  is(target: Uint8Array): boolean {
    return this.equals(target, target.length);
  }

  /** @param length of the target's beginning that counts */
  equals(target: Uint8Array, length: number): boolean {
    if (this.length !== length) return false;
    for (let at = 0; at < length; at++) if (this.bytes[at] !== target[at]) return false;
    return true;
  }

  startsWith(prefix: Uint8Array): boolean {
    if (this.length < prefix.length) return false;
    for (let at = 0; at < prefix.length; at++) if (this.bytes[at] !== prefix[at]) return false;
    return true;
  }

  /** The last block that begins at or before a term. */
  #blockOf(target: Uint8Array): number {
    const { dictionary, blockStarts } = this.#segment;
    let low = 0;
    let high = blockStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      const start = blockStarts[middle] ?? 0;
      const length = dictionary[start + 1] ?? 0;
      const order = compareBytes(dictionary, start + 2, length, target, 0, target.length);
      if (order <= 0) low = middle;
      else high = middle;
    }
    return low;
  }

  #open(block: number): void {
    this.#term = block * blockSize - 1;
    this.#next = this.#segment.blockStarts[block] ?? 0;
    this.to = this.#segment.blockPostings[block] ?? 0;
  }

  #varint(): number {
    const { dictionary } = this.#segment;
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = dictionary[this.#next++] ?? 0;
      value |= (byte & 127) << shift;
      if ((byte & 128) === 0) return value;
    }
  }
}
