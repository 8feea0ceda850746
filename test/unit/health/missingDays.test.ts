import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DigestDate } from '../../../src/core/digest.js';
import { missingDays, type DatedDigest } from '../../../src/core/health/missingDays.js';
import { addDays } from '../../../src/core/trends/calendar.js';

function named(day: string, uri = `file:///w/daily/${day}.md`): DatedDigest {
  return { uri, date: { value: day, precision: 'day', source: 'fileName' } };
}

/** Days from a Monday on. */
function days(count: number, keep: (at: number) => boolean = () => true): string[] {
  return Array.from({ length: count }, (_, at) => addDays('2026-02-02', at)).filter((_, at) =>
    keep(at),
  );
}

function gaps(digests: Iterable<DatedDigest>): string[] {
  return missingDays(digests).map(({ from, to, count }) => `${from} ${to} ${count}`);
}

const isWorkday = (at: number): boolean => at % 7 < 5;

describe('missingDays', () => {
  it('tells the days before the digest that follows them', () => {
    const series = days(14, (at) => at !== 3 && at !== 8 && at !== 9).map((day) => named(day));
    assert.deepEqual(missingDays(series), [
      { uri: 'file:///w/daily/2026-02-06.md', from: '2026-02-05', to: '2026-02-05', count: 1 },
      { uri: 'file:///w/daily/2026-02-12.md', from: '2026-02-10', to: '2026-02-11', count: 2 },
    ]);
  });

  it('tells nothing of weekends to a series that has none', () => {
    assert.deepEqual(gaps(days(28, isWorkday).map((day) => named(day))), []);
    const holed = days(28, (at) => isWorkday(at) && at !== 4 && at !== 7);
    // Friday and Monday, with the weekend between them.
    assert.deepEqual(gaps(holed.map((day) => named(day))), ['2026-02-06 2026-02-09 2']);
  });

  it('misses a Sunday where the others are there', () => {
    const series = days(28, (at) => at !== 13).map((day) => named(day));
    assert.deepEqual(gaps(series), ['2026-02-15 2026-02-15 1']);
    const once = days(28, (at) => isWorkday(at) || at === 13).map((day) => named(day));
    assert.deepEqual(gaps(once), []);
  });

  it('keeps folders and kinds of names apart, and takes a data file for its digest', () => {
    const first = days(10, (at) => at % 2 === 0 || at > 5);
    const second = days(10, (at) => at % 2 === 1);
    const other = second.map((day) => named(day, `file:///w/other/${day}.md`));
    const topic = second.map((day) => named(day, `file:///w/daily/${day}_database.md`));
    const data = second.map((day) => named(day, `file:///w/daily/${day}.jsonl`));
    const own = first.map((day) => named(day));
    assert.deepEqual(gaps([...own, ...other, ...topic]), gaps(own));
    assert.ok(gaps(own).length > 0);
    assert.deepEqual(gaps([...own, ...data]), []);
  });

  it('knows folders of a day, also by the names of months', () => {
    const folder = (day: string, place: string): DatedDigest => {
      const date: DigestDate = { value: day, precision: 'day', source: 'folder' };
      return { uri: `file:///w/${place}/topic/report.md`, date };
    };
    const series = [2, 3, 4, 6, 9, 10].map((day) =>
      folder(`2026-0${day > 5 ? 3 : 2}-${String(day).padStart(2, '0')}`, `${day}-Feb-2026`),
    );
    assert.deepEqual(gaps(series), []);
    const february = [2, 3, 4, 6, 9, 10].map((day) =>
      folder(`2026-02-${String(day).padStart(2, '0')}`, `${day}-Feb-2026`),
    );
    assert.deepEqual(gaps(february), ['2026-02-05 2026-02-05 1']);
  });

  it('tells nothing of weekly digests, of a few, and of months', () => {
    assert.deepEqual(gaps(days(70, (at) => at % 7 === 0).map((day) => named(day))), []);
    assert.deepEqual(gaps(days(5, (at) => at !== 2).map((day) => named(day))), []);
    const months = ['2026-01', '2026-03'].map((value): DatedDigest => {
      return {
        uri: `file:///${value}.md`,
        date: { value, precision: 'month', source: 'fileName' },
      };
    });
    assert.deepEqual(gaps([...months, { uri: 'file:///a.md' }]), []);
  });

  it('never tells of a day that is there, nor of one outside, and never throws', () => {
    const some = fc.array(fc.nat({ max: 400 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, (offsets) => {
        const own = new Set(offsets.map((offset) => addDays('2026-02-02', offset)));
        const found = missingDays(Array.from(own, (day) => named(day)));
        for (const { from, to } of found) {
          assert.ok(from <= to && !own.has(from) && !own.has(to));
          assert.ok(Array.from(own).some((day) => day < from));
          assert.ok(Array.from(own).some((day) => day > to));
        }
      }),
    );
    assert.deepEqual(missingDays([named('2026-99-99'), named('not a day')]), []);
  });
});
