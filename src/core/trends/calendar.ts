/*
 * Days as digests name them (`2026-02-13`), without clock or time zone. They are compared as texts.
 */

/** From the first to the last day, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export type TimeUnit = 'day' | 'week' | 'month';

/** How much of the library is looked at, up to its newest day. */
export type Period = 'month' | 'quarter' | 'year' | 'all';

const periodDays: Readonly<Record<Exclude<Period, 'all'>, number>> = {
  month: 30,
  quarter: 91,
  year: 365,
};

/** More bars than these cannot be told apart. */
const mostBars = 100;

const dayMs = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 for a single day. */
export function daysOf({ from, to }: Span): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;
}

/** @param library from the oldest to the newest day of all digests */
export function spanOfPeriod(period: Period, library: Span): Span {
  if (period === 'all') return library;
  const from = addDays(library.to, 1 - periodDays[period]);
  return { from: from < library.from ? library.from : from, to: library.to };
}

/** The finest unit in which a span is no more than a hundred bars. */
export function unitFor(span: Span): TimeUnit {
  const days = daysOf(span);
  if (days <= mostBars) return 'day';
  return days / 7 <= mostBars ? 'week' : 'month';
}

/** The day, week (from Monday on) or month of a day, as far as it lies in the span. */
export function timeOf(day: string, unit: TimeUnit, span: Span): Span {
  const { from, to } = whole(day, unit);
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
}

function whole(day: string, unit: TimeUnit): Span {
  switch (unit) {
    case 'day':
      return { from: day, to: day };
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const from = addDays(day, -weekday);
      return { from, to: addDays(from, 6) };
    }
    case 'month': {
      const from = `${day.slice(0, 7)}-01`;
      const next = addDays(from, 31).slice(0, 7);
      return { from, to: addDays(`${next}-01`, -1) };
    }
  }
}

/** All times of a span, one after the other. */
export function timesOf(span: Span, unit: TimeUnit): Span[] {
  const times: Span[] = [];
  for (let day = span.from; day <= span.to;) {
    const time = timeOf(day, unit, span);
    times.push(time);
    day = addDays(time.to, 1);
  }
  return times;
}
