/**
 * In code units: how much of a fact is kept, which stands in lists, in hovers and in names of files.
 * Of 8,945 papers of real digests, the longest title has 199, the longest name 44, the longest
 * category 56.
 */
export const longestTitle = 2000;
export const longestName = 500;
export const longestCategory = 200;
