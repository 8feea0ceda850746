import { stem } from './analyzer.js';
import { isOneEdit } from './oneEdit.js';
import { unitsOf } from './termText.js';

/**
 * Endings that the stemmer takes off. The index has stems only, so that a word half typed, or with a
 * typo in its ending, is in it under no beginning of its own: `diffusi`, `diffusoin` for `diffus`.
 */
const suffixes = `s es ed er ers ing ings ion ions tion tions ation ations ational sion sions
  ization izations isation ize izes ized izing izer izers izable ise ised ising
  ive ives ively iveness ative able ables ible ably ibly ability abilities ibility
  ity ities ality alities icity ivity ment ments mental ness ful fully fulness less al als ally
  ance ances ence ences ency encies ancy ent ents ently ently ant ants antly ly ous ously ousness
  ic ics ical ically icate icated ism ist ists istic or ors ator ators ate ates ated ating
  y ies ied ying iest ier e`
  .split(/\s+/)
  .filter((suffix, index, all) => all.indexOf(suffix) === index);

/** Shorter roots are no words. */
const shortestRoot = 3;

/** Stems that a beginning of a word may come to have, other than those that begin with it. */
export function stemsOfBeginning(beginning: string): string[] {
  const stems = new Set([stem(beginning)]);
  for (const suffix of suffixes) {
    for (let typed = 1; typed < suffix.length; typed++) {
      const root = beginning.slice(0, -typed);
      if (root.length < shortestRoot || !beginning.endsWith(suffix.slice(0, typed))) continue;
      stems.add(stem(root + suffix));
    }
  }
  return [...stems].filter((text) => text.length >= shortestRoot && !text.startsWith(beginning));
}

/** Stems of a word whose ending may hold a typo. */
export function stemsOfMistyped(word: string): string[] {
  const stems = new Set<string>();
  for (const suffix of suffixes) {
    for (let length = suffix.length - 1; length <= suffix.length + 1; length++) {
      const root = word.slice(0, -length);
      if (length < 2 || root.length < shortestRoot) continue;
      if (isOneEdit(unitsOf(word.slice(-length)), unitsOf(suffix))) stems.add(stem(root + suffix));
    }
  }
  stems.delete(stem(word));
  return [...stems];
}
