import type { Library } from './library.js';
import type { Occurrence, Paper, PaperKey } from './paper.js';
import { onlyInTwins, type DigestSource, type JoinedDigest } from './twins.js';

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
  for (const joined of digests) {
    const { uri } = joined;
    for (const { key } of [...joined.digest.entries, ...onlyInTwins(joined)]) {
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

/**
 * The digests of the newest day, which may have one in each language; without days, the first. Twins
 * follow the digest that they are joined with.
 */
export function newestDigests(library: Library): readonly DigestSource[] {
  const [first, ...others] = digestsByDate(library);
  if (!first) return [];
  const day = dateOf(first);
  const newest = [first, ...others.filter((other) => day !== '' && dateOf(other) === day)];
  return newest.flatMap((joined) => [joined, ...joined.twins]);
}

function digestsByDate(library: Library): JoinedDigest[] {
  return [...library.digests()].sort(
    (a, b) => compare(dateOf(b), dateOf(a)) || compare(a.uri, b.uri),
  );
}

function dateOf({ digest }: DigestSource): string {
  return digest.date?.value ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
