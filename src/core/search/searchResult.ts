import type { DigestDate } from '../digest.js';
import type { PaperKey } from '../paper.js';
import type { Segment } from './segment.js';

/** The segment of a digest, with what filters and results need to know of its entries. */
export interface Shard {
  readonly uri: string;
  readonly date?: DigestDate;
  readonly segment: Segment;
  /** Of each entry, in the segment's order. */
  readonly keys: readonly PaperKey[];
  /** Of each entry; '' for none. */
  readonly categories: readonly string[];
  /** Of each entry, '' for none; undefined where the digest's date is that of all. */
  readonly days?: readonly string[];
}

export interface SearchHit {
  readonly key: PaperKey;
  /** Comparable within one search only. */
  readonly score: number;
  /** The digest whose entry fits best, and the entry's place in it. */
  readonly uri: string;
  readonly entry: number;
}

export interface SearchResult {
  /** One for each paper, the best first; of equal ones, the newest. */
  readonly hits: readonly SearchHit[];
  /** Papers found in all. */
  readonly total: number;
  /** How the words were found: all as they are, all but for typos, or only some of them. */
  readonly match: 'all' | 'typos' | 'some';
}
