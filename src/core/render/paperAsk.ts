import type { PaperKey } from '../paper.js';
import { asReaderAction, type ReaderAction } from './readerLabels.js';

/** What somebody who presses something in the HTML of a paper (`renderPaper`) asks for. */
export type PaperAsk =
  | { readonly type: 'action'; readonly key: PaperKey; readonly action: ReaderAction }
  /** Number `index` of the list "where it occurs". */
  | { readonly type: 'openOccurrence'; readonly key: PaperKey; readonly index: number }
  | { readonly type: 'openNote'; readonly key: PaperKey; readonly index: number }
  | { readonly type: 'searchAuthor'; readonly key: PaperKey; readonly index: number }
  | { readonly type: 'openSimilar'; readonly key: PaperKey; readonly index: number }
  /** Of the texts that its digests have of it; -1 for all. */
  | { readonly type: 'chooseText'; readonly key: PaperKey; readonly index: number }
  /** Number `term` of what the paper shares with similar paper number `index`. */
  | {
      readonly type: 'searchShared';
      readonly key: PaperKey;
      readonly index: number;
      readonly term: number;
    }
  /** Of http and https alone. */
  | { readonly type: 'openLink'; readonly url: string };

const indexed = ['openOccurrence', 'openNote', 'searchAuthor', 'openSimilar', 'chooseText'];

/** What a page has sent; undefined for anything that is no such thing. */
export function asPaperAsk(data: unknown): PaperAsk | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, key, index, term, action, url } = data as Readonly<Record<string, unknown>>;
  if (type === 'openLink') return isWebUrl(url) ? (data as PaperAsk) : undefined;
  if (typeof type !== 'string' || typeof key !== 'string') return undefined;
  const isKnown =
    (type === 'action' && typeof action === 'string' && asReaderAction(action) !== undefined) ||
    (type === 'searchShared' && Number.isInteger(index) && Number.isInteger(term)) ||
    (indexed.includes(type) && Number.isInteger(index));
  return isKnown ? (data as PaperAsk) : undefined;
}

function isWebUrl(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\//i.test(url);
}
