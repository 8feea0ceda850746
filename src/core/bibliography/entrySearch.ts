import { withoutAccents } from '../citation/texAccents.js';
import type { BibliographyEntry } from './entry.js';

/** How well an entry fits what was typed; less is better. */
const ranks = { key: 0, keyBegins: 1, keyHolds: 2, wordsBegin: 3, wordsHold: 4 } as const;

interface Candidate {
  readonly entry: BibliographyEntry;
  readonly key: string;
  /** Key, title, authors, year and id, without case and accents. */
  readonly text: string;
}

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
  #candidates: readonly Candidate[] | undefined;

  constructor(entries: readonly BibliographyEntry[]) {
    this.#entries = entries;
  }

  /** Folds the texts; else the first question does, which takes ten times as long as others. */
  prepare(): readonly Candidate[] {
    this.#candidates ??= this.#entries.filter(({ key }) => key !== '').map(candidateOf);
    return this.#candidates;
  }

  /**
   * All entries with a key for a query without words.
   * @param limit of each rank
   */
  find(query: string, limit: number): FoundEntries {
    const typed = folded(query).trim();
    // `vas2017` is somebody and a year.
    const pieces = typed.match(/\p{L}+|\p{N}+/gu) ?? [];
    if (pieces.length === 0 && typed !== '') return { byRank: [], total: 0 };
    const byRank: BibliographyEntry[][] = Object.values(ranks).map(() => []);
    let total = 0;
    for (const candidate of this.prepare()) {
      const rank = typed === '' ? ranks.key : rankOf(candidate, typed, pieces);
      const found = rank === undefined ? undefined : byRank[rank];
      if (!found) continue;
      total++;
      if (found.length < limit) found.push(candidate.entry);
    }
    return { byRank, total };
  }
}

/** The text by which a work is found and by which an editor may filter: the key first. */
export function searchedText(entry: BibliographyEntry): string {
  const { key, title = '', authors, year = '', arxivId = '', doi = '' } = entry;
  return [key, title, authors.join(' '), year, arxivId, doi].join(' ');
}

function candidateOf(entry: BibliographyEntry): Candidate {
  return { entry, key: folded(entry.key), text: folded(searchedText(entry)) };
}

function rankOf(
  { key, text }: Candidate,
  typed: string,
  pieces: readonly string[],
): number | undefined {
  if (key.startsWith(typed)) return key === typed ? ranks.key : ranks.keyBegins;
  if (!pieces.every((piece) => text.includes(piece))) return undefined;
  if (key.includes(typed)) return ranks.keyHolds;
  return pieces.every((piece) => beginsWord(text, piece)) ? ranks.wordsBegin : ranks.wordsHold;
}

function beginsWord(text: string, piece: string): boolean {
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function folded(text: string): string {
  // Most are ASCII; the others take many times as long.
  return (/^[\x20-\x7e]*$/.test(text) ? text : withoutAccents(text)).toLowerCase();
}
