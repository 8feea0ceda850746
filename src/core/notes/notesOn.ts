import type { Library } from '../library.js';
import type { Paper } from '../paper.js';
import type { TextRange } from '../text.js';
import { noteMatcher } from './noteIdentity.js';

/** A document that has to do with a paper and is no digest. */
export interface NoteOn {
  readonly uri: string;
  /** The paper's own note, not one that only names it. */
  readonly isLiterature: boolean;
  /** Where it first names the paper. */
  readonly range?: TextRange;
}

/**
 * The documents that tell of a paper, its literature notes first, then by URI. Costs one look at each
 * document of the library.
 * @param citationKey that a literature note of it would have
 * @param isNotesFolder whether a document lies where literature notes are kept: one that gives no id
 * counts there alone
 */
export function notesOn(
  library: Library,
  paper: Paper,
  citationKey: string,
  isNotesFolder: (uri: string) => boolean,
): NoteOn[] {
  const found = new Map<string, NoteOn>();
  for (const { uri, mention } of library.mentions(paper.key)) {
    const isDigest = library.document(uri)?.digest !== undefined;
    if (isDigest || found.has(uri)) continue;
    found.set(uri, { uri, isLiterature: false, range: mention.range });
  }
  const match = noteMatcher(paper, citationKey);
  for (const { uri, note } of library.documents()) {
    const matched = match(note);
    if (matched === undefined || (matched === 'name' && !isNotesFolder(uri))) continue;
    found.set(uri, { ...found.get(uri), uri, isLiterature: true });
  }
  return [...found.values()].sort(
    (a, b) => Number(b.isLiterature) - Number(a.isLiterature) || (a.uri < b.uri ? -1 : 1),
  );
}
