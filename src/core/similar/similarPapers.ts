import type { PaperKey } from '../paper.js';
import { Filters } from '../search/filters.js';
import type { QueryFilter } from '../search/query.js';
import type { SearchIndex } from '../search/searchIndex.js';
import { alike } from './alike.js';
import { PaperTerms } from './paperTerms.js';
import { profileOf } from './profile.js';
import type { SampleText } from './sampleText.js';

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
  /** Above 0; 1 is as like as a paper is to itself. */
  readonly likeness: number;
  /** The reason: terms that both have, as they are written in the sample, the weightiest first. */
  readonly shared: readonly string[];
}

/** Terms that a paper is compared by. More cost time and change little. */
const mostTerms = 40;
const mostShared = 5;
/** One word alone may be in any paper. */
const fewestShared = 2;
/** What is less like than this has only words in common that many have. */
const leastLikeness = 0.05;

/**
 * The papers of an index that are most like one, by the rare terms that they share (tf-idf, as the
 * ranking of searches weighs them).
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
  const terms = new PaperTerms(text);
  const least = parts.papers.uses(keys) + 1;
  const profile = profileOf(terms.terms, parts, least, mostTerms);
  const filter = new Filters(within, () => false);
  const hits = alike(profile, parts, { filter, limit: limit + own.size });
  // All of the terms, at about the weight that they have in a paper of usual length.
  const whole = profile.reduce((sum, { weight }) => sum + weight, 0);
  return hits
    .filter(({ key, shares }) => !own.has(key) && shares.size >= fewestShared)
    .map(({ key, uri, score, shares }) => {
      const shared = terms.inWords(shares, mostShared);
      return { key, uri, likeness: score / whole, shared };
    })
    .filter(({ likeness }) => likeness >= leastLikeness)
    .slice(0, limit);
}
