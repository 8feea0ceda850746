import type { BibliographyEntry } from './entry.js';
import { titleAndAuthor } from './match.js';

/** Entries for one paper under several keys. */
export interface SamePaper<T> {
  /** In the order given; at least two, each with another key. */
  readonly places: readonly T[];
  /** The ids are the same; else title and first author are, which a person has to look at. */
  readonly certain: boolean;
}

/** A list of more has one reason, such as a file that is there twice. */
const most = 100;

/**
 * Papers that bibliographies have under more than one key, by arXiv id, then DOI, then title with
 * first author (never for entries with different ids). Linear.
 */
export function samePapers<T extends { readonly entry: BibliographyEntry }>(
  places: readonly T[],
): readonly SamePaper<T>[] {
  const groups = new Map<string, T[]>();
  const add = (name: string | undefined, place: T): void => {
    if (name === undefined) return;
    const group = groups.get(name);
    if (!group) groups.set(name, [place]);
    // The same key in another file, or twice in one, is another fault.
    else if (!group.some(({ entry }) => entry.key === place.entry.key)) group.push(place);
  };
  const cited = places.filter(({ entry }) => entry.key !== '');
  for (const place of cited) {
    const { arxivId, doi } = place.entry;
    add(arxivId && `arxiv:${arxivId}`, place);
    add(doi && `doi:${doi.toLowerCase()}`, place);
  }
  const certain = several(groups).map((group) => ({ places: group, certain: true }));
  const told = new Set(certain.flatMap((group) => group.places));
  groups.clear();
  for (const place of cited) if (!told.has(place)) add(titleAndAuthor(place.entry), place);
  const likely = several(groups)
    .filter((group) => new Set(group.flatMap(({ entry }) => entry.arxivId ?? [])).size < 2)
    .map((group) => ({ places: group, certain: false }));
  return withoutRepeats([...certain, ...likely]).slice(0, most);
}

function several<T>(groups: ReadonlyMap<string, T[]>): T[][] {
  return [...groups.values()].filter((group) => group.length > 1);
}

/** arXiv's own DOI makes the same group as the id. */
function withoutRepeats<T>(all: readonly SamePaper<T>[]): SamePaper<T>[] {
  const told = new Set<T>();
  return all.filter(({ places }) => {
    const isNew = places.some((place) => !told.has(place));
    for (const place of places) told.add(place);
    return isNew;
  });
}
