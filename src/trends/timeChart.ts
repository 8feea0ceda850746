import { scaleBand, scaleLinear } from 'd3-scale';
import { timesOf } from '../core/trends/calendar.js';
import type { TrendFigures } from '../core/trends/figures.js';
import type { seriesOf } from '../core/trends/series.js';
import { ratio, type ChartName } from '../core/trends/trendTables.js';
import { drawBar } from './bars.js';
import { drawLegend } from './legend.js';
import { draw, drawText } from './svg.js';
import type { Texts } from './texts.js';

const height = 240;
const margin = { top: 8, right: 8, bottom: 26, left: 48 };
/** A label of the axis needs so much room. */
const tickWidth = 80;

/** Bars say their times and numbers themselves. */
const tick = { class: 'tick', 'aria-hidden': 'true' } as const;

export interface TimeChart {
  readonly chart: ChartName;
  readonly figures: TrendFigures;
  readonly series: ReturnType<typeof seriesOf>;
  /** Of the series. */
  readonly names: readonly string[];
  /** What a share is of, for each time. */
  readonly totals: readonly number[];
  readonly share: boolean;
  readonly texts: Texts;
  /** What is said of a bar. */
  label(time: string, name: string, count: number, total: number): string;
}

/** Stacked bars over time; a time without a digest stays empty, which is not zero. */
export function drawTimeChart(chart: SVGSVGElement, given: TimeChart): void {
  const { figures, series, names, totals, share, texts } = given;
  const { times, span, unit } = figures;
  const width = chart.clientWidth;
  const valueOf = (count: number, at: number): number =>
    share ? ratio(count, totals[at] ?? 0) : count;
  const sums = times.map((_, at) =>
    valueOf(
      series.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
      at,
    ),
  );
  const y = scaleLinear()
    .domain([0, Math.max(...sums) || 1])
    .nice(4)
    .range([height - margin.bottom, margin.top]);
  const all = timesOf(span, unit);
  const x = scaleBand()
    .domain(all.map(({ from }) => from))
    .range([margin.left, width - margin.right])
    .paddingInner(0.15);

  for (const value of y.ticks(4)) {
    if (!share && !Number.isInteger(value)) continue;
    const at = y(value);
    draw(
      'line',
      { class: 'grid', x1: margin.left, x2: width - margin.right, y1: at, y2: at },
      chart,
    );
    const label = share ? texts.share(value) : texts.number(value);
    drawText(label, { ...tick, x: margin.left - 6, y: at + 4, 'text-anchor': 'end' }, chart);
  }
  const every = Math.ceil((all.length * tickWidth) / (width - margin.left - margin.right));
  for (const [at, time] of all.entries()) {
    if (at % every !== 0) continue;
    const middle = (x(time.from) ?? 0) + x.bandwidth() / 2;
    const place = { x: Math.max(middle, margin.left), y: height - 8, 'text-anchor': 'middle' };
    drawText(texts.tick(time, unit), { ...tick, ...place }, chart);
  }

  for (const [at, time] of times.entries()) {
    let below = 0;
    for (const [number, { counts }] of series.entries()) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const above = below + valueOf(count, at);
      const label = given.label(texts.time(time), names[number] ?? '', count, totals[at] ?? 0);
      const mark = { chart: given.chart, at, series: number };
      const bar = drawBar({ mark, label, column: at, row: series.length - number }, chart);
      const shape = { x: x(time.from) ?? 0, width: x.bandwidth(), y: y(above) };
      draw('rect', { class: `series-${number}`, ...shape, height: y(below) - y(above) }, bar);
      below = above;
    }
  }
  const foot = names.length > 1 ? drawLegend(chart, names, height + 14, width) : height;
  chart.setAttribute('height', String(foot));
}
