import type { PaperKey } from '../paper.js';
import { Filters } from '../search/filters.js';
import type { QueryFilter } from '../search/query.js';
import type { SearchIndex } from '../search/searchIndex.js';
import { alike } from './alike.js';
import { comparedTexts, paperTerms } from './paperTerms.js';
import { profileOf, textOf, type ProfileTerm } from './profile.js';
import type { SampleText } from './sampleText.js';
import { Wording } from './wording.js';

/** What papers are to be like. */
export interface Sample {
  readonly text: SampleText;
  /** Of the paper itself, which is never among those that are like it. */
  readonly keys: readonly PaperKey[];
}

export interface SimilarHit {
  readonly key: PaperKey;
  /** The digest whose entry is most alike. */
  readonly uri: string;
  /** Above 0; a paper that says the same has about 1 or more. */
  readonly likeness: number;
  /** The reason: what both have, as it is written in the sample, the weightiest first. */
  readonly shared: readonly string[];
}

/** Terms that a paper is compared by. More cost time and change little. */
const mostTerms = 40;
const mostShared = 5;
/** One word alone may be in any paper. */
const fewestShared = 2;
/** What is less like than this has only words in common that many have. */
const leastLikeness = 0.25;
/** Hits that are looked up for each that is asked for: some share too little. */
const spare = 3;

/**
 * The papers of an index that are most like one, by the rare terms that they share: tf-idf, weighed as
 * the ranking of searches is.
 * @param within filters as queries have them: categories, days
 */
export function similarPapers(
  { text, keys }: Sample,
  index: SearchIndex,
  within: readonly QueryFilter[],
  limit: number,
): SimilarHit[] {
  const { parts } = index;
  const own = new Set(keys);
  const all = profileOf(paperTerms(text), parts);
  // What no other paper has likens nothing, but is a part of what this one says.
  const uses = parts.papers.uses(keys);
  const terms = all.filter(({ resolved }) => resolved.frequency > uses);
  const profile = terms.slice(0, mostTerms);
  // Words of Chinese are told as a whole, though some of their pairs are too usual to compare by.
  const also = terms.slice(mostTerms).filter(({ isPair }) => isPair);
  const filter = new Filters(within, () => false);
  const hits = alike(profile, parts, { filter, also, limit: limit * spare + own.size });
  const whole = all.slice(0, mostTerms).reduce((sum, { weight }) => sum + weight, 0);
  const wording = new Wording(comparedTexts(text));
  return hits
    .filter(({ key, score }) => !own.has(key) && score >= whole * leastLikeness)
    .filter(({ shares }) => sharedTerms(shares, profile) >= fewestShared)
    .slice(0, limit)
    .map(({ key, uri, score, shares }) => {
      return { key, uri, likeness: score / whole, shared: wording.of(shares, mostShared) };
    });
}

function sharedTerms(shares: ReadonlyMap<string, number>, profile: readonly ProfileTerm[]): number {
  return profile.filter((term) => shares.has(textOf(term))).length;
}
