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

/**
 * The day of each entry of a digest, or the month as far as it is known; `''` for none. Undefined where
 * the digest's own date is that of all.
 */
export function daysOfEntries(digest: Digest): readonly string[] | undefined {
  if (!digest.entries.some(({ day }) => day !== undefined)) return undefined;
  const own = dateOf(digest);
  return digest.entries.map(({ day = own }) => day);
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
  const dayOf = daysOfEntries(digest);
  if (!dayOf) return undefined;
  const days = new Map<string, DigestEntry[]>();
  for (const [at, entry] of digest.entries.entries()) {
    const day = dayOf[at] ?? '';
    const those = days.get(day);
    if (those) those.push(entry);
    else days.set(day, [entry]);
  }
  return days;
}

function dateOf({ date }: Digest): string {
  return date?.value ?? '';
}
