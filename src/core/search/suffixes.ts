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

/** What a word with a typo may stand for. */
export interface Mistyped {
  /** Stems of what it may have been meant to be: a typo at its end keeps its stem from being found. */
  readonly stems: readonly string[];
  /** What may be one edit from a term. A typo may also keep the stemmer from an ending. */
  readonly near: readonly string[];
}

export function mistyped(word: string): Mistyped {
  const stems = new Set<string>();
  const near = new Set([stem(word)]);
  for (const suffix of suffixes) {
    for (let length = suffix.length - 1; length <= suffix.length + 1; length++) {
      const [root, tail] = [word.slice(0, -length), word.slice(-length)];
      if (length < 2 || root.length < shortestRoot) continue;
      if (tail === suffix) near.add(root);
      if (isOneEdit(unitsOf(tail), unitsOf(suffix))) stems.add(stem(root + suffix));
    }
  }
  for (let at = 1; at < word.length; at++) {
    const [before, first, second = ''] = [word.slice(0, at), word[at] ?? '', word[at + 1]];
    const after = word.slice(at + 2);
    stems.add(stem(before + second + after));
    stems.add(stem(before + second + first + after));
  }
  stems.delete('');
  return { stems: [...stems], near: [...near] };
}
