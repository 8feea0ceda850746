/**
 * The fields that a search tells apart. A field's place is its bit in the bytes of an index: a new one
 * changes the version of the index (`segmentCodec.ts`).
 */
export const searchFields = ['title', 'authors', 'summary', 'fields', 'abstract', 'id'] as const;

export type SearchField = (typeof searchFields)[number];

/**
 * What an index holds of one entry: the text of each field, '' where there is none. `fields` are all
 * AI fields but the summary, `id` the identifiers as people type them, parted by blanks.
 */
export type SearchText = Readonly<Record<SearchField, string>>;

/** What one occurrence counts in the ranking. */
export const fieldWeights: Readonly<Record<SearchField, number>> = {
  title: 6,
  authors: 4,
  summary: 3,
  fields: 1,
  abstract: 2,
  id: 6,
};

export function fieldMask(field: SearchField): number {
  return 1 << searchFields.indexOf(field);
}

export const titleMask = fieldMask('title');
export const allFields = (1 << searchFields.length) - 1;

/** Weight of further occurrences, after the first in each field, at each of four levels. */
const levels = [0, 2, 6, 14] as const;
const levelShift = searchFields.length;

/** What one occurrence in each of the fields counts together. */
function baseWeight(mask: number): number {
  return searchFields.reduce(
    (sum, field) => ((mask & fieldMask(field)) === 0 ? sum : sum + fieldWeights[field]),
    0,
  );
}

const baseWeights = Uint8Array.from({ length: allFields + 1 }, (_, mask) => baseWeight(mask));

/**
 * How often a term occurs in an entry, in one byte: its fields, and above them a level for how much
 * there is beyond one occurrence in each. The ranking is saturated soon, so that levels are enough.
 * @param weight the sum of the weights of all occurrences
 */
export function occurrenceByte(mask: number, weight: number): number {
  const more = weight - (baseWeights[mask] ?? 0);
  const level = more < 1 ? 0 : more < 4 ? 1 : more < 10 ? 2 : 3;
  return mask | (level << levelShift);
}

/** What each such byte counts in some fields; 0 when the term is in none of them. */
export function occurrenceWeights(fields: number): Float32Array {
  const weights = new Float32Array(256);
  for (let byte = 0; byte < weights.length; byte++) {
    const base = baseWeights[byte & fields & allFields] ?? 0;
    if (base > 0) weights[byte] = base + (levels[byte >> levelShift] ?? 0);
  }
  return weights;
}
