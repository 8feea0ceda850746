import type { Period } from './calendar.js';
import type { ChartName, TableWords } from './trendTables.js';

/** The page's texts in VS Code's language; `{0}` and so on are filled in by the page. */
export interface TrendWords {
  readonly title: string;
  readonly period: string;
  readonly periods: Readonly<Record<Period, string>>;
  readonly category: string;
  readonly allCategories: string;
  readonly otherCategories: string;
  readonly share: string;
  readonly table: string;
  readonly savePicture: string;
  readonly saveTable: string;
  /** What a button of a chart is for: its own text, then the chart's name. */
  readonly actionOf: string;
  readonly headings: Readonly<Record<ChartName, string>>;
  /** Papers, first and last day. */
  readonly summary: string;
  /** Number of digests. */
  readonly undated: string;
  /** What is counted, its papers, of how many, and their share. */
  readonly mark: string;
  /** A time and what is counted then. */
  readonly markOfTime: string;
  /** A term, its papers, of how many, their share now and before. */
  readonly markOfTerm: string;
  /** First and last day of the two times. */
  readonly termTimes: string;
  readonly counting: string;
  readonly noTerms: string;
  readonly noComparison: string;
  readonly noAuthors: string;
  readonly noReading: string;
  readonly keys: string;
  readonly empty: string;
  readonly openSample: string;
  readonly tableWords: TableWords;
}
