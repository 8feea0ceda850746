import type { Month } from '../../arxivId.js';
import type { Lines } from '../../lines.js';
import { formatOfRecipe } from './ownFormats.js';
import { Pattern } from './pattern.js';
import { patternKeys, type OwnRecipe } from './recipe.js';

/** How a format of one's own fared with a document. */
export interface RecipeTrial {
  readonly name: string;
  readonly recognises: boolean;
  readonly entries: number;
  /** Of these, those with an arXiv id or a DOI. */
  readonly named: number;
  /** For each pattern, in the recipe's order: lines of the whole document that it matches. */
  readonly matches: readonly {
    /** In the setting: `entry`, `fields › Gist`. */
    readonly path: readonly string[];
    readonly lines: number;
    /** From 0; undefined where there is none. */
    readonly first: number | undefined;
  }[];
}

/** Costs a pass over the text for each pattern: for one document that somebody asks about. */
export function tryRecipe(recipe: OwnRecipe, lines: Lines, latest: Month): RecipeTrial {
  const format = formatOfRecipe(recipe);
  const { entries } = format?.read(lines, { path: '', latest }).digest ?? { entries: [] };
  const named = entries.filter(({ id, doi }) => id !== undefined || doi !== undefined);
  const sources = [
    ...patternKeys.flatMap((key) => {
      const source = recipe.patterns[key];
      return source === undefined ? [] : [{ path: [key], source }];
    }),
    ...recipe.fields.map(([label, source]) => ({ path: ['fields', label], source })),
  ];
  return {
    name: recipe.name,
    recognises: format?.recognises(lines, '') ?? false,
    entries: entries.length,
    named: named.length,
    matches: sources.map(({ path, source }) => ({ path, ...count(lines, source) })),
  };
}

function count(lines: Lines, source: string): { lines: number; first: number | undefined } {
  const pattern = Pattern.compile(source);
  let found = 0;
  let first: number | undefined;
  for (let line = 0; pattern instanceof Pattern && line < lines.count; line++) {
    if (!pattern.test(lines.line(line))) continue;
    found++;
    first ??= line;
  }
  return { lines: found, first };
}
