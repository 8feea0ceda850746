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

/** Undefined while no digest has a date. Costs a look at each document and at the papers of a day. */
export function newestDay(library: Library): NewestDay | undefined {
  const dates = Array.from(library.digests(), ({ digest }) => digest.date);
  const known = dates.filter((date) => date !== undefined);
  const [first] = known;
  if (!first) return undefined;
  const newest = known.reduce((a, b) => (b.value > a.value ? b : a), first);
  const keys = [...library.digests()]
    .filter(({ digest }) => digest.date?.value === newest.value)
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .flatMap(joinedEntries)
    .map(({ entry }) => library.homeOf(entry));
  return { day: newest.value, precision: newest.precision, keys: new Set(keys) };
}
