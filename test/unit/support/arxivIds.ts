import fc from 'fast-check';
import { oldArchives } from '../../../src/core/categories.js';

/** Canonical identifiers without version, new and old, from every month that has had some. */
const newStyle = fc
  .record({
    month: fc.integer({ min: 2007 * 12 + 3, max: 2026 * 12 + 11 }),
    number: fc.integer({ min: 1, max: 9999 }),
    more: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ month, number, more }) => {
    const year = Math.floor(month / 12);
    const four = String(number).padStart(4, '0');
    return `${yearAndMonth(month)}.${year < 2015 ? four : `${more}${four}`}`;
  });

const oldStyle = fc
  .record({
    archive: fc.constantFrom(...oldArchives),
    month: fc.integer({ min: 1991 * 12 + 6, max: 2007 * 12 + 2 }),
    number: fc.integer({ min: 1, max: 999 }),
  })
  .map(
    ({ archive, month, number }) =>
      `${archive}/${yearAndMonth(month)}${String(number).padStart(3, '0')}`,
  );

export const arxivIds = fc.oneof({ weight: 3, arbitrary: newStyle }, oldStyle);

/** With or without a version. */
export const versions = fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined });

/** @param month counted from the year 0 */
function yearAndMonth(month: number): string {
  const year = String(Math.floor(month / 12) % 100).padStart(2, '0');
  return `${year}${String((month % 12) + 1).padStart(2, '0')}`;
}
