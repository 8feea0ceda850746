import { daysOf } from '../entryDays.js';
import type { Library } from '../library.js';
import type { JoinedDigest } from '../twins.js';
import type { Span } from './calendar.js';

/** The days that digests tell papers of, each with its digests, twins as one. A month is no day. */
export function digestsByDay(library: Library): {
  readonly dated: ReadonlyMap<string, readonly JoinedDigest[]>;
  readonly undated: number;
} {
  const dated = new Map<string, JoinedDigest[]>();
  let undated = 0;
  for (const joined of library.digests()) {
    const { digest } = joined;
    if (digest.entries.length === 0) continue;
    const days = [...daysOf(digest)].filter(([, precision]) => precision === 'day');
    if (days.length === 0) undated++;
    for (const [day] of days) {
      const digests = dated.get(day);
      if (digests) digests.push(joined);
      else dated.set(day, [joined]);
    }
  }
  return { dated, undated };
}

/** From the first to the last of some days; undefined when there is none. */
export function spanOfDays(days: Iterable<string>): Span | undefined {
  const [first = '', ...others] = [...days].sort();
  return first === '' ? undefined : { from: first, to: others.at(-1) ?? first };
}
