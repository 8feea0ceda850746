import type { Mark } from '../marks/mark.js';
import type { Period, Span, TimeUnit } from './calendar.js';

/** What a person has chosen to look at. */
export interface TrendChoice {
  readonly period: Period;
  /** Authors, terms and reading are those of its papers; all when missing, '' for papers without. */
  readonly category?: string;
}

/** How a paper stands with its reader: each paper is in one of these. */
export type ReadingState = 'starred' | 'read' | 'seen' | 'muted' | 'new';

export const readingStates: readonly ReadingState[] = ['starred', 'read', 'seen', 'muted', 'new'];

/** The papers of a day, week or month that has a digest; each paper is counted once in each. */
export interface TimeFigures extends Span {
  /** Days with a digest. */
  readonly days: number;
  readonly total: number;
  /** By category, in the order of `TrendFigures.categories`; their sum is the total. */
  readonly counts: readonly number[];
  /** Of the chosen category, in the order of `readingStates`. */
  readonly reading: readonly number[];
}

/** A name with the number of its papers, each counted once. */
export interface Ranked {
  readonly name: string;
  readonly papers: number;
}

/** What the digests of a period tell in numbers. */
export interface TrendFigures {
  readonly choice: TrendChoice;
  readonly span: Span;
  readonly unit: TimeUnit;
  /** Papers of the period. */
  readonly papers: number;
  /**
   * Of the period, the largest first; '' for papers without. Their sum is `papers`: one that only
   * some days give to a paper has none.
   */
  readonly categories: readonly Ranked[];
  /** In the order of time; those without a digest are left out. */
  readonly times: readonly TimeFigures[];
  /** Of the chosen category, those with most papers first. */
  readonly authors: readonly Ranked[];
  /** Papers of the chosen category. */
  readonly chosen: number;
  /** Digests that name no day, and are not in these numbers. */
  readonly undated: number;
}

/** A term that more papers have than before. */
export interface RisingTerm {
  /** As it is mostly written. */
  readonly written: string;
  readonly script: 'latin' | 'chinese';
  /** Papers that have it, and those of the same script that might. */
  readonly recent: number;
  readonly recentOf: number;
  readonly earlier: number;
  readonly earlierOf: number;
  /** Log-likelihood ratio: above 10.8 one in a thousand is by chance. */
  readonly score: number;
}

export interface RisingTerms {
  readonly recent: Span;
  readonly earlier: Span;
  readonly terms: readonly RisingTerm[];
}

export function readingState({ progress, starred, muted }: Mark): ReadingState {
  if (starred) return 'starred';
  return muted ? 'muted' : progress;
}
