import type { DigestDate } from '../digest.js';
import type { PaperKey } from '../paper.js';
import { passes, type StateOf } from './filters.js';
import type { Query, QueryTerm } from './query.js';
import { eachPosting, type Segment } from './segment.js';
import { alternatives, type Alternative } from './termMatch.js';
import { TopHits } from './topHits.js';

/** The segment of a digest, with what filters and results need to know of its entries. */
export interface Shard {
  readonly uri: string;
  readonly date?: DigestDate;
  readonly segment: Segment;
  /** Of each entry, in the segment's order. */
  readonly keys: readonly PaperKey[];
  /** Of each entry; '' for none. */
  readonly categories: readonly string[];
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

/** BM25's constants, with a bonus for words in titles (design/search.md). */
const saturation = 1.2;
const lengthWeight = 0.5;
const titleBonus = 2;
const titleLengthWeight = 0.75;
const usualTitleLength = 11;
/** A term that only begins with, or nearly is, what was asked for counts less. */
const nearTerm = 0.5;

/** Marks an entry that holds a prohibited term. Queries have fewer terms. */
const ruledOut = 255;
const mostTerms = 250;

/** A query's term with its alternatives in each shard, and how rare they are in all. */
interface ResolvedTerm {
  readonly term: QueryTerm;
  readonly alternatives: readonly (readonly Alternative[])[];
  readonly rarity: number;
}

/**
 * Full-text search over the digests of a workspace. Shards come and go as a whole; every search sees
 * all that are there, and scores are comparable because frequencies are summed over all of them.
 */
export class SearchIndex {
  readonly #shards = new Map<string, Shard>();
  #entryCount = 0;
  #termCount = 0;

  get entryCount(): number {
    return this.#entryCount;
  }

  set(shard: Shard): void {
    this.remove(shard.uri);
    this.#shards.set(shard.uri, shard);
    this.#count(shard, 1);
  }

  remove(uri: string): void {
    const shard = this.#shards.get(uri);
    if (!shard) return;
    this.#shards.delete(uri);
    this.#count(shard, -1);
  }

  /**
   * Finds papers of which one entry holds all words of the query. When there is none, one typo in each
   * longer word is forgiven, and after that some of the words are enough.
   */
  search(query: Query, limit: number, isInState: StateOf = () => false): SearchResult {
    const required = query.required.slice(0, mostTerms);
    const exact = this.#find({ ...query, required }, required.length, limit, isInState);
    if (exact.total > 0 || required.length === 0) return { ...exact, match: 'all' };
    const forgiving = { ...query, required: required.map(withTypos) };
    const near = this.#find(forgiving, required.length, limit, isInState);
    if (near.total > 0) return { ...near, match: 'typos' };
    return { ...this.#find(forgiving, 1, limit, isInState), match: 'some' };
  }

  /** @param needed how many of the required terms an entry must hold: all, or one */
  #find(
    query: Query,
    needed: number,
    limit: number,
    isInState: StateOf,
  ): Omit<SearchResult, 'match'> {
    const shards = [...this.#shards.values()];
    const required = query.required.map((term) => this.#resolve(shards, term));
    const prohibited = query.prohibited.map((term) => this.#resolve(shards, term));
    const averageLength = this.#termCount / Math.max(1, this.#entryCount);
    const top = new TopHits(limit);
    for (const [number, shard] of shards.entries()) {
      const scored = scoreShard(shard.segment, number, required, prohibited, needed, averageLength);
      if (!scored) continue;
      const { uri, date, keys, categories } = shard;
      for (let entry = 0; entry < keys.length; entry++) {
        const matched = scored.matched[entry] ?? 0;
        if (matched === ruledOut || matched < needed) continue;
        const key = keys[entry];
        if (key === undefined) continue;
        const facts = { uri, date, key, category: categories[entry] ?? '' };
        if (!query.filters.every((filter) => passes(filter, facts, isInState))) continue;
        top.add(key, scored.scores[entry] ?? 0, shard, entry);
      }
    }
    return top.finish();
  }

  #resolve(shards: readonly Shard[], term: QueryTerm): ResolvedTerm {
    let frequency = 0;
    const found = shards.map(({ segment }) => {
      const terms = alternatives(segment, term);
      for (const alternative of terms) frequency += segment.frequencies[alternative.term] ?? 0;
      return terms;
    });
    const count = Math.min(frequency, this.#entryCount);
    const rarity = Math.log(1 + (this.#entryCount - count + 0.5) / (count + 0.5));
    return { term, alternatives: found, rarity };
  }

  #count({ segment }: Shard, step: 1 | -1): void {
    this.#entryCount += step * segment.entryCount;
    for (const length of segment.lengths) this.#termCount += step * length;
  }
}

/** Short words have too many neighbours, and Chinese pairs are all neighbours of each other. */
function withTypos(term: QueryTerm): QueryTerm {
  const long = /^[a-z0-9]{4,}$/.test(term.text);
  return long && term.match === 'exact' ? { ...term, edits: 1 } : term;
}

/** Scores of a shard's entries, and how many terms each holds; undefined when none can hold all. */
function scoreShard(
  segment: Segment,
  shard: number,
  required: readonly ResolvedTerm[],
  prohibited: readonly ResolvedTerm[],
  needed: number,
  averageLength: number,
): { readonly scores: Float32Array; readonly matched: Uint8Array } | undefined {
  const all = needed === required.length;
  if (all && required.some((term) => term.alternatives[shard]?.length === 0)) return undefined;
  const scores = new Float32Array(segment.entryCount);
  const matched = new Uint8Array(segment.entryCount);
  for (const [place, { term, alternatives: found, rarity }] of required.entries()) {
    for (const { term: number, exact } of found[shard] ?? []) {
      const weight = rarity * term.boost * (exact ? 1 : nearTerm);
      eachPosting(segment, number, (entry, mask, count) => {
        if ((mask & term.fields) === 0) return;
        // An entry that lacks an earlier term is out of the race.
        if (all && (matched[entry] ?? 0) < place) return;
        matched[entry] = place + 1;
        const length = (segment.lengths[entry] ?? 0) / averageLength;
        const norm = saturation * (1 - lengthWeight + lengthWeight * length);
        const inTitle = (mask & 1) === 0 ? 0 : titleScore(segment.titleLengths[entry] ?? 0);
        const score = weight * (((saturation + 1) * count) / (count + norm) + inTitle);
        scores[entry] = (scores[entry] ?? 0) + score;
      });
    }
  }
  for (const { term, alternatives: found } of prohibited) {
    for (const { term: number } of found[shard] ?? []) {
      eachPosting(segment, number, (entry, mask) => {
        if ((mask & term.fields) !== 0) matched[entry] = ruledOut;
      });
    }
  }
  return { scores, matched };
}

function titleScore(length: number): number {
  const norm = 1 - titleLengthWeight + (titleLengthWeight * length) / usualTitleLength;
  return (titleBonus * (saturation + 1)) / (1 + saturation * norm);
}
