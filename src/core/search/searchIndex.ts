import { collectHits } from './collectHits.js';
import { Filters, type StateOf } from './filters.js';
import { PaperTable } from './paperTable.js';
import type { Query, QueryTerm } from './query.js';
import { withTypos } from './queryTerms.js';
import { resolveTerm, type ResolvedTerm } from './resolvedTerm.js';
import { rarity, Scores, type IndexFigures } from './scoring.js';
import type { SearchHit, SearchResult, Shard } from './searchResult.js';
import { segmentSize } from './segment.js';
import { mergeGroups, ShardGroup, type Member } from './shardGroup.js';
import { TopHits } from './topHits.js';

/**
 * A group grows to a share of all entries, within bounds: each costs every search something, but its
 * merge must not keep others waiting (some 50 ms for 2048 entries).
 */
const groupShare = 1 / 20;
const fullGroup = { least: 2048, most: 8192 };

/** Typos in more words than these are not looked for: it is a pasted text, and costs too much. */
const mostTypos = 16;

/** What other questions than searches look into; true until the index changes. */
export interface IndexParts {
  readonly groups: readonly ShardGroup[];
  readonly papers: PaperTable;
  readonly figures: IndexFigures;
}

/**
 * Full-text search over the digests of a workspace. Digests come and go as a whole; every search sees
 * all that are there, and is the same in whatever order they came and whether they have been merged:
 * frequencies and lengths are those of the digests that are there.
 */
export class SearchIndex {
  readonly #members = new Map<string, { readonly member: Member; group: ShardGroup }>();
  readonly #groups = new Set<ShardGroup>();
  readonly #papers = new PaperTable();
  #entryCount = 0;
  #termCount = 0;
  #isOrdered = true;

  /** Entries of all digests. */
  get entryCount(): number {
    return this.#entryCount;
  }

  /** Segments that a search looks into; `compact` makes fewer of them. */
  get segmentCount(): number {
    return this.#groups.size;
  }

