import { bareDoi } from '../citation/citedPaper.js';
import { familyName, parseAuthors } from '../citation/personName.js';
import { withoutAccents } from '../citation/texAccents.js';
import type { PaperFacts } from '../paper.js';
import { texToText } from '../render/texToText.js';
import { normalisedTitle } from '../title.js';
import type { BibliographyEntry, IdSource } from './entry.js';

/**
 * Why an entry is taken for a paper: the arXiv id in one of its places, another DOI that both have,
 * or the title with the first author.
 */
export type MatchRule = IdSource | 'otherDoi' | 'title';

export interface Match {
  readonly entry: BibliographyEntry;
  readonly rule: MatchRule;
  /**
   * Without this, a person has to say so: titles are alike by chance or mistake, and the DOI that an
   * author gives arXiv may be of another paper (lessons.md 16, 18).
   */
  readonly certain: boolean;
}

const rank: Readonly<Record<IdSource, number>> = { eprint: 0, doi: 1, url: 2, text: 3 };

/** Finds the entries of one bibliography by key and by paper, each in constant time. */
export class BibliographyIndex {
  readonly #byKey = new Map<string, BibliographyEntry>();
  readonly #byId = new Map<string, BibliographyEntry>();
  readonly #byDoi = new Map<string, BibliographyEntry>();
  /** Made when first asked for: it takes most of the time, and most papers are found without. */
  #byTitle: Map<string, BibliographyEntry[]> | undefined;

  constructor(readonly entries: readonly BibliographyEntry[]) {
    for (const entry of entries) {
      const { key, arxivId, doi } = entry;
      if (key !== '') addFirst(this.#byKey, key, entry);
      if (doi !== undefined) addFirst(this.#byDoi, doi.toLowerCase(), entry);
      if (arxivId === undefined) continue;
      const known = this.#byId.get(arxivId);
      if (!known || sourceRank(entry) < sourceRank(known)) this.#byId.set(arxivId, entry);
    }
  }

  /** The entry that is cited by a key: the first, where the key is there twice. */
  entry(key: string): BibliographyEntry | undefined {
    return this.#byKey.get(key);
  }

  /** The entry of a paper by the first rule that finds one, in the order of `MatchRule`. */
  match(paper: PaperFacts): Match | undefined {
    const byId = paper.id === undefined ? undefined : this.#byId.get(paper.id);
    if (byId) return { entry: byId, rule: byId.idSource ?? 'eprint', certain: true };
    const doi = bareDoi(paper)?.toLowerCase();
    const byDoi = doi === undefined ? undefined : this.#byDoi.get(doi);
    if (byDoi && mayBe(byDoi, paper)) {
      return { entry: byDoi, rule: 'otherDoi', certain: paper.id === undefined };
    }
    const key = titleAndAuthor(paper);
    if (key === undefined) return undefined;
    this.#byTitle ??= this.#indexTitles();
    // An entry that names another paper is not this one, however alike the titles are.
    const entry = this.#byTitle.get(key)?.find((each) => mayBe(each, paper));
    return entry && { entry, rule: 'title', certain: false };
  }

  #indexTitles(): Map<string, BibliographyEntry[]> {
    const byTitle = new Map<string, BibliographyEntry[]>();
    for (const entry of this.entries) {
      const key = titleAndAuthor(entry);
      if (key === undefined) continue;
      const known = byTitle.get(key);
      // The first without id and the first with one answer for all: so a question stays cheap.
      if (!known) byTitle.set(key, [entry]);
      else if (
        known.every(({ arxivId }) => (arxivId === undefined) !== (entry.arxivId === undefined))
      )
        known.push(entry);
    }
    return byTitle;
  }
}

function addFirst<K>(map: Map<K, BibliographyEntry>, key: K, entry: BibliographyEntry): void {
  if (!map.has(key)) map.set(key, entry);
}

function sourceRank({ idSource }: BibliographyEntry): number {
  return rank[idSource ?? 'text'];
}

function mayBe({ arxivId }: BibliographyEntry, { id }: PaperFacts): boolean {
  return arxivId === undefined || id === undefined || arxivId === id;
}

/** Undefined without title or author. Both sides are `First Last`, so both fold alike. */
export function titleAndAuthor({
  title,
  authors,
}: Pick<PaperFacts, 'authors'> & { readonly title?: string }): string | undefined {
  const [author] = parseAuthors(authors.slice(0, 3)).names;
  const folded = normalisedTitle(
    /[\\$]/.test(title ?? '') ? texToText(title ?? '') : (title ?? ''),
  );
  if (author === undefined || folded === '') return undefined;
  const family = withoutAccents(
    author.last === '' ? familyName(author) : author.last,
  ).toLowerCase();
  return `${folded}\n${family.replace(/[^\p{L}\p{N}]+/gu, '')}`;
}
