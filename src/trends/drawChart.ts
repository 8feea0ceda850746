import { readingStates } from '../core/trends/figures.js';
import { seriesOf, type Series } from '../core/trends/series.js';
import { ratio, type ChartName } from '../core/trends/trendTables.js';
import type { Shown } from './model.js';
import { drawRankChart, type Rank } from './rankChart.js';
import { fill } from './texts.js';
import { drawTimeChart } from './timeChart.js';

/** Rows of a ranking; its table has all. */
const mostRanks = 20;

/** What is said in place of a chart that has nothing to show; undefined when it has. */
export function reasonForNothing(
  chart: ChartName,
  { words, figures, terms }: Shown,
): string | undefined {
  switch (chart) {
    case 'terms':
      if (terms === undefined) return words.counting;
      if (terms === null) return words.noComparison;
      return terms.terms.length === 0 ? words.noTerms : undefined;
    case 'authors':
      return figures.authors.length === 0 ? words.noAuthors : undefined;
    case 'reading': {
      const unread = readingStates.indexOf('new');
      const isMarked = figures.times.some(({ reading }) =>
        reading.some((count, state) => state !== unread && count > 0),
      );
      return isMarked ? undefined : words.noReading;
    }
    case 'papers':
    case 'categories':
      return undefined;
  }
}

export function drawChart(svg: SVGSVGElement, chart: ChartName, shown: Shown): void {
  if (chart === 'papers' || chart === 'reading') drawOverTime(svg, chart, shown);
  else {
    const ranks = ranksOf(chart, shown).filter(({ value }) => value > 0);
    drawRankChart(svg, chart, ranks.slice(0, mostRanks));
  }
}

function drawOverTime(svg: SVGSVGElement, chart: 'papers' | 'reading', shown: Shown): void {
  const { words, texts, figures, share } = shown;
  const series = seriesOf(chart, figures);
  drawTimeChart(svg, {
    ...{ chart, figures, series, share, texts },
    names: series.map((one) => nameOf(one.series, shown)),
    totals: figures.times.map(({ total, reading }) =>
      chart === 'papers' ? total : reading.reduce((sum, count) => sum + count, 0),
    ),
    label: (time, name, count, total) => {
      const what = markText(shown, name, count, total);
      return fill(words.markOfTime, time, what);
    },
  });
}

function nameOf(series: Series, { words, figures, categoryLabels }: Shown): string {
  switch (series.kind) {
    case 'state':
      return words.tableWords.states[series.state];
    case 'rest':
      return words.otherCategories;
    case 'category': {
      const at = figures.categories.findIndex(({ name }) => name === series.category);
      return categoryLabels[at] ?? series.category;
    }
  }
}

function ranksOf(chart: 'categories' | 'authors' | 'terms', shown: Shown): Rank[] {
  const { words, texts, figures, categoryLabels, terms, share } = shown;
  const rank = (name: string, papers: number, of: number): Rank => {
    const part = ratio(papers, of);
    return {
      name,
      value: papers,
      figure: share ? texts.share(part) : texts.number(papers),
      label: markText(shown, name, papers, of),
    };
  };
  switch (chart) {
    case 'categories':
      return figures.categories.map(({ name, papers }, at) =>
        rank(categoryLabels[at] ?? name, papers, figures.papers),
      );
    case 'authors':
      return figures.authors.map(({ name, papers }) => rank(name, papers, figures.chosen));
    case 'terms':
      return (terms?.terms ?? []).map(({ written, recent, recentOf, earlier, earlierOf }) => {
        const [now, before] = [ratio(recent, recentOf), ratio(earlier, earlierOf)];
        return {
          name: written,
          // Numbers of papers would tell of the volume of both times.
          value: now,
          figure: `${texts.share(before)} → ${texts.share(now)}`,
          label: fill(
            words.markOfTerm,
            ...[written, texts.number(recent), texts.number(recentOf)],
            ...[texts.share(now), texts.share(before)],
          ),
        };
      });
  }
}

function markText({ words, texts }: Shown, name: string, part: number, whole: number): string {
  const share = texts.share(ratio(part, whole));
  return fill(words.mark, name, texts.number(part), texts.number(whole), share);
}
