import { monthOfId } from './arxivId.js';
import type { DigestDate, DigestEntry } from './digest.js';
import type { Lines } from './lines.js';

/**
 * The day that a digest reports. No daily digest names it but in its file name; other generators use
 * a folder or a heading (digest-formats.md section 0). Where nothing tells the day, the newest id of
 * the digest tells its month.
 * @param path below the workspace folder, parted by `/`
 */
export function digestDate(
  path: string,
  lines: Lines,
  entries: readonly DigestEntry[],
): DigestDate | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const inName = dayIn(name);
  if (inName !== undefined) return { value: inName, precision: 'day', source: 'fileName' };
  const inFolder =
    parts.map(dayIn).findLast((day) => day !== undefined) ?? dayOfFolders(parts, name);
  if (inFolder !== undefined) return { value: inFolder, precision: 'day', source: 'folder' };
  const inHeading = dayInHeadings(lines);
  if (inHeading !== undefined) return { value: inHeading, precision: 'day', source: 'heading' };
  const month = monthIn(name);
  if (month !== undefined) return { value: month, precision: 'month', source: 'fileName' };
  const newest = newestMonth(entries);
  return newest === '' ? undefined : { value: newest, precision: 'month', source: 'newestId' };
}

function newestMonth(entries: readonly DigestEntry[]): string {
  let newest = '';
  // Most ids begin with the month of the one before: `2602.`
  let same = ' ';
  for (const { id } of entries) {
    if (id === undefined || id.startsWith(same)) continue;
    const month = monthOfId(id);
    if (month > newest) newest = month;
    if (/^\d/.test(id)) same = id.slice(0, 5);
  }
  return newest;
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** Each finds year, month and day by name; a month is a number or an English name. */
const dayPatterns: readonly RegExp[] = [
  /(?<!\d)(?<year>20\d\d)([-_./])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>20\d\d)\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/,
  /(?<![\da-z])(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)(?![\da-z])/i,
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})[-_ ]${monthName.replace('(', '(?<month>')},?[-_ ](?<year>20\\d\\d)(?!\\d)`,
    'i',
  ),
  new RegExp(
    `\\b${monthName.replace('(', '(?<month>')}[-_ ](?<day>\\d{1,2})(?:st|nd|rd|th)?,?[-_ ](?<year>20\\d\\d)(?!\\d)`,
    'i',
  ),
];

/** `trending-2026-02.txt`. Six digits without a sign may be anything, as may those of a UUID. */
function monthIn(name: string): string | undefined {
  const match = /(?<![\da-z])(20\d\d)[-_.](0[1-9]|1[0-2])(?![\da-z])/i.exec(name);
  return match ? `${match[1] ?? ''}-${match[2] ?? ''}` : undefined;
}

const isoDay = /^20\d\d-\d\d-\d\d$/;

/** The first day that a text names: `2026-02-13T00:00:00Z`, `Thu, 13 Feb 2026`, `2026年2月13日`. */
export function dayIn(text: string): string | undefined {
  // As programs write it when it is all that they write.
  if (isoDay.test(text)) {
    const isReal = isRealDay(
      Number(text.slice(0, 4)),
      Number(text.slice(5, 7)),
      Number(text.slice(8)),
    );
    return isReal ? text : undefined;
  }
  for (const pattern of dayPatterns) {
    const { year = '', month = '', day = '' } = pattern.exec(text)?.groups ?? {};
    const byName = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const date = realDay(year, byName || Number(month), Number(day));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** `2026-02-13`, or undefined when the calendar has no such day. */
export function realDay(year: string, month: number, day: number): string | undefined {
  if (!isRealDay(Number(year), month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** `2026/02/13/digest.md` and `2026/02/13.md`. */
function dayOfFolders(folders: readonly string[], name: string): string | undefined {
  const path = [...folders, name.replace(/\.\w+$/, '')].join('/');
  const match = /(?:^|\/)(20\d\d)\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(path);
  return match ? realDay(match[1] ?? '', Number(match[2]), Number(match[3])) : undefined;
}

/** Headings before the first entry; text further down names other days. */
function dayInHeadings(lines: Lines): string | undefined {
  const limit = Math.min(lines.count, 12);
  for (let line = 0; line < limit; line++) {
    if (lines.startsWith(line, '### ')) return undefined;
    const day = /^(?:#|>|title:|date:)/.test(lines.line(line))
      ? dayIn(lines.line(line))
      : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}
