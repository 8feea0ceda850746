import { allFields } from '../search/fields.js';
import type { QueryTerm } from '../search/query.js';
import { resolveTerm, type ResolvedTerm } from '../search/resolvedTerm.js';
import { rarity } from '../search/scoring.js';
import type { IndexParts } from '../search/searchIndex.js';
import { comparedMask, type PaperTerm } from './paperTerms.js';

/** A term that papers are compared by, with what it counts: less than nothing for what is not wanted. */
export interface ProfileTerm {
  readonly resolved: ResolvedTerm;
  readonly isPair: boolean;
  readonly weight: number;
}

/** Pairs overlap: each character counts in two of them. */
const pairShare = 0.5;

/**
 * Terms by what they say, the most first: by how much of them there is and how rare they are in the
 * index. Each costs a binary search in every group.
 * @param terms amounts below 0 are of papers that are not wanted
 */
export function profileOf(
  terms: readonly PaperTerm[],
  { groups, figures }: IndexParts,
): ProfileTerm[] {
  const known = terms.map((term) => ({ ...term, resolved: resolveTerm(groups, exact(term.text)) }));
  // Where few papers have Chinese, every pair of it would be rare: the most usual one tells how few.
  const withPairs = known.reduce(
    (count, { isPair, resolved }) => (isPair ? Math.max(count, resolved.frequency) : count),
    0,
  );
  return known
    .map(({ isPair, amount, resolved }) => {
      const entryCount = isPair ? withPairs : figures.entryCount;
      const share = isPair ? pairShare : 1;
      const weight = share * amount * rarity(resolved.frequency, { ...figures, entryCount });
      return { resolved, isPair, weight };
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (textOf(a) < textOf(b) ? -1 : 1));
}

export function textOf({ resolved }: ProfileTerm): string {
  return resolved.term.text;
}

function exact(text: string): QueryTerm {
  return {
    ...{ text, word: text, match: 'exact', stems: [], near: [], edits: 0, boost: 1, strict: true },
    fields: allFields & comparedMask,
  };
}
