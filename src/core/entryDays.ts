import type { Digest, DigestDate, DigestEntry } from './digest.js';

/** Entries by day; undefined where the digest's own date is that of all. */
type ByDay = ReadonlyMap<string, readonly DigestEntry[]> | undefined;

const known = new WeakMap<Digest, ByDay>();

/**
 * The days that a digest tells papers of, each with how exactly it is known: its own date, or those
 * of its entries where they have their own, as the rows of a table that grows. `''` is the day of what
 * nothing dates. An empty digest has its own date. Costs a look at each entry, once.
 */
export function daysOf(digest: Digest): ReadonlyMap<string, DigestDate['precision']> {
  const { date } = digest;
  const own = dateOf(digest);
  const precisionOf = (day: string): DigestDate['precision'] =>
    day === own ? (date?.precision ?? 'month') : 'day';
  return new Map(Array.from(byDay(digest)?.keys() ?? [own], (day) => [day, precisionOf(day)]));
}

/** The entries that a digest tells of a day, in its order. */
export function entriesOn(digest: Digest, day: string): readonly DigestEntry[] {
  const days = byDay(digest);
  if (days) return days.get(day) ?? [];
  return dateOf(digest) === day ? digest.entries : [];
}

/** The day of an entry of a digest, or the month as far as it is known; `''` for none. */
export function dayOf({ day }: DigestEntry, digest: Digest): string {
  return day ?? dateOf(digest);
}

function byDay(digest: Digest): ByDay {
  if (!known.has(digest)) known.set(digest, partedByDay(digest));
  return known.get(digest);
}

function partedByDay(digest: Digest): ByDay {
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
