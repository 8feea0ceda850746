import assert from 'node:assert/strict';
import lunr from 'lunr';
import { before, describe, it } from 'mocha';
import { indexText } from '../../../src/core/indexText.js';
import { Library } from '../../../src/core/library.js';
import { noMark } from '../../../src/core/marks/mark.js';
import { texToText } from '../../../src/core/render/texToText.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { SearchIndex } from '../../../src/core/search/searchIndex.js';
import { SegmentBuilder } from '../../../src/core/search/segmentBuilder.js';
import type { Period, Span } from '../../../src/core/trends/calendar.js';
import { countPapers } from '../../../src/core/trends/countPapers.js';
import { digestsByDay } from '../../../src/core/trends/datedDigests.js';
import type { RisingTerm, TrendFigures } from '../../../src/core/trends/figures.js';
import { seriesOf } from '../../../src/core/trends/series.js';
import { TermTally } from '../../../src/core/trends/termTally.js';
import { termWindows } from '../../../src/core/trends/termWindows.js';
import { markQuery } from '../../../src/core/trends/trendQueries.js';
import { finished } from '../../unit/support/finished.js';
import { searchDigests, type SearchDigest } from '../support/searchCorpus.js';
import { referenceDigests, type Truth } from '../support/shared.js';

/** All that the truth files say, a line each, with the day of the file's name. */
interface Line extends Truth {
  readonly day: string;
}

const inSpan = (lines: readonly Line[], { from, to }: Span): Line[] =>
  lines.filter(({ day }) => day >= from && day <= to);

const idsOf = (lines: readonly Line[]): Set<string> => new Set(lines.map(({ id }) => id));

