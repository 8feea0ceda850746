import type { Span } from './calendar.js';
import type { RisingTerm, RisingTerms, TrendFigures } from './figures.js';
import { seriesOf, type Series } from './series.js';
import type { ChartName } from './trendTables.js';

/** A bar of a chart. */
export interface ChartMark {
  readonly chart: ChartName;
  /** Of the times or of the ranks, from 0. */
  readonly at: number;
  /** Of `seriesOf`, from 0; 0 in a ranking. */
  readonly series: number;
}

/**
 * The search (`search/parseQuery.ts`) that finds the papers which a bar has counted; undefined when
 * there is no such bar.
 */
export function markQuery(
  { chart, at, series: number }: ChartMark,
  figures: TrendFigures,
  terms: RisingTerms | undefined,
): string | undefined {
  const { span, choice } = figures;
  const chosen = categoryQuery(choice.category);
  switch (chart) {
    case 'papers':
    case 'reading': {
      const time = figures.times[at];
      const series = seriesOf(chart, figures)[number]?.series;
      if (!time || !series) return undefined;
      const ofReading = chart === 'reading' ? chosen : '';
      return allOf(seriesQuery(series), ofReading, timeQuery(time));
    }
    case 'categories': {
      const category = figures.categories[at];
      return category && allOf(categoryQuery(category.name), timeQuery(span));
    }
    case 'authors': {
      const author = figures.authors[at];
      return author && allOf(authorQuery(author.name), chosen, timeQuery(span));
    }
    case 'terms': {
      const term = terms?.terms[at];
      return terms && term && allOf(termQuery(term), chosen, timeQuery(terms.recent));
    }
  }
}

function seriesQuery(series: Series): string {
  switch (series.kind) {
    case 'category':
      return categoryQuery(series.category);
    case 'rest':
      return allOf(...series.but.map((category) => without(categoryQuery(category))));
    case 'state':
      return `is:${series.state}`;
  }
}

/** `2026-02` would also find digests that name no day of it: a month is told by its days. */
function timeQuery({ from, to }: Span): string {
  return from === to ? `date:${from}` : `date:${from}..${to}`;
}

/** @param category '' for papers without one; undefined for all */
function categoryQuery(category: string | undefined): string {
  if (category === undefined) return '';
  if (category === '') return '-cat:*';
  const plain = category.replaceAll('"', '');
  return /\s/.test(plain) ? `cat:"${plain}"` : `cat:${plain}`;
}

function without(query: string): string {
  return query.startsWith('-') ? query.slice(1) : `-${query}`;
}

function authorQuery(author: string): string {
  return `author:"${author.replaceAll('"', '')}"`;
}

/** Finds every paper that has the term, and titles that hold its words apart. */
function termQuery({ written, script }: Pick<RisingTerm, 'written' | 'script'>): string {
  if (script === 'chinese') return `summary:"${written}"`;
  return written
    .split(' ')
    .map((word) => `title:${word}`)
    .join(' ');
}

/** Parts of a query that all must hold. */
function allOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
