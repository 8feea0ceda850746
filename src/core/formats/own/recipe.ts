/** What a line below an entry's first may tell, by its key in the setting. */
export const factKeys = ['title', 'id', 'authors', 'category'] as const;
/** Where the longer texts of an entry begin, by their keys in the setting. */
export const textKeys = ['summary', 'abstract'] as const;
const frameKeys = ['entry', 'end', 'section', 'date'] as const;

export const patternKeys = [...frameKeys, ...factKeys, ...textKeys] as const;

export type FactKey = (typeof factKeys)[number];
export type TextKey = (typeof textKeys)[number];
export type PatternKey = (typeof patternKeys)[number];

/** What the first line of an entry may tell by named groups, and a line between entries. */
export const entryGroups: readonly string[] = [...factKeys, 'date'];
export const sectionGroups: readonly string[] = ['category', 'date'];

/**
 * A format that a person has described in the setting `preprint.formats`. Plain data: it is kept with
 * each digest that was read by it, so that an entry is read as it was found, whatever has become of
 * the setting.
 */
export interface OwnRecipe {
  readonly name: string;
  /** In the syntax of RE2, each for one line. */
  readonly patterns: Readonly<Partial<Record<PatternKey, string>>> & { readonly entry: string };
  /** Labels of AI fields, in the setting's order, with the pattern of their first line. */
  readonly fields: readonly (readonly [label: string, pattern: string])[];
}
