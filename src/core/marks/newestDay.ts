import { daysOf } from '../entryDays.js';
import type { Library } from '../library.js';
import type { PaperKey } from '../paper.js';
import { joinedEntries } from '../twins.js';

/** The papers of the newest digests. */
export interface NewestDay {
  /** `2026-02-13`, or a month as far as the date is known. */
  readonly day: string;
  readonly precision: 'day' | 'month';
  /** In the order of the digests. */
  readonly keys: ReadonlySet<PaperKey>;
}

/**
 * Undefined while no digest has a date. Costs a look at each document, at each entry once, and at the
 * papers of a day.
 */
export function newestDay(library: Library): NewestDay | undefined {
  let newest: Pick<NewestDay, 'day' | 'precision'> = { day: '', precision: 'month' };
  for (const { digest } of library.digests()) {
    for (const [day, precision] of daysOf(digest)) {
      if (day > newest.day) newest = { day, precision };
    }
  }
  if (newest.day === '') return undefined;
  const keys = [...library.digests()]
    .filter(({ digest }) => daysOf(digest).has(newest.day))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .flatMap((joined) => joinedEntries(joined, newest.day))
    .map(({ entry }) => library.homeOf(entry));
  return { ...newest, keys: new Set(keys) };
}
