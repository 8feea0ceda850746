import { withoutAccents } from '../citation/texAccents.js';
import { ownText } from '../ownText.js';
import { isWork, nameOfWork, type BibliographyEntry } from './entry.js';

/** How well an entry fits what was typed; less is better. */
const ranks = { key: 0, keyBegins: 1, keyHolds: 2, wordsBegin: 3, wordsHold: 4 } as const;

/** Entries that fit, those of each rank in the order of the file. */
export interface FoundEntries {
  readonly byRank: readonly (readonly BibliographyEntry[])[];
  /** Also of those that are not given. */
  readonly total: number;
}

/**
 * Finds the entries of one bibliography by what somebody types for their key. One pass over texts that
 * are folded once: some milliseconds for 20,000 entries.
 */
export class EntrySearch {
  readonly #entries: readonly BibliographyEntry[];
  /**
   * Of each entry its key, a line end, aliases, title, authors, year and ids, without case and accents.
   */
  #texts: readonly string[] | undefined;

  constructor(entries: readonly BibliographyEntry[]) {
    this.#entries = entries.filter((entry) => entry.key !== '' && isWork(entry));
  }

  /** Folds the texts; else the first question does, which takes ten times as long as others. */
  prepare(): readonly string[] {
    this.#texts ??= this.#entries.map((entry) => folded(textOf(entry, `${entry.key}\n`)));
    return this.#texts;
  }

  /**
   * All entries with a key for a query without words.
   * @param limit of each rank
   */
  find(query: string, limit: number): FoundEntries {
    const typed = folded(query.replace(/\s+/g, ' ')).trim();
    // `vas2017` is somebody and a year.
    const pieces = typed.match(/\p{L}+|\p{N}+/gu) ?? [];
    if (pieces.length === 0 && typed !== '') return { byRank: [], total: 0 };
    const byRank: BibliographyEntry[][] = Object.values(ranks).map(() => []);
    let total = 0;
    this.prepare().forEach((text, at) => {
      const entry = this.#entries[at];
      const rank = typed === '' ? ranks.key : rankOf(text, typed, pieces);
      const found = rank === undefined ? undefined : byRank[rank];
      if (!entry || !found) return;
      total++;
      if (found.length < limit) found.push(entry);
    });
    return { byRank, total };
  }
}

/** The text by which a work is found and by which an editor may filter: the key first. */
export function searchedText(entry: BibliographyEntry): string {
  return textOf(entry, entry.key);
}

function textOf(entry: BibliographyEntry, key: string): string {
  const { authors, year = '', arxivId = '', doi = '', aliases = [] } = entry;
  const others = aliases.map((alias) => `${alias.key} `).join('');
  return [key, others + (nameOfWork(entry) ?? ''), authors.join(' '), year, arxivId, doi].join(' ');
}

/** @param typed never holds a line end, so that what is found before the first one is of the key */
function rankOf(text: string, typed: string, pieces: readonly string[]): number | undefined {
  if (text.startsWith(typed)) return text[typed.length] === '\n' ? ranks.key : ranks.keyBegins;
  if (!pieces.every((piece) => text.includes(piece))) return undefined;
  const at = text.indexOf(typed);
  if (at !== -1 && at < text.indexOf('\n')) return ranks.keyHolds;
  return pieces.every((piece) => beginsWord(text, piece)) ? ranks.wordsBegin : ranks.wordsHold;
}

function beginsWord(text: string, piece: string): boolean {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function folded(text: string): string {
  // Most are ASCII; the others take many times as long, and would keep two bytes a character.
  return /^[\n\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : ownText(withoutAccents(text).toLowerCase());
}
