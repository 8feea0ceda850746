import { titleMask } from './fields.js';
import type { Segment } from './segment.js';
import { matchSize, type Matches } from './termMatch.js';

/** BM25's constants, with a bonus for words in titles (search.md). */
const saturation = 1.2;
const lengthShare = 0.7;
const titleBonus = 2;
const titleLengthShare = 0.75;
const usualTitleLength = 11;
/** A term that only begins with, or nearly is, what was asked for counts less. */
const nearTerm = 0.5;

/** What rarity and length are measured against: all that is in the index. */
export interface IndexFigures {
  readonly entryCount: number;
  readonly averageLength: number;
}

/** How much a term says, by the number of entries that have it. */
export function rarity(frequency: number, { entryCount }: IndexFigures): number {
  const count = Math.min(frequency, entryCount);
  return Math.log(1 + (entryCount - count + 0.5) / (count + 0.5));
}

/** How much the length of each entry takes from its terms. */
export function lengthNorms({ lengths }: Segment, averageLength: number): Float32Array {
  const norms = new Float32Array(lengths.length);
  for (let entry = 0; entry < norms.length; entry++) {
    const length = (lengths[entry] ?? 0) / averageLength;
    norms[entry] = saturation * (1 - lengthShare + lengthShare * length);
  }
  return norms;
}

const titleScores = Float64Array.from({ length: 256 }, (_, length) => {
  const norm = 1 - titleLengthShare + (titleLengthShare * length) / usualTitleLength;
  return (titleBonus * (saturation + 1)) / (1 + saturation * norm);
});

/** Marks an entry in `matched` that holds what is prohibited. Queries have fewer terms. */
export const ruledOut = 255;

/** What the entries of one segment score, term by term. */
export class Scores {
  readonly scores: Float64Array;
  /** How many terms each entry has, in their order, as far as it has all of them. */
  readonly matched: Uint8Array;
  readonly #segment: Segment;
  readonly #norms: Float32Array;

  /** @param norms of the segment's entries (`lengthNorms`) */
  constructor(segment: Segment, norms: Float32Array) {
    this.#segment = segment;
    this.scores = new Float64Array(segment.entryCount);
    this.matched = new Uint8Array(segment.entryCount);
    this.#norms = norms;
  }

  /**
   * Adds what a term gives.
   * @param weights of its occurrences (`occurrenceWeights`)
   * @param weight of the very term
   * @param needed terms that an entry must have had before, to be looked at
   * @param step what its `matched` becomes
   */
  add(matches: Matches, weights: Float32Array, weight: number, needed: number, step: number): void {
    for (let at = 0; at < matches.length; at += matchSize) {
      const share = matches[at + 3] === 1 ? weight : weight * nearTerm;
      this.#addPostings(matches[at] ?? 0, matches[at + 1] ?? 0, share, weights, needed, step);
    }
  }

  /** Strikes out the entries that hold all terms of a set. */
  ruleOut(held: Uint8Array, terms: number): void {
    for (let entry = 0; entry < held.length; entry++) {
      if (held[entry] === terms) this.matched[entry] = ruledOut;
    }
  }

  #addPostings(
    from: number,
    to: number,
    share: number,
    weights: Float32Array,
    needed: number,
    step: number,
  ): void {
    const { scores, matched } = this;
    const norms = this.#norms;
    const { postings, titleLengths } = this.#segment;
    const inTitle = weights[titleMask] === 0 ? 0 : titleMask;
    let entry = 0;
    for (let at = from; at < to;) {
      let byte = postings[at++] ?? 0;
      entry += byte & 127;
      for (let shift = 7; byte & 128; shift += 7) {
        byte = postings[at++] ?? 0;
        entry += (byte & 127) << shift;
      }
      const occurrence = postings[at++] ?? 0;
      const count = weights[occurrence] ?? 0;
      if (count === 0 || (matched[entry] ?? 0) < needed) continue;
      matched[entry] = step;
      const bonus = (occurrence & inTitle) === 0 ? 0 : (titleScores[titleLengths[entry] ?? 0] ?? 0);
      const text = ((saturation + 1) * count) / (count + (norms[entry] ?? 0));
      scores[entry] = (scores[entry] ?? 0) + share * (text + bonus);
    }
  }
}
