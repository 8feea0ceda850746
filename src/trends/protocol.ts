import type { RisingTerms, TrendChoice, TrendFigures } from '../core/trends/figures.js';
import type { ChartMark } from '../core/trends/trendQueries.js';
import type { ChartName } from '../core/trends/trendTables.js';
import type { TrendWords } from '../core/trends/trendWords.js';

/** The only thing that both sides of the Trends page import. */

export type ToTrends =
  | { readonly type: 'words'; readonly words: TrendWords }
  /** Numbers are on their way: what is shown is that of another choice. */
  | { readonly type: 'counting' }
  | {
      readonly type: 'figures';
      /** Names these numbers in what the page says of them. */
      readonly version: number;
      readonly figures: TrendFigures;
      /** `cs.LG · Machine Learning`, in the order of the figures' categories. */
      readonly categoryLabels: readonly string[];
    }
  /** Of the figures of that version; without terms there is nothing to compare with. */
  | { readonly type: 'terms'; readonly version: number; readonly terms?: RisingTerms }
  /** No digest names its day. */
  | { readonly type: 'empty' };

export type FromTrends =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly choice: TrendChoice }
  /** Asks for the papers that a bar stands for. */
  | { readonly type: 'open'; readonly version: number; readonly mark: ChartMark }
  | {
      readonly type: 'saveTable';
      readonly version: number;
      readonly chart: ChartName;
      readonly share: boolean;
    }
  /** A picture, as text; the host checks that it is one and no more. */
  | { readonly type: 'savePicture'; readonly chart: ChartName; readonly svg: string }
  | { readonly type: 'openSample' };

/** What the page keeps through reloads (`setState`); a serializer gets its choice back. */
export interface TrendsState {
  readonly choice: TrendChoice;
  /** Shares of the volume instead of numbers of papers. */
  readonly share: boolean;
  /** Charts whose tables are open. */
  readonly tables: readonly ChartName[];
}
