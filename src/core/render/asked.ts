import type { PaperKey } from '../paper.js';
import { asReaderAction, type ReaderAction } from './readerLabels.js';

/** What a page asks about a paper whose HTML somebody has pressed (`renderPaper`, `similarHtml`). */
export type Asked =
  | { readonly type: 'action'; readonly action: ReaderAction; readonly key: PaperKey }
  /** Place number `index` in the list "where it occurs". */
  | { readonly type: 'openOccurrence'; readonly key: PaperKey; readonly index: number }
  /** Document number `index` in the list of notes. */
  | { readonly type: 'openNote'; readonly key: PaperKey; readonly index: number }
  /** Papers by author number `index`. */
  | { readonly type: 'searchAuthor'; readonly key: PaperKey; readonly index: number }
  /** Number `index` of the similar papers, … */
  | { readonly type: 'openSimilar'; readonly key: PaperKey; readonly index: number }
  /** … or papers with number `term` of what the two share. */
  | {
      readonly type: 'searchShared';
      readonly key: PaperKey;
      readonly index: number;
      readonly term: number;
    }
  /** Which of the texts is wanted that the paper's digests have of it, -1 for all. */
  | { readonly type: 'chooseText'; readonly key: PaperKey; readonly index: number };

/** What an element asks for by its marks; undefined for one that asks for nothing. */
export function askedBy(
  { dataset }: { readonly dataset: Readonly<Record<string, string | undefined>> },
  key: PaperKey,
): Asked | undefined {
  const action = asReaderAction(dataset['action']);
  if (action !== undefined) return { type: 'action', action, key };
  const [index, term] = (dataset['term'] ?? '').split('.').map(Number);
  if (isIndex(index) && isIndex(term)) return { type: 'searchShared', key, index, term };
  for (const [type, written] of [
    ['openOccurrence', dataset['occurrence']],
    ['openNote', dataset['note']],
    ['openSimilar', dataset['similar']],
    ['searchAuthor', dataset['author']],
    ['chooseText', dataset['text']],
  ] as const) {
    const number = Number(written);
    if (written !== undefined && isIndex(number)) return { type, key, index: number };
  }
  return undefined;
}

function isIndex(value: number | undefined): value is number {
  return Number.isInteger(value);
}
