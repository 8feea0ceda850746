import { addDays, daysOf, type Span } from './calendar.js';

/** Terms of more days than these are as good, and take longer to read. */
const mostDays = 91;

/**
 * The times whose terms are compared: the last days of a period, three months at most, and as many
 * days before; without a digest then, the later half of the period and its earlier one.
 * @param days of digests
 * @returns undefined when there is nothing to compare with
 */
export function termWindows(
  period: Span,
  days: Iterable<string>,
): { readonly recent: Span; readonly earlier: Span } | undefined {
  const sorted = [...days].sort();
  const length = Math.min(daysOf(period), mostDays);
  const recent = { from: addDays(period.to, 1 - length), to: period.to };
  const earlier = spanBefore(recent, length);
  if (holdsDay(sorted, earlier)) return { recent, earlier };
  const half = Math.floor(length / 2);
  if (half === 0) return undefined;
  const later = { from: addDays(period.to, 1 - half), to: period.to };
  const rest = spanBefore(later, length - half);
  return holdsDay(sorted, later) && holdsDay(sorted, rest)
    ? { recent: later, earlier: rest }
    : undefined;
}

function spanBefore({ from }: Span, length: number): Span {
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

function holdsDay(days: readonly string[], { from, to }: Span): boolean {
  return days.some((day) => day >= from && day <= to);
}
