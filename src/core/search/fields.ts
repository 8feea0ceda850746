/**
 * The fields that a search tells apart, with their weight in the ranking. A field's place is its bit
 * in the masks of an index: a new one goes to the end, and the cache's version grows.
 */
export const searchFields = ['title', 'authors', 'summary', 'fields', 'abstract'] as const;

export type SearchField = (typeof searchFields)[number];

/** What an index holds of one entry: the texts of each field, '' where there is none. */
export type SearchText = Readonly<Record<SearchField, string>>;

export const fieldWeights: Readonly<Record<SearchField, number>> = {
  title: 6,
  authors: 4,
  summary: 3,
  fields: 1,
  abstract: 2,
};

export const allFields = (1 << searchFields.length) - 1;

export function fieldMask(field: SearchField): number {
  return 1 << searchFields.indexOf(field);
}
