import type { PaperKey } from '../paper.js';
import { collectHits, type EntryFilter } from '../search/collectHits.js';
import { Scores } from '../search/scoring.js';
import type { IndexParts } from '../search/searchIndex.js';
import type { ShardGroup } from '../search/shardGroup.js';
import { TopHits, type TopHit } from '../search/topHits.js';
import { textOf, type ProfileTerm } from './profile.js';

export interface AlikeHit {
  readonly key: PaperKey;
  /** Comparable within one answer only. */
  readonly score: number;
  /** The digest whose entry is most alike. */
  readonly uri: string;
  /** What each term of the profile adds to the score, where it adds anything. */
  readonly shares: ReadonlyMap<string, number>;
}

interface AlikeOptions {
  readonly filter: EntryFilter;
  /** Also papers that share nothing. */
  readonly all?: boolean;
  readonly limit: number;
  /** Terms whose shares are told as well, without a say in the ranking. */
  readonly also?: readonly ProfileTerm[];
}

/**
 * The papers that have most of what a profile says, the best first; of equal ones, the newest.
 * Costs a look at the postings of each term, twice.
 */
export function alike(
  profile: readonly ProfileTerm[],
  parts: IndexParts,
  { filter, all = false, limit, also = [] }: AlikeOptions,
): AlikeHit[] {
  const top = new TopHits(parts.papers.limit);
  for (const [number, group] of parts.groups.entries()) {
    if (!group.places.some(({ member }) => filter.passDigest(member))) continue;
    const scores = scoresIn(group, parts);
    for (const term of profile) addTerm(scores, term, number);
    collectHits(group, scores, all ? 0 : 1, filter, parts.papers, top);
  }
  const best = top.best(limit);
  const shares = sharesOf(best, [...profile, ...also], parts);
  return best.flatMap((hit) => {
    const key = parts.papers.key(hit.paper);
    if (key === undefined) return [];
    const { score, member } = hit;
    return [{ key, score, uri: member.uri, shares: shares.get(hit) ?? new Map() }];
  });
}

function scoresIn(group: ShardGroup, { figures }: IndexParts): Scores {
  return new Scores(group.segment, group.norms(figures.averageLength));
}

function addTerm(scores: Scores, { resolved, weight }: ProfileTerm, number: number): void {
  scores.add(resolved.matches[number] ?? [], resolved.weights, weight, 0, 1);
}

/** Each term is added once more, to see what it changes. */
function sharesOf(
  hits: readonly TopHit[],
  profile: readonly ProfileTerm[],
  parts: IndexParts,
): ReadonlyMap<TopHit, ReadonlyMap<string, number>> {
  const shares = new Map(hits.map((hit) => [hit, new Map<string, number>()]));
  for (const [number, group] of parts.groups.entries()) {
    const found = hits.flatMap((hit) => {
      const place = group.places.find(({ member }) => member === hit.member);
      return place ? [{ entry: place.first + hit.entry, shares: shares.get(hit) }] : [];
    });
    if (found.length === 0) continue;
    const scores = scoresIn(group, parts);
    for (const term of profile) {
      const before = found.map(({ entry }) => scores.scores[entry] ?? 0);
      addTerm(scores, term, number);
      for (const [at, { entry, shares: of }] of found.entries()) {
        const share = (scores.scores[entry] ?? 0) - (before[at] ?? 0);
        if (share !== 0) of?.set(textOf(term), share);
      }
    }
  }
  return shares;
}
