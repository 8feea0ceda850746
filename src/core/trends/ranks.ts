import type { Ranked } from './figures.js';

/** How often each name comes. */
export function countsOf(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export function ranked(counts: ReadonlyMap<string, number>): Ranked[] {
  return Array.from(counts, ([name, papers]) => ({ name, papers })).sort(mostFirst);
}

/** Of equals, by name. */
export function mostFirst(a: Ranked, b: Ranked): number {
  return b.papers - a.papers || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
