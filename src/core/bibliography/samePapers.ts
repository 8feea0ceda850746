import { isWork, type BibliographyEntry } from './entry.js';
import { titleAndAuthor, titleNumbers } from './match.js';
import { partedByTitle } from './sameTitle.js';

/** Entries for one paper under several keys. */
export interface SamePaper<T> {
  /** In the order given; at least two, each with another key. */
  readonly places: readonly T[];
  /**
   * The ids are the same, or the DOIs and the titles; else title and first author are, which a person
   * has to look at.
   */
  readonly certain: boolean;
}

/** A list of more has one reason, such as a file that is there twice. */
const most = 100;

/**
 * Papers that bibliographies have under more than one key, by arXiv id, then DOI (never for different
 * titles: chapters have that of their book), then title with first author (never for different ids).
 * Linear.
 */
export function samePapers<T extends { readonly entry: BibliographyEntry }>(
  places: readonly T[],
): readonly SamePaper<T>[] {
  const cited = places.filter(({ entry }) => entry.key !== '' && isWork(entry));
  const byId = alike(cited, ({ arxivId }) => arxivId ?? []);
  const byDoi = alike(cited, ({ doi }) => doi?.toLowerCase() ?? [])
    .flatMap(partedByTitle)
    .filter(({ length }) => length > 1);
  const certain = [...byId, ...byDoi].map((group) => ({ places: group, certain: true }));
  const told = new Set(certain.flatMap((group) => group.places));
  const likely = alike(
    withTitleOfAnother(cited.filter((place) => !told.has(place))),
    (entry) => titleAndAuthor(entry) ?? [],
  )
    .filter((group) => new Set(group.flatMap(({ entry }) => entry.arxivId ?? [])).size < 2)
    .map((group) => ({ places: group, certain: false }));
  return withoutRepeats([...certain, ...likely]).slice(0, most);
}

/** Those whose title and author another one may have: few, so that no more texts have to be compared. */
function withTitleOfAnother<T extends { readonly entry: BibliographyEntry }>(
  places: readonly T[],
): readonly T[] {
  const numbers = titleNumbers(places.map(({ entry }) => entry));
  const sorted = numbers.toSorted();
  const shared = new Set(sorted.filter((number, at) => number !== 0 && number === sorted[at - 1]));
  return places.filter((_, at) => shared.has(numbers[at] ?? 0));
}

/** The groups of places that share a name, but for those that share their key as well. */
function alike<T extends { readonly entry: BibliographyEntry }>(
  places: readonly T[],
  namesOf: (entry: BibliographyEntry) => string | readonly string[],
): T[][] {
  // Nearly all names are of one place, which takes no list.
  const first = new Map<string, T>();
  const groups = new Map<string, Map<string, T>>();
  for (const place of places) {
    for (const name of [namesOf(place.entry)].flat()) {
      const known = first.get(name);
      if (!known) {
        first.set(name, place);
        continue;
      }
      // The same key in another file, or twice in one, is another fault.
      if (known.entry.key === place.entry.key) continue;
      const group = groups.get(name) ?? new Map([[known.entry.key, known]]);
      if (!group.has(place.entry.key)) group.set(place.entry.key, place);
      groups.set(name, group);
    }
  }
  return Array.from(groups.values(), (group) => [...group.values()]);
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
