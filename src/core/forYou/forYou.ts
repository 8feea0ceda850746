import type { PaperKey } from '../paper.js';
import type { SearchIndex } from '../search/searchIndex.js';
import { alike } from '../similar/alike.js';
import { comparedTexts } from '../similar/paperTerms.js';
import { profileOf } from '../similar/profile.js';
import type { SampleText } from '../similar/sampleText.js';
import { Wording } from '../similar/wording.js';
import { authorKey, distinction } from './authorName.js';
import { tastesOf, type MarkedPaper } from './tastes.js';

/** A paper of the newest digests. */
export interface Candidate {
  readonly key: PaperKey;
  readonly text: SampleText;
  readonly authors: readonly string[];
  readonly category?: string;
}

/** A paper that a person may like, and why. */
export interface ForYouHit {
  readonly key: PaperKey;
  /** Above 0; comparable within one answer only. */
  readonly score: number;
  /** Words that starred papers have too, as this one writes them. */
  readonly terms: readonly string[];
  /** Who wrote a starred paper, too; without names that many have. */
  readonly authors: readonly string[];
  /** Starred papers are in its category, more of them than muted ones. */
  readonly sameCategory: boolean;
}

/** Terms of a person's profile. */
const mostTerms = 150;
/** Pairs beyond these that make its words of Chinese whole. */
const mostPairs = 300;
const mostReasons = 4;
/** On a day without a fitting paper, the best has a part of the profile that is less than this. */
const leastBest = 0.05;
/** What authors and category add, where 1 is what the words of the best paper give. */
const authorShare = 0.3;
const mostAuthors = 2;
/** Names that say less of who bears them are no reason. */
const leastDistinction = 0.5;
const categoryShare = 0.2;

/**
 * The papers of some digests that are most like those that a person has starred, and least like those
 * that are muted (Rocchio's method over the terms of the index); the best first, and none that only
 * looks like what is muted.
 * @param uris of the digests that the candidates are in
 */
export function rankForYou(
  marked: readonly MarkedPaper[],
  candidates: readonly Candidate[],
  uris: ReadonlySet<string>,
  index: SearchIndex,
  limit: number,
): ForYouHit[] {
  const { parts } = index;
  const tastes = tastesOf(marked);
  const terms = profileOf(tastes.terms, parts).filter(
    // A word of one paper alone is in no other.
    ({ resolved }) => resolved.frequency > 1,
  );
  const profile = terms.slice(0, mostTerms);
  const also = terms
    .slice(mostTerms)
    .filter(({ isPair, weight }) => isPair && weight > 0)
    .slice(0, mostPairs);
  const filter = {
    lookAtEntries: false,
    passDigest: ({ uri }: { readonly uri: string }) => uris.has(uri),
    passEntry: () => true,
  };
  const hits = alike(profile, parts, { filter, also, limit: Infinity, all: true });
  const whole = profile.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const best = Math.max(Number.MIN_VALUE, whole * leastBest, hits[0]?.score ?? 0);
  const found = new Map(hits.map((hit) => [hit.key, hit]));
  const ranked = candidates.map((candidate) => {
    const { authors, category = '' } = candidate;
    const hit = found.get(candidate.key);
    const known = authors.flatMap((name) => {
      const taste = tastes.authors.get(authorKey(name));
      return taste === undefined ? [] : [{ name, taste: taste * distinction(name, parts) }];
    });
    const liked = known.filter(({ taste }) => taste >= leastDistinction).map(({ name }) => name);
    const authorTaste = known.reduce((sum, { taste }) => sum + taste, 0);
    const categoryTaste = tastes.categories.get(category) ?? 0;
    const score =
      (hit?.score ?? 0) / best +
      authorShare * Math.max(-mostAuthors, Math.min(mostAuthors, authorTaste)) +
      categoryShare * categoryTaste;
    return { candidate, shares: hit?.shares ?? noShares, score, liked, categoryTaste };
  });
  return ranked
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate: { key, text }, shares, score, liked, categoryTaste }) => {
      const wanted = new Map([...shares].filter(([, share]) => share > 0));
      const terms = new Wording(comparedTexts(text)).of(wanted, mostReasons);
      return { key, score, terms, authors: liked, sameCategory: categoryTaste > 0 };
    });
}

const noShares: ReadonlyMap<string, number> = new Map();
