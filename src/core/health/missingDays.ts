import { addDays } from '../trends/calendar.js';
import type { DigestDate } from '../digest.js';

/** Days of a series that no digest reports, one after the other. */
export interface MissingDays {
  /** The digest that follows them. */
  readonly uri: string;
  readonly from: string;
  readonly to: string;
  /** Those that were to be expected between the two. */
  readonly count: number;
}

export interface DatedDigest {
  readonly uri: string;
  readonly date?: DigestDate;
}

/** Fewer digests than these are no series. */
const leastDigests = 5;
/** The part of a series' workdays that makes it a daily one. */
const dailyShare = 0.6;
/** The part of its Saturdays, or its Sundays, from which on they are expected. */
const weekendShare = 0.5;

/**
 * The days that series of daily digests leave out.
 *
 * Digests are a series when their files lie in one folder and their names differ in digits (and names
 * of months) alone; where folders give the day, the whole paths are compared like that. A series is
 * daily when it has at least five digests and six of ten workdays between its first and its last day.
 * Its workdays are expected from Monday to Friday, and Saturdays (Sundays) when it has at least half
 * of those. A month is no day.
 */
export function missingDays(digests: Iterable<DatedDigest>): MissingDays[] {
  const series = new Map<string, Map<string, string>>();
  for (const { uri, date } of digests) {
    if (date?.precision !== 'day' || Number.isNaN(Date.parse(date.value))) continue;
    const name = seriesOf(uri, date);
    const days = series.get(name) ?? new Map<string, string>();
    series.set(name, days.set(date.value, uri));
  }
  return Array.from(series.values(), gapsOf).flat();
}

const monthNames =
  /(?<![a-z])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?(?![a-z])/gi;

function seriesOf(uri: string, { source }: DigestDate): string {
  const behindFolder = source === 'folder' ? 0 : uri.lastIndexOf('/') + 1;
  const name = uri.slice(behindFolder).replace(/\.\w+$/, '');
  return uri.slice(0, behindFolder) + name.replace(monthNames, '#').replace(/\d+/g, '#');
}

/** @param series days, each with its digest */
function gapsOf(series: ReadonlyMap<string, string>): MissingDays[] {
  const days = [...series.keys()].sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length < leastDigests) return [];
  const all: string[] = [];
  // A mistaken year must not make a calendar of ages.
  for (let day = first; day <= last && all.length < 20_000; day = addDays(day, 1)) all.push(day);
  const share = (test: (weekday: number) => boolean): number => {
    const such = all.filter((day) => test(weekdayOf(day)));
    return such.filter((day) => series.has(day)).length / Math.max(1, such.length);
  };
  if (share((weekday) => !isWeekend(weekday)) < dailyShare) return [];
  const weekend = [0, 6].filter((each) => share((weekday) => weekday === each) >= weekendShare);
  const isExpected = (day: string): boolean => {
    const weekday = weekdayOf(day);
    return !isWeekend(weekday) || weekend.includes(weekday);
  };
  const gaps: MissingDays[] = [];
  let open: string[] = [];
  for (const day of all) {
    const uri = series.get(day);
    if (uri === undefined) {
      if (isExpected(day)) open.push(day);
    } else if (open.length > 0) {
      gaps.push({ uri, from: open[0] ?? day, to: open.at(-1) ?? day, count: open.length });
      open = [];
    }
  }
  return gaps;
}

/** 0 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWeekend(weekday: number): boolean {
  return weekday === 0 || weekday === 6;
}
