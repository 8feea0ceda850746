import { allFields } from '../search/fields.js';
import type { QueryTerm } from '../search/query.js';
import { resolveTerm, type ResolvedTerm } from '../search/resolvedTerm.js';
import { rarity } from '../search/scoring.js';
import type { IndexParts } from '../search/searchIndex.js';
import { comparedMask, type PaperTerm } from './paperTerms.js';

/** A term that papers are compared by, with what it counts: less than nothing for what is not wanted. */
export interface ProfileTerm {
  readonly resolved: ResolvedTerm;
  readonly weight: number;
}

/** Pairs overlap: each character counts in two of them. */
const pairShare = 0.5;

/**
 * The terms that say most, by how much of them there is and how rare they are in the index.
 * @param terms amounts below 0 are of papers that are not wanted
 * @param least entries that must have a term: one that no other has likens nothing
 * @param most terms; each costs a look at its entries
 */
export function profileOf(
  terms: readonly PaperTerm[],
  { groups, figures }: IndexParts,
  least: number,
  most: number,
): ProfileTerm[] {
  const resolved = terms.map(({ text }) => resolveTerm(groups, exactTerm(text)));
  // Where few papers have Chinese, every pair of it would be rare: the most usual one tells how few.
  const withPairs = terms.reduce(
    (count, { isPair }, at) => Math.max(count, isPair ? (resolved[at]?.frequency ?? 0) : 0),
    0,
  );
  const weighed = terms.flatMap(({ text, isPair, amount }, at) => {
    const term = resolved[at];
    if (!term || term.frequency < least) return [];
    const entryCount = isPair ? withPairs : figures.entryCount;
    const share = isPair ? pairShare : 1;
    const weight = share * amount * rarity(term.frequency, { ...figures, entryCount }) ** 2;
    return [{ text, resolved: term, weight }];
  });
  return weighed
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.text < b.text ? -1 : 1))
    .slice(0, most);
}

function exactTerm(text: string): QueryTerm {
  return {
    ...{ text, word: text, match: 'exact', stems: [], near: [], edits: 0, boost: 1, strict: true },
    fields: allFields & comparedMask,
  };
}
