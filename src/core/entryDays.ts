import type { Digest, DigestDate, DigestEntry } from './digest.js';

interface Days {
  readonly precisions: ReadonlyMap<string, DigestDate['precision']>;
  /** Undefined where the digest's own date is that of all. */
  readonly entries: ReadonlyMap<string, readonly DigestEntry[]> | undefined;
}

/** A digest never changes, and is asked again at every look at the tree. */
const known = new WeakMap<Digest, Days>();

/**
 * The days that a digest tells papers of, each with how exactly it is known: its own date, or those
 * of its entries where they have their own, as the rows of a table that grows. `''` is the day of what
 * nothing dates. An empty digest has its own date. Costs a look at each entry, once.
 */
export function daysOf(digest: Digest): Days['precisions'] {
  return known.get(digest)?.precisions ?? findDays(digest).precisions;
}

/** The entries that a digest tells of a day, in its order. */
export function entriesOn(digest: Digest, day: string): readonly DigestEntry[] {
  const { entries } = known.get(digest) ?? findDays(digest);
  if (entries) return entries.get(day) ?? [];
  return dateOf(digest) === day ? digest.entries : [];
}

/** The day of an entry of a digest, or the month as far as it is known; `''` for none. */
export function dayOf({ day }: DigestEntry, digest: Digest): string {
  return day ?? dateOf(digest);
}

function findDays(digest: Digest): Days {
  const own = dateOf(digest);
  const entries = partedByDay(digest);
  const precisionOf = (day: string): DigestDate['precision'] =>
    day === own ? (digest.date?.precision ?? 'month') : 'day';
  const precisions = new Map(
    Array.from(entries?.keys() ?? [own], (day) => [day, precisionOf(day)]),
  );
  const days = { precisions, entries };
  known.set(digest, days);
  return days;
}

function partedByDay(digest: Digest): Days['entries'] {
  if (!digest.entries.some(({ day }) => day !== undefined)) return undefined;
  const days = new Map<string, DigestEntry[]>();
  for (const entry of digest.entries) {
    const day = dayOf(entry, digest);
    const those = days.get(day);
    if (those) those.push(entry);
    else days.set(day, [entry]);
  }
  return days;
}

function dateOf({ date }: Digest): string {
  return date?.value ?? '';
}
