import { scanTerms, type TermKind, type TermSink } from './analyzer.js';
import {
  fieldMask,
  fieldWeights,
  occurrenceByte,
  searchFields,
  type SearchText,
} from './fields.js';
import type { Segment } from './segment.js';
import { SegmentWriter } from './segmentWriter.js';
import { TermTable } from './termTable.js';
import { withRoom } from './withRoom.js';

/** Spellings of some years of digests. A table with more terms is begun anew. */
const mostTerms = 600_000;

const titleIndex = searchFields.indexOf('title');

/**
 * Builds segments, one after the other. It remembers the spellings that it has met, which makes all
 * segments but the first quicker and takes some 50 MB after a year of digests: to be let go when there
 * is nothing more to build.
 */
export class SegmentBuilder implements TermSink {
  #table = new TermTable();
  /** What is being read. */
  #text = '';
  #entry = 0;
  #mask = 0;
  #weight = 0;
  #length = 0;
  /** Postings in the order of the entries. */
  #count = 0;
  #terms = new Uint32Array(1 << 14);
  #entries = new Uint32Array(1 << 14);
  #masks = new Uint8Array(1 << 14);
  #weights = new Uint16Array(1 << 14);
  /** Of each term, the place behind its last posting; 0 when this segment does not have it. */
  #last = new Uint32Array(1 << 14);
  /** Of each term that this segment has, its number of entries. */
  #frequencies = new Uint32Array(1 << 14);
  #used = new Uint32Array(1 << 12);
  #usedCount = 0;

  /** The segment of some entries, numbered in their order. Costs the length of the texts. */
  build(texts: readonly SearchText[]): Segment {
    const lengths = new Uint16Array(texts.length);
    const titleLengths = new Uint8Array(texts.length);
    for (const [entry, text] of texts.entries()) {
      this.#entry = entry;
      this.#length = 0;
      for (const [index, field] of searchFields.entries()) {
        const before = this.#length;
        this.#mask = fieldMask(field);
        this.#weight = fieldWeights[field];
        this.#text = text[field];
        scanTerms(this.#text, this);
        if (index === titleIndex) titleLengths[entry] = Math.min(255, this.#length - before);
      }
      lengths[entry] = Math.min(65535, this.#length);
    }
    const segment = this.#write(lengths, titleLengths);
    this.#clear();
    return segment;
  }

  term(start: number, end: number, kind: TermKind): void {
    const term = this.#table.number(this.#text, start, end, kind);
    if (term < 0) return;
    this.#length++;
    if (term >= this.#last.length) this.#growTerms(term + 1);
    const last = this.#last[term] ?? 0;
    if (last === 0) this.#use(term);
    else if (this.#entries[last - 1] === this.#entry) {
      this.#masks[last - 1] = (this.#masks[last - 1] ?? 0) | this.#mask;
      this.#weights[last - 1] = Math.min(65535, (this.#weights[last - 1] ?? 0) + this.#weight);
      return;
    }
    if (this.#count === this.#terms.length) this.#growPostings();
    const at = this.#count++;
    this.#terms[at] = term;
    this.#entries[at] = this.#entry;
    this.#masks[at] = this.#mask;
    this.#weights[at] = this.#weight;
    this.#last[term] = at + 1;
    this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
  }

  #use(term: number): void {
    this.#used = withRoom(this.#used, this.#usedCount + 1, Uint32Array);
    this.#used[this.#usedCount++] = term;
  }

  #write(lengths: Uint16Array, titleLengths: Uint8Array): Segment {
    const used = this.#table.sort(this.#used.subarray(0, this.#usedCount));
    const order = this.#byTerm(used);
    const writer = new SegmentWriter();
    const bytes = this.#table.bytes();
    let from = 0;
    for (const term of used) {
      const to = from + (this.#frequencies[term] ?? 0);
      for (; from < to; from++) {
        const at = order[from] ?? 0;
        const occurrence = occurrenceByte(this.#masks[at] ?? 0, this.#weights[at] ?? 0);
        writer.posting(this.#entries[at] ?? 0, occurrence);
      }
      const start = this.#table.start(term);
      writer.term(bytes, start, this.#table.start(term + 1) - start);
    }
    return writer.finish(lengths, titleLengths);
  }

  /** Places of the postings by term; a counting sort keeps the entries of each in order. */
  #byTerm(used: Uint32Array): Uint32Array {
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
    return order;
  }

  #clear(): void {
    for (const term of this.#used.subarray(0, this.#usedCount)) {
      this.#last[term] = 0;
      this.#frequencies[term] = 0;
    }
    this.#usedCount = 0;
    this.#count = 0;
    this.#text = '';
    if (this.#table.size > mostTerms) this.#table = new TermTable();
  }

  #growTerms(length: number): void {
    this.#last = withRoom(this.#last, length, Uint32Array);
    this.#frequencies = withRoom(this.#frequencies, length, Uint32Array);
  }

  #growPostings(): void {
    const length = this.#terms.length * 2;
    this.#terms = withRoom(this.#terms, length, Uint32Array);
    this.#entries = withRoom(this.#entries, length, Uint32Array);
    this.#masks = withRoom(this.#masks, length, Uint8Array);
    this.#weights = withRoom(this.#weights, length, Uint16Array);
  }
}