describe('the trends of the reference digests', function () {
  this.timeout(120_000);

  const library = new Library();
  const index = new SearchIndex();
  let truth: Line[];
  let digests: SearchDigest[];
  before(() => {
    const sources = referenceDigests();
    for (const source of sources) {
      library.replace(indexText(`file:///papers/${source.path}`, source, '2026-12'));
    }
    truth = sources.flatMap(({ path, truth: lines }) =>
      lines.map((line) => ({ ...line, day: path.slice(0, 10) })),
    );
    digests = searchDigests();
    const builder = new SegmentBuilder();
    for (const { texts, ...shard } of digests) {
      index.set({ ...shard, segment: builder.build(texts) });
    }
  });

  const figuresOf = (period: Period, category?: string): TrendFigures => {
    const choice = { period, ...(category !== undefined && { category }) };
    const figures = finished(countPapers(library, () => noMark, choice));
    assert.ok(figures);
    return figures;
  };

  it('count for each day the papers that the truth file of that day names', () => {
    const { times, span, unit, categories } = figuresOf('quarter');
    assert.equal(unit, 'day');
    const days = [...new Set(inSpan(truth, span).map(({ day }) => day))].sort();
    assert.deepEqual(
      times.map(({ from }) => from),
      days,
    );
    for (const { from, to, total, counts } of times) {
      assert.equal(from, to);
      const lines = truth.filter(({ day }) => day === from);
      assert.equal(total, idsOf(lines).size, from);
      for (const [at, { name }] of categories.entries()) {
        const own = lines.filter((line) => line.categories[0] === name);
        assert.equal(counts[at], idsOf(own).size, `${from} ${name}`);
      }
    }
  });

  it('count for each week of all digests every paper once, however often it is repeated', () => {
    const { times, span, unit } = figuresOf('all');
    assert.equal(unit, 'week');
    const days = truth.map(({ day }) => day).sort();
    assert.deepEqual(span, { from: days[0], to: days.at(-1) });
    let repeated = 0;
    for (const { from, to, total, days: withDigest } of times) {
      // A week begins on Monday, unless the library begins later.
      assert.ok(from === span.from || new Date(from).getUTCDay() === 1, from);
      assert.ok(to === span.to || new Date(to).getUTCDay() === 0, to);
      const lines = inSpan(truth, { from, to });
      assert.equal(total, idsOf(lines).size, from);
      assert.equal(withDigest, new Set(lines.map(({ day }) => day)).size, from);
      repeated += lines.length - total;
    }
    assert.ok(repeated > 0, 'the corpus repeats papers within a week');
  });

  it('count the papers of each category and of each author over the whole period', () => {
    for (const period of ['month', 'quarter', 'all'] as const) {
      const { span, papers, categories, authors } = figuresOf(period);
      const lines = inSpan(truth, span);
      assert.equal(papers, idsOf(lines).size);
      assert.deepEqual(
        new Map(categories.map((one) => [one.name, one.papers])),
        countsOf(lines, ({ categories: [first = ''] }) => [first]),
      );
      const byAuthor = countsOf(lines, (line) => line.authors.map(texToText));
      const largest = [...byAuthor].filter(([name, count]) => count > 1 && name !== ':');
      assert.deepEqual(
        authors.map((one) => one.papers),
        largest
          .map(([, count]) => count)
          .sort((a, b) => b - a)
          .slice(0, authors.length),
      );
      for (const { name, papers: own } of authors) assert.equal(byAuthor.get(name), own, name);
      assert.ok(authors.length === 25 || authors.length === largest.length);
    }
  });

  it('count authors of a chosen category by its papers alone', () => {
    const { span, authors, chosen } = figuresOf('all', 'cs.IT');
    const lines = inSpan(truth, span).filter(({ categories }) => categories[0] === 'cs.IT');
    assert.equal(chosen, idsOf(lines).size);
    const byAuthor = countsOf(lines, (line) => line.authors.map(texToText));
    assert.ok(authors.length > 0);
    for (const { name, papers } of authors) assert.equal(byAuthor.get(name), papers, name);
  });

  it('lead from every bar to as many papers as it has counted', () => {
    let bars = 0;
    const find = (query: string | undefined): number => {
      assert.ok(query);
      bars++;
      return index.search(parseQuery(query), 1).total;
    };
    for (const category of [undefined, 'cs.GR']) {
      const figures = figuresOf('all', category);
      for (const [series, { counts }] of seriesOf('papers', figures).entries()) {
        for (const [at, count] of counts.entries()) {
          const query = markQuery({ chart: 'papers', at, series }, figures, undefined);
          assert.equal(find(query), count, query);
        }
      }
      for (const [at, { papers }] of figures.categories.entries()) {
        const query = markQuery({ chart: 'categories', at, series: 0 }, figures, undefined);
        assert.equal(find(query), papers, query);
      }
      for (const [at, { papers }] of figures.authors.entries()) {
        const query = markQuery({ chart: 'authors', at, series: 0 }, figures, undefined);
        // The names' words are found first, and side by side afterwards.
        assert.ok(find(query) >= papers, query);
      }
    }
    assert.ok(bars > 100);
  });

  describe('name terms that rise', () => {
    let terms: RisingTerm[];
    let recent: Span;
    let earlier: Span;
    const textsOf = (span: Span) => {
      const entries = new Map<string, { title: string; summary: string }[]>();
      for (const { date, keys, texts } of digests) {
        const day = date?.value ?? '';
        if (day < span.from || day > span.to) continue;
        for (const [at, key] of keys.entries()) {
          const { title = '', summary = '' } = texts[at] ?? {};
          entries.set(key, [...(entries.get(key) ?? []), { title, summary }]);
        }
      }
      return [...entries.values()];
    };

    before(() => {
      const windows = termWindows(figuresOf('quarter').span, digestsByDay(library).dated.keys());
      assert.ok(windows);
      ({ recent, earlier } = windows);
      const tally = new TermTally();
      for (const { uri, keys, categories, texts } of digests) {
        const entries = keys.map((key, at) => ({
          key,
          category: categories[at] ?? '',
          text: texts[at] ?? { title: '', summary: '' },
        }));
        tally.set(uri, 'as it is', entries);
      }
      const uris = ({ from, to }: Span): string[] =>
        digests.flatMap(({ uri, date }) =>
          date && date.value >= from && date.value <= to ? [uri] : [],
        );
      terms = tally.rising({ recent: uris(recent), earlier: uris(earlier) }, 25);
    });

    it('with a larger share of papers than before, the clearest first', () => {
      assert.ok(terms.length > 5);
      for (const { written, recent: now, recentOf, earlier: past, earlierOf } of terms) {
        assert.ok(now / recentOf > past / earlierOf, written);
      }
      const scores = terms.map(({ score }) => score);
      assert.ok(scores.every((score) => score > 6.6));
    });

    it('and count single words as a plain look at the titles does', () => {
      const stemOf = (word: string): string => lunr.stemmer(new lunr.Token(word, {})).toString();
      const holds = (title: string, stem: string): boolean =>
        texToText(title)
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .some((word) => stemOf(word) === stem);
      const single = terms.filter(
        ({ written, script }) => script === 'latin' && /^[a-z]+$/i.test(written),
      );
      assert.ok(single.length > 0);
      for (const { written, recent: now, recentOf, earlier: past, earlierOf } of single) {
        const stem = stemOf(written.toLowerCase());
        for (const [span, count, of] of [
          [recent, now, recentOf],
          [earlier, past, earlierOf],
        ] as const) {
          const papers = textsOf(span);
          assert.equal(of, papers.length);
          const having = papers.filter((texts) => texts.some(({ title }) => holds(title, stem)));
          assert.equal(count, having.length, written);
        }
      }
    });

    it('and lead to the papers that have them', () => {
      const figures = figuresOf('quarter');
      for (const [at, { written, script, recent: count }] of terms.entries()) {
        const mark = { chart: 'terms', at, series: 0 } as const;
        const query = markQuery(mark, figures, { recent, earlier, terms });
        assert.ok(query);
        const { total, match } = index.search(parseQuery(query), 1);
        assert.equal(match, 'all', query);
        assert.ok(total >= count, `${written} (${script}): ${total} of ${count}`);
      }
    });
  });
});

/** How many papers go by each name. */
function countsOf(
  lines: readonly Line[],
  namesOf: (line: Line) => readonly string[],
): Map<string, number> {
  const ids = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const name of namesOf(line)) ids.set(name, (ids.get(name) ?? new Set()).add(line.id));
  }
  return new Map(Array.from(ids, ([name, own]) => [name, own.size]));
}
