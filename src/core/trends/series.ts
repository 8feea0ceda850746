import { readingStates, type ReadingState, type TrendFigures } from './figures.js';
import type { ChartName } from './trendTables.js';

/** More colours than these cannot be told apart; the rest of the categories are one. */
const mostSeries = 6;

/** What one colour of a chart over time stands for. */
export type Series =
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'rest'; readonly but: readonly string[] }
  | { readonly kind: 'state'; readonly state: ReadingState };

/** The series of a chart over time, from the bottom up, each with its numbers by time. */
export function seriesOf(
  chart: Extract<ChartName, 'papers' | 'reading'>,
  figures: TrendFigures,
): { readonly series: Series; readonly counts: readonly number[] }[] {
  const { times, categories, choice } = figures;
  if (chart === 'reading') {
    return readingStates.map((state, at) => ({
      series: { kind: 'state', state },
      counts: times.map(({ reading }) => reading[at] ?? 0),
    }));
  }
  const isOne = choice.category !== undefined;
  // A rest of one has a name.
  const hasAll = categories.length <= mostSeries + 1;
  const numbersOf = (at: number): number[] => times.map(({ counts }) => counts[at] ?? 0);
  const shown = categories
    .map(({ name }, at) => ({ name, at }))
    .filter(({ name, at }) => (isOne ? name === choice.category : hasAll || at < mostSeries));
  const series = shown.map(({ name, at }) => ({
    series: { kind: 'category', category: name } as const,
    counts: numbersOf(at),
  }));
  if (isOne || hasAll) return series;
  const rest = times.map(({ counts }) =>
    counts.slice(mostSeries).reduce((sum, count) => sum + count, 0),
  );
  const but = shown.map(({ name }) => name);
  return [...series, { series: { kind: 'rest', but }, counts: rest }];
}
