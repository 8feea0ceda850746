import { bareDoi } from '../citation/citedPaper.js';
import { familyName, parseAuthors, type PersonName } from '../citation/personName.js';
import { withoutAccents } from '../citation/texAccents.js';
import type { PaperFacts } from '../paper.js';
import { texToText } from '../render/texToText.js';
import { textNumber } from '../textNumber.js';
import { normalisedTitle } from '../title.js';
import { isWork, keysOf, type BibliographyEntry, type IdSource } from './entry.js';
import { mayShareTitle } from './sameTitle.js';

/**
 * Why an entry is taken for a paper: the arXiv id in one of its places, another DOI that both have,
 * or the title with the first author.
 */
export type MatchRule = IdSource | 'otherDoi' | 'title';

export interface Match {
  readonly entry: BibliographyEntry;
  readonly rule: MatchRule;
  /**
   * Without this, a person has to say so: titles are alike by chance or mistake, the DOI that an author
   * gives arXiv may be of another paper (lessons.md 16, 18), and chapters have the DOI of their book.
   */
  readonly certain: boolean;
}

const rank: Readonly<Record<IdSource, number>> = { eprint: 0, doi: 1, url: 2, text: 3 };

/**
 * Finds the entries of one bibliography by key and by paper: in constant time, but for titles, which
 * take a pass over a number for each entry.
 */
export class BibliographyIndex {
  readonly #byKey = new Map<string, BibliographyEntry>();
  readonly #byId = new Map<string, BibliographyEntry>();
  readonly #byDoi = new Map<string, BibliographyEntry>();
  /** Entries with the DOI of an earlier one, such as chapters of a book. */
  readonly #laterOfDoi = new Map<string, BibliographyEntry[]>();
  /** Made when first asked for: it takes most of the time, and most papers are found without. */
  #titles: Uint32Array | undefined;

  constructor(readonly entries: readonly BibliographyEntry[]) {
    for (const entry of entries) {
      const { key, arxivId, doi } = entry;
      if (key !== '') addFirst(this.#byKey, key, entry);
      if (!isWork(entry)) continue;
      if (doi !== undefined) this.#addByDoi(doi.toLowerCase(), entry);
      if (arxivId === undefined) continue;
      const known = this.#byId.get(arxivId);
      if (!known || sourceRank(entry) < sourceRank(known)) this.#byId.set(arxivId, entry);
    }
    // What is a key is no alias, wherever it stands.
    for (const entry of entries) {
      if (entry.aliases) for (const key of keysOf(entry)) addFirst(this.#byKey, key, entry);
    }
  }

  /** The entry that is cited by a key or an alias: the first, where the key is there twice. */
  entry(key: string): BibliographyEntry | undefined {
    return this.#byKey.get(key);
  }

  /** The entry of a paper by the first rule that finds one, in the order of `MatchRule`. */
  match(paper: PaperFacts): Match | undefined {
    const byId = paper.id === undefined ? undefined : this.#byId.get(paper.id);
    if (byId) return { entry: byId, rule: byId.idSource ?? 'eprint', certain: true };
    const doi = bareDoi(paper)?.toLowerCase();
    const byDoi = doi === undefined ? undefined : this.#ofDoi(doi, paper);
    if (byDoi) {
      const certain = paper.id === undefined && mayShareTitle(byDoi.title, paper.title);
      return { entry: byDoi, rule: 'otherDoi', certain };
    }
    const key = titleAndAuthor(paper);
    if (key === undefined) return undefined;
    const entry = this.#byTitle(key, paper);
    return entry && { entry, rule: 'title', certain: false };
  }

  #addByDoi(doi: string, entry: BibliographyEntry): void {
    if (!this.#byDoi.has(doi)) {
      this.#byDoi.set(doi, entry);
      return;
    }
    const later = this.#laterOfDoi.get(doi);
    if (later) later.push(entry);
    else this.#laterOfDoi.set(doi, [entry]);
  }

  /** The first whose title may be the paper's, else the first. */
  #ofDoi(doi: string, paper: PaperFacts): BibliographyEntry | undefined {
    const first = this.#byDoi.get(doi);
    const entries = [...(first ? [first] : []), ...(this.#laterOfDoi.get(doi) ?? [])].filter(
      (entry) => mayBe(entry, paper),
    );
    return entries.find(({ title }) => mayShareTitle(title, paper.title)) ?? entries[0];
  }

  #byTitle(key: string, paper: PaperFacts): BibliographyEntry | undefined {
    const titles = (this.#titles ??= titleNumbers(this.entries));
    const number = textNumber(key);
    for (let at = titles.indexOf(number); at !== -1; at = titles.indexOf(number, at + 1)) {
      const entry = this.entries[at];
      // An entry that names another paper is not this one, however alike the titles are.
      if (entry && isWork(entry) && mayBe(entry, paper) && titleAndAuthor(entry) === key) {
        return entry;
      }
    }
    return undefined;
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

type Named = Pick<PaperFacts, 'authors'> & { readonly title?: string };

/**
 * What two entries for one work have in common when no id tells: title and first author, folded.
 * Undefined without title or author. Names are `First Last` on both sides, so both fold alike.
 */
export function titleAndAuthor({ title, authors }: Named): string | undefined {
  const author = firstName(authors);
  const folded = normalisedTitle(
    /[\\$]/.test(title ?? '') ? texToText(title ?? '') : (title ?? ''),
  );
  if (author === undefined || folded === '') return undefined;
  const family = withoutAccents(
    author.last === '' ? familyName(author) : author.last,
  ).toLowerCase();
  return `${folded}\n${family.replace(/[^\p{L}\p{N}]+/gu, '')}`;
}

/** Of the first that is a name: a list may begin with a mark or with "et al.". */
function firstName(authors: readonly string[]): PersonName | undefined {
  for (const author of authors.slice(0, 3)) {
    const [name] = parseAuthors([author]).names;
    if (name) return name;
  }
  return undefined;
}

/**
 * Title and author of each entry as a `textNumber`, 0 for those that have none: the texts of a large
 * bibliography would take as much memory as all else that is known of it.
 */
export function titleNumbers(entries: readonly Named[]): Uint32Array {
  return Uint32Array.from(entries, (entry) => {
    const text = titleAndAuthor(entry);
    return text === undefined ? 0 : textNumber(text);
  });
}
