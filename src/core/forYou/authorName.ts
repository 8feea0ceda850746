import { fold } from '../search/fold.js';
import { fieldMask } from '../search/fields.js';
import { queryTerms } from '../search/queryTerms.js';
import { resolveTerm } from '../search/resolvedTerm.js';
import { rarity } from '../search/scoring.js';
import type { IndexParts } from '../search/searchIndex.js';

const manner = { edits: 0, boost: 1, fields: fieldMask('authors'), strict: true } as const;

/** A name by which an author is known again. */
export function authorKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

/**
 * How much a name says of who bears it, 0 to 1: of a name whose rarest part thousands have, the
 * bearers are many.
 */
export function distinction(name: string, { groups, figures }: IndexParts): number {
  const parts = queryTerms(name, manner).map((term) => resolveTerm(groups, term).frequency);
  const rarest = Math.min(...parts, figures.entryCount);
  const most = rarity(1, figures);
  return most === 0 ? 1 : Math.min(1, rarity(rarest, figures) / most);
}
