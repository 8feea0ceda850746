import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { IndexedDocument } from '../../../src/core/digest.js';
import { Library } from '../../../src/core/library.js';
import { noMark, type Mark } from '../../../src/core/marks/mark.js';
import type { PaperKey } from '../../../src/core/paper.js';
import {
  addDays,
  daysOf,
  timeOf,
  timesOf,
  unitFor,
  type Period,
} from '../../../src/core/trends/calendar.js';
import { countPapers } from '../../../src/core/trends/countPapers.js';
import { readingStates, type TrendFigures } from '../../../src/core/trends/figures.js';
import { seriesOf } from '../../../src/core/trends/series.js';
import { trendTable } from '../../../src/core/trends/trendTables.js';
import { documentOf, entryOf, homeAmong, libraries } from '../support/documents.js';
import { finished } from '../support/finished.js';
import { tableWordsInEnglish } from './words.js';

const periods: readonly Period[] = ['month', 'quarter', 'year', 'all'];

function figuresOf(
  documents: readonly IndexedDocument[],
  period: Period = 'all',
  category?: string,
  markOf: (key: PaperKey) => Mark = () => noMark,
): TrendFigures | undefined {
  const library = new Library();
  for (const document of documents) library.replace(document);
  const choice = { period, ...(category !== undefined && { category }) };
  return finished(countPapers(library, markOf, choice));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the trends of any library', () => {
  it('are the same in whatever order the digests came', () => {
    fc.assert(
      fc.property(
        libraries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.constantFrom(...periods),
        ([all, shuffled], period) => {
          assert.deepEqual(figuresOf(shuffled, period), figuresOf(all, period));
        },
      ),
    );
  });

  it('count on each day the papers of its digests, and none of digests that tell a month alone', () => {
    fc.assert(
      fc.property(libraries, (all) => {
        const entries = all.flatMap(({ digest }) => digest?.entries ?? []);
        const days = new Map<string, Set<PaperKey>>();
        for (const { digest } of all) {
          const { date, entries: own = [] } = digest ?? {};
          for (const entry of own) {
            const day = entry.day ?? (date?.precision === 'day' ? date.value : undefined);
            if (day === undefined) continue;
            const known = days.get(day) ?? new Set<PaperKey>();
            days.set(day, known.add(homeAmong(entries, entry)));
          }
        }
        const times = figuresOf(all)?.times ?? [];
        assert.deepEqual(
          new Map(times.map(({ from, total }) => [from, total])),
          new Map([...days].map(([day, keys]) => [day, keys.size])),
        );
      }),
    );
  });

  it('have categories that add up to the papers of each time, and shares that add up to one', () => {
    fc.assert(
      fc.property(libraries, (all) => {
        const figures = figuresOf(all);
        if (!figures) return;
        assert.equal(sum(figures.categories.map(({ papers }) => papers)), figures.papers);
        for (const { counts, total } of figures.times) assert.equal(sum(counts), total);
        const series = seriesOf('papers', figures);
        for (const [at, { total }] of figures.times.entries()) {
          assert.equal(sum(series.map(({ counts }) => counts[at] ?? 0)), total);
        }
        const table = trendTable('papers', figures, undefined, true, tableWordsInEnglish);
        for (const row of table.rows) {
          const shares = row.filter((_, column) => table.shares.has(column));
          assert.ok(Math.abs(sum(shares.map(Number)) - 1) < 1e-9);
        }
      }),
    );
  });

  it('put each paper of a chosen category into one state of reading', () => {
    const marks = fc.record({
      ...{ progress: fc.constantFrom('new', 'seen', 'read'), starred: fc.boolean() },
      ...{ muted: fc.boolean(), tags: fc.constant([]), note: fc.constant('') },
    }) as fc.Arbitrary<Mark>;
    fc.assert(
      fc.property(libraries, fc.array(marks, { minLength: 1 }), (all, given) => {
        const markOf = (key: PaperKey): Mark => given[key.length % given.length] ?? noMark;
        const { categories = [], times: known = [] } = figuresOf(all) ?? {};
        if (known.length === 0) return;
        for (const category of [undefined, ...categories.map(({ name }) => name)]) {
          const figures = figuresOf(all, 'all', category, markOf);
          assert.ok(figures);
          const at = categories.findIndex(({ name }) => name === category);
          for (const { reading, counts, total } of figures.times) {
            assert.equal(sum(reading), category === undefined ? total : counts[at]);
          }
        }
      }),
    );
  });
});

describe('a reading', () => {
  it('is told by the strongest thing that a person has done with a paper', () => {
    const marks: Readonly<Record<string, Partial<Mark>>> = {
      '2602.00001': { starred: true, progress: 'read' },
      '2602.00002': { progress: 'read' },
      '2602.00003': { progress: 'seen' },
      '2602.00004': { muted: true, progress: 'seen' },
      '2602.00005': {},
    };
    const entries = Object.keys(marks).map((id, line) => entryOf(line, `Paper ${id}`, { id }));
    const figures = figuresOf(
      [documentOf('file:///a.md', entries, '2026-02-13')],
      'all',
      undefined,
      (key) => ({
        ...noMark,
        ...marks[key.slice('arxiv:'.length)],
      }),
    );
    assert.deepEqual(readingStates, ['starred', 'read', 'seen', 'muted', 'new']);
    assert.deepEqual(figures?.times[0]?.reading, [1, 1, 1, 1, 1]);
  });
});

describe('the calendar of trends', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1991-08-14', count));

  it('parts every span into times without gap or overlap, a hundred bars or their months', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3000 }), (from, length) => {
        const span = { from, to: addDays(from, length) };
        assert.equal(daysOf(span), length + 1);
        const unit = unitFor(span);
        const times = timesOf(span, unit);
        assert.equal(times[0]?.from, span.from);
        assert.equal(times.at(-1)?.to, span.to);
        for (const [at, time] of times.entries()) {
          assert.ok(time.from <= time.to);
          assert.deepEqual(timeOf(time.from, unit, span), time);
          assert.deepEqual(timeOf(time.to, unit, span), time);
          const next = times[at + 1];
          if (next) assert.equal(addDays(time.to, 1), next.from);
        }
        assert.ok(unit === 'month' || times.length <= 102);
      }),
    );
  });

  it('knows the months and leap years', () => {
    const span = { from: '2000-01-01', to: '2030-12-31' };
    assert.deepEqual(timeOf('2028-02-03', 'month', span), { from: '2028-02-01', to: '2028-02-29' });
    assert.deepEqual(timeOf('2026-12-31', 'month', span), { from: '2026-12-01', to: '2026-12-31' });
    assert.deepEqual(timeOf('2026-02-15', 'week', span), { from: '2026-02-09', to: '2026-02-15' });
  });
});

describe('the trends of a library without dated digests', () => {
  it('are none, rather than on a wrong day', () => {
    const entries = [entryOf(0, 'Alpha', { id: '2602.00001' })];
    assert.equal(figuresOf([documentOf('file:///a.md', entries, '2026-02')]), undefined);
    assert.equal(figuresOf([documentOf('file:///a.md', entries)]), undefined);
    assert.equal(figuresOf([]), undefined);
  });

  it('say how many digests are left out', () => {
    const entries = [entryOf(0, 'Alpha', { id: '2602.00001' })];
    const figures = figuresOf([
      documentOf('file:///a.md', entries, '2026-02'),
      documentOf('file:///b.md', entries),
      documentOf('file:///c.md', entries, '2026-02-13'),
    ]);
    assert.equal(figures?.undated, 2);
    assert.equal(figures.papers, 1);
  });
});
