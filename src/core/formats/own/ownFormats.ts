import type { DigestFormat } from '../format.js';
import { ownFormat } from './ownFormat.js';
import { readRecipes, type ReadRecipes } from './readRecipes.js';
import type { OwnRecipe } from './recipe.js';

/** More than a window has, with some that were changed meanwhile. */
const mostKept = 64;

/** Compiling takes milliseconds, and each entry that is read asks for its format. */
const made = new Map<string, DigestFormat | undefined>();

/** The reader of a recipe that a digest was read by. */
export function formatOfRecipe(recipe: OwnRecipe): DigestFormat | undefined {
  const name = JSON.stringify(recipe);
  if (!made.has(name)) {
    if (made.size >= mostKept) made.clear();
    made.set(name, ownFormat(recipe));
  }
  return made.get(name);
}

let last: { readonly text: string; readonly read: ReadRecipes } | undefined;

/** @param text the setting's value in JSON; undefined for none */
export function recipesIn(text: string | undefined): ReadRecipes {
  if (text === undefined) return { recipes: [], problems: [] };
  if (last?.text !== text) last = { text, read: readRecipes(JSON.parse(text)) };
  return last.read;
}

/** The formats of the setting in its order, those with a fault left out. */
export function ownFormatsIn(text: string | undefined): readonly DigestFormat[] {
  return recipesIn(text).recipes.flatMap((recipe) => formatOfRecipe(recipe) ?? []);
}
