/**
 * Where references that are typeset already stand: in the text itself, in a `.bbl` that it takes in, or
 * in the one that BibTeX or biber makes of the bibliographies of a document with this name.
 */
export type TypesetPlace = 'own' | 'taken' | 'made';

/** A bibliography that a document names, once it has been looked for. */
interface Named {
  readonly missing: boolean;
  readonly typeset?: TypesetPlace;
}

/**
 * A list that is made of bibliographies counts where one of these is not there, as in the sources that
 * arXiv gives out, and then it stands for what is missing; it counts as well where nothing else is named.
 * @param named whose typeset lists are there
 */
export function withMadeLists<T extends Named>(named: readonly T[]): readonly T[] {
  const others = named.filter(({ typeset }) => typeset !== 'made');
  const made = named.length - others.length;
  if (made === 0) return named;
  const sources = others.filter(({ typeset }) => typeset === undefined);
  if (sources.some(({ missing }) => missing)) return named.filter(({ missing }) => !missing);
  return others.length === 0 ? named : others;
}
