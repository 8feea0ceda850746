import type { IndexedDocument } from './digest.js';
import type { Library } from './library.js';
import type { Occurrence, Paper, PaperKey } from './paper.js';

/**
 * The papers of the newest digests, in the order in which these tell of them. Costs one look at each
 * document, and the papers that are given.
 */
export function newestPapers(
  library: Library,
  limit: number,
): { readonly paper: Paper; readonly place: Occurrence }[] {
  const digests = digestsByDate(library);
  const seen = new Set<PaperKey>();
  const papers: { paper: Paper; place: Occurrence }[] = [];
  for (const { uri, digest } of digests) {
    for (const { key } of digest?.entries ?? []) {
      if (papers.length >= limit) return papers;
      if (seen.has(key)) continue;
      const paper = library.paper(key);
      seen.add(key);
      if (!paper || (paper.key !== key && seen.has(paper.key))) continue;
      seen.add(paper.key);
      const place = paper.occurrences.find((one) => one.uri === uri) ?? paper.occurrences[0];
      if (place) papers.push({ paper, place });
    }
  }
  return papers;
}

/** The digests of the newest day, which may have one in each language; without days, the first. */
export function newestDigests(library: Library): readonly IndexedDocument[] {
  const [first, ...others] = digestsByDate(library);
  if (!first) return [];
  const day = dateOf(first);
  return [first, ...others.filter((other) => day !== '' && dateOf(other) === day)];
}

function digestsByDate(library: Library): IndexedDocument[] {
  return [...library.documents()]
    .filter(({ digest }) => digest)
    .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.uri, b.uri));
}

function dateOf({ digest }: IndexedDocument): string {
  return digest?.date?.value ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
