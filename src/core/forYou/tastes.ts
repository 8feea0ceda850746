import { paperTerms, type PaperTerm } from '../similar/paperTerms.js';
import type { SampleText } from '../similar/sampleText.js';
import { authorKey } from './authorName.js';

/** A paper that somebody has marked. */
export interface MarkedPaper {
  readonly mark: MarkKind;
  readonly text: SampleText;
  readonly authors: readonly string[];
  readonly category?: string;
}

export type MarkKind = 'starred' | 'read' | 'muted';

/** What each kind of marks counts together, however many there are (Rocchio's weights, about). */
const kindWeights: Readonly<Record<MarkKind, number>> = { starred: 1, read: 0.3, muted: -0.5 };

/** Rarer ones of many papers would cost time, and say little of all. */
const mostTerms = 2000;

/** What a person's marks say they like. */
export interface Tastes {
  /** Amounts below 0 are of what is muted. */
  readonly terms: readonly PaperTerm[];
  /** Folded names; 1 for those of a starred paper, -1 for those of muted ones alone. */
  readonly authors: ReadonlyMap<string, number>;
  /** Of each category the part of the starred papers that are in it, less that of the muted ones. */
  readonly categories: ReadonlyMap<string, number>;
}

export function tastesOf(marked: readonly MarkedPaper[]): Tastes {
  const counts = { starred: 0, read: 0, muted: 0 };
  for (const { mark } of marked) counts[mark]++;
  const terms = new Map<string, PaperTerm>();
  const categories = new Map<string, number>();
  for (const { mark, text, category } of marked) {
    const weight = kindWeights[mark] / counts[mark];
    for (const term of paperTerms(text)) {
      const amount = (terms.get(term.text)?.amount ?? 0) + weight * term.amount;
      terms.set(term.text, { ...term, amount });
    }
    if (category === undefined || mark === 'read') continue;
    const share = (mark === 'starred' ? 1 : -1) / counts[mark];
    categories.set(category, (categories.get(category) ?? 0) + share);
  }
  const most = [...terms.values()].sort(
    (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.text < b.text ? -1 : 1),
  );
  return { terms: most.slice(0, mostTerms), authors: authorsOf(marked), categories };
}

function authorsOf(marked: readonly MarkedPaper[]): ReadonlyMap<string, number> {
  const authors = new Map<string, number>();
  for (const kind of ['muted', 'starred'] as const) {
    for (const paper of marked) {
      if (paper.mark !== kind) continue;
      for (const name of paper.authors) authors.set(authorKey(name), kind === 'starred' ? 1 : -1);
    }
  }
  return authors;
}
