import type { Span } from './calendar.js';
import {
  readingStates,
  type ReadingState,
  type RisingTerms,
  type TrendFigures,
} from './figures.js';

export const chartNames = ['papers', 'categories', 'terms', 'authors', 'reading'] as const;
export type ChartName = (typeof chartNames)[number];

/** What a chart shows, as a table: the one beside it, and the one that is exported. */
export interface TrendTable {
  readonly columns: readonly string[];
  /** The first cell heads the row; numbers below are counts, or shares of one where it says so. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns, from 0, that hold shares. */
  readonly shares: ReadonlySet<number>;
}

/** Heads of columns, and what stands for names that there are none of. */
export interface TableWords {
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly papers: string;
  readonly share: string;
  readonly category: string;
  readonly noCategory: string;
  readonly author: string;
  readonly term: string;
  readonly recently: string;
  readonly before: string;
  readonly states: Readonly<Record<ReadingState, string>>;
}

/**
 * @param share of the volume of each time instead of numbers of papers
 * @param terms missing while they are looked for
 */
export function trendTable(
  chart: ChartName,
  figures: TrendFigures,
  terms: RisingTerms | undefined,
  share: boolean,
  words: TableWords,
): TrendTable {
  switch (chart) {
    case 'papers': {
      const names = figures.categories.map(({ name }) => name || words.noCategory);
      const rows = figures.times.map((time) => [
        ...timeCells(time),
        time.total,
        ...time.counts.map((count) => (share ? ratio(count, time.total) : count)),
      ]);
      const columns = [words.from, words.to, words.days, words.papers, ...names];
      return table(columns, rows, share ? columnsFrom(4, columns) : []);
    }
    case 'categories':
      return table(
        [words.category, words.papers, words.share],
        figures.categories.map(({ name, papers }) => [
          name || words.noCategory,
          papers,
          ratio(papers, figures.papers),
        ]),
        [2],
      );
    case 'authors':
      return table(
        [words.author, words.papers, words.share],
        figures.authors.map(({ name, papers }) => [name, papers, ratio(papers, figures.chosen)]),
        [2],
      );
    case 'terms':
      return table(
        [words.term, words.papers, words.recently, words.before],
        (terms?.terms ?? []).map(({ written, recent, recentOf, earlier, earlierOf }) => [
          ...[written, recent],
          ...[ratio(recent, recentOf), ratio(earlier, earlierOf)],
        ]),
        [2, 3],
      );
    case 'reading': {
      const columns = [
        ...[words.from, words.to, words.days, words.papers],
        ...readingStates.map((state) => words.states[state]),
      ];
      const rows = figures.times.map((time) => {
        const total = time.reading.reduce((sum, count) => sum + count, 0);
        const cells = time.reading.map((count) => (share ? ratio(count, total) : count));
        return [...timeCells(time), total, ...cells];
      });
      return table(columns, rows, share ? columnsFrom(4, columns) : []);
    }
  }
}

/** Its cells as texts; shares with four digits, as spreadsheets take them. */
export function tableTexts({ columns, rows, shares }: TrendTable): string[][] {
  const text = (cell: string | number, column: number): string =>
    typeof cell === 'number' && shares.has(column) ? cell.toFixed(4) : String(cell);
  return [[...columns], ...rows.map((cells) => cells.map(text))];
}

function timeCells({ from, to, days }: Span & { readonly days: number }): (string | number)[] {
  return [from, to, days];
}

function table(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  shares: readonly number[],
): TrendTable {
  return { columns, rows, shares: new Set(shares) };
}

function columnsFrom(first: number, columns: readonly string[]): number[] {
  return columns.flatMap((_, at) => (at >= first ? [at] : []));
}

/** 0 of nothing. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