  /** Bytes that the segments take in memory. */
  get size(): number {
    let sum = 0;
    for (const { segment } of this.#groups) sum += segmentSize(segment);
    return sum;
  }

  get parts(): IndexParts {
    this.#order();
    return { groups: [...this.#groups], papers: this.#papers, figures: this.#figures() };
  }

  /** Adds a digest, in place of the one of the same URI. */
  set(shard: Shard): void {
    this.remove(shard.uri);
    const { uri, date, segment, keys, categories, days } = shard;
    const papers = Uint32Array.from(keys, (key) => this.#papers.take(key));
    const termCount = segment.lengths.reduce((sum, length) => sum + length, 0);
    const member = {
      ...{ uri, papers, categories, termCount, order: 0 },
      ...(date && { date }),
      ...(days && { days }),
    };
    const group = new ShardGroup(segment, [member]);
    this.#groups.add(group);
    this.#members.set(uri, { member, group });
    this.#entryCount += papers.length;
    this.#termCount += termCount;
    this.#isOrdered = false;
  }

  remove(uri: string): void {
    const known = this.#members.get(uri);
    if (!known) return;
    const { member, group } = known;
    this.#members.delete(uri);
    group.takeOut(member);
    if (group.places.length === 0) this.#groups.delete(group);
    for (const paper of member.papers) this.#papers.release(paper);
    this.#entryCount -= member.papers.length;
    this.#termCount -= member.termCount;
  }

  /**
   * Does one step of what makes the index smaller and quicker, without changing what is found: merges
   * small groups, and writes groups anew that have lost digests. A step takes some 50 ms.
   * @returns whether there is more to do
   */
  compact(): boolean {
    const chosen = this.#toMerge();
    if (chosen.length === 0) return false;
    for (const group of chosen) this.#groups.delete(group);
    const merged = mergeGroups(chosen);
    this.#groups.add(merged);
    for (const { member } of merged.places)
      this.#members.set(member.uri, { member, group: merged });
    return this.#toMerge().length > 0;
  }

  /**
   * Finds papers of which one entry holds all words of the query. When there is none, one typo in each
   * longer word is forgiven, and after that some of the words are enough. Phrases are only looked up
   * by their words: the caller verifies them against the texts.
   * @param limit hits to give; all are counted
   */
  search(query: Query, limit: number, isInState: StateOf = () => false): SearchResult {
    const filters = new Filters(query.filters, isInState);
    const { required } = query;
    const exact = this.#find(required, query, filters, required.length, limit);
    if (exact.total > 0 || required.length === 0) return { ...exact, match: 'all' };
    const strict = required.filter((term) => term.strict);
    if (strict.length === required.length) return { ...exact, match: 'all' };
    const lax = required.filter((term) => !term.strict);
    const forgiving = lax.length > mostTypos ? required : [...strict, ...lax.map(withTypos)];
    const near = this.#find(forgiving, query, filters, required.length, limit);
    if (near.total > 0) return { ...near, match: 'typos' };
    return { ...this.#find(forgiving, query, filters, strict.length, limit), match: 'some' };
  }

  /** @param needed so many of the terms, the first, must all be there; at least one in any case */
  #find(
    required: readonly QueryTerm[],
    query: Query,
    filters: Filters,
    needed: number,
    limit: number,
  ): Omit<SearchResult, 'match'> {
    this.#order();
    const groups = [...this.#groups];
    const terms = required.map((term) => resolveTerm(groups, term));
    // Rare terms first: they leave few entries to be looked at. Of a part, the strict ones are first.
    if (needed === required.length) terms.sort((a, b) => a.frequency - b.frequency);
    const prohibited = query.prohibited.map((set) => set.map((term) => resolveTerm(groups, term)));
    const top = new TopHits(this.#papers.limit);
    for (const [number, group] of groups.entries()) {
      if (terms.slice(0, needed).some(({ matches }) => matches[number]?.length === 0)) continue;
      const scores = this.#score(group, number, terms, needed);
      for (const set of prohibited) {
        const held = this.#score(group, number, set, set.length);
        scores.ruleOut(held.matched, set.length);
      }
      const least = terms.length === 0 ? 0 : Math.max(1, needed);
      collectHits(group, scores, least, filters, this.#papers, top);
    }
    const hits = top.best(limit).flatMap(({ paper, score, member, entry }): SearchHit[] => {
      const key = this.#papers.key(paper);
      return key === undefined ? [] : [{ key, score, uri: member.uri, entry }];
    });
    return { hits, total: top.total };
  }

  #score(
    group: ShardGroup,
    number: number,
    terms: readonly ResolvedTerm[],
    needed: number,
  ): Scores {
    const figures = this.#figures();
    const scores = new Scores(group.segment, group.norms(figures.averageLength));
    for (const [place, { term, matches, frequency, weights }] of terms.entries()) {
      const weight = rarity(frequency, figures) * term.boost;
      const before = Math.min(place, needed);
      const step = place < needed ? place + 1 : Math.max(1, needed);
      scores.add(matches[number] ?? [], weights, weight, before, step);
    }
    return scores;
  }

  #figures(): IndexFigures {
    const averageLength = Math.max(1, this.#termCount) / Math.max(1, this.#entryCount);
    return { entryCount: this.#entryCount, averageLength };
  }

  /** Small groups and those with much in them that is gone, as many as fill a group. */
  #toMerge(): ShardGroup[] {
    this.#order();
    const share = Math.round(this.#entryCount * groupShare);
    const full = Math.min(Math.max(share, fullGroup.least), fullGroup.most);
    const waiting = [...this.#groups]
      .filter((group) => group.isStale || group.entryCount < full / 2)
      .sort((a, b) => orderOf(a) - orderOf(b));
    const chosen: ShardGroup[] = [];
    let entries = 0;
    for (const group of waiting) {
      entries += group.entryCount;
      if (chosen.length > 0 && entries > full) break;
      chosen.push(group);
    }
    return chosen.length > 1 || chosen[0]?.isStale === true ? chosen : [];
  }

  #order(): void {
    if (this.#isOrdered) return;
    const members = [...this.#members.values()].map(({ member }) => member);
    members.sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.uri, b.uri));
    for (const [order, member] of members.entries()) member.order = order;
    this.#isOrdered = true;
  }
}

function orderOf({ places }: ShardGroup): number {
  return places[0]?.member.order ?? 0;
}

function dateOf({ date }: Member): string {
  return date?.value ?? '';
}

/** By UTF-16 code units. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
