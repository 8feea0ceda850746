import { scaleLinear } from 'd3-scale';
import type { ChartName } from '../core/trends/trendTables.js';
import { drawBar } from './bars.js';
import { draw, drawText, fitText } from './svg.js';

const rowHeight = 24;
const barHeight = 14;

export interface Rank {
  readonly name: string;
  /** The length of its bar. */
  readonly value: number;
  /** Stands behind the bar. */
  readonly figure: string;
  readonly label: string;
}

/** Names with bars, one below the other. */
export function drawRankChart(chart: SVGSVGElement, name: ChartName, ranks: readonly Rank[]): void {
  const width = chart.clientWidth;
  const nameWidth = Math.min(260, width * 0.4);
  const figureWidth = Math.min(130, width * 0.25);
  const x = scaleLinear()
    .domain([0, Math.max(...ranks.map(({ value }) => value)) || 1])
    .range([0, Math.max(10, width - nameWidth - figureWidth - 20)]);
  chart.setAttribute('height', String(ranks.length * rowHeight));
  for (const [at, rank] of ranks.entries()) {
    const top = at * rowHeight;
    const mark = { chart: name, at, series: 0 };
    const bar = drawBar({ mark, label: rank.label, column: 0, row: at }, chart);
    draw('rect', { class: 'row', x: 0, y: top, width, height: rowHeight }, bar);
    const baseline = top + rowHeight / 2 + 4;
    const text = drawText(rank.name, { class: 'name', x: nameWidth, y: baseline }, bar);
    text.setAttribute('text-anchor', 'end');
    fitText(text, nameWidth - 4);
    const length = Math.max(1, x(rank.value));
    const shape = { x: nameWidth + 10, y: top + (rowHeight - barHeight) / 2, width: length };
    draw('rect', { class: 'series-0', ...shape, height: barHeight }, bar);
    const end = nameWidth + 10 + length + 8;
    drawText(rank.figure, { class: 'figure', x: end, y: baseline }, bar);
  }
}
