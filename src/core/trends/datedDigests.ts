import type { Digest } from '../digest.js';
import type { Library } from '../library.js';
import type { Span } from './calendar.js';

/** The days of digests, each with its digests. A month is no day. */
export function digestsByDay(library: Library): {
  readonly dated: ReadonlyMap<string, readonly Digest[]>;
  readonly undated: number;
} {
  const dated = new Map<string, Digest[]>();
  let undated = 0;
  for (const { digest } of library.documents()) {
    if (!digest || digest.entries.length === 0) continue;
    if (digest.date?.precision !== 'day') {
      undated++;
      continue;
    }
    const { value } = digest.date;
    dated.set(value, [...(dated.get(value) ?? []), digest]);
  }
  return { dated, undated };
}

/** From the first to the last of some days; undefined when there is none. */
export function spanOfDays(days: Iterable<string>): Span | undefined {
  const [first = '', ...others] = [...days].sort();
  return first === '' ? undefined : { from: first, to: others.at(-1) ?? first };
}
