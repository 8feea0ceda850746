import type { RisingTerms, TrendFigures } from '../core/trends/figures.js';
import type { TrendWords } from '../core/trends/trendWords.js';
import type { Texts } from './texts.js';

/** All that the page shows at a time. */
export interface Shown {
  readonly words: TrendWords;
  readonly texts: Texts;
  readonly version: number;
  readonly figures: TrendFigures;
  /** In the order of the figures' categories. */
  readonly categoryLabels: readonly string[];
  /** undefined while they are looked for; null when there is nothing to compare with. */
  readonly terms: RisingTerms | null | undefined;
  readonly share: boolean;
}
