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
  const digests = [...library.documents()]
    .filter(({ digest }) => digest)
    .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.uri, b.uri));
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

  function dateOf({ digest }: (typeof digests)[number]): string {
    return digest?.date?.value ?? '';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
