import type { DigestDate, DigestEntry } from '../digest.js';
import { dayIn } from '../digestDate.js';
import type { Lines } from '../lines.js';
import { readRecordEntry } from './arxivRecord.js';
import { firstRecord, readRecords } from './arxivRecordDigest.js';
import type { DigestFormat } from './format.js';

/**
 * The mails that arXiv sends to its subscribers (https://info.arxiv.org/help/subscribe.html), one or
 * several in a file, with or without their heads, also quoted in Markdown. New papers, cross-listings
 * and replacements are entries alike. The time that a mail covers ends on the day that it reports:
 *
 *     received from  Wed 15 Mar 23 18:00:00 GMT  to  Thu 16 Mar 23 18:00:00 GMT
 */
const period =
  /^\s{0,4}received from\s.{0,60}?\sto\s{1,4}[A-Z][a-z]{2},?\s{1,4}(\d{1,2} [A-Z][a-z]{2}) (?:20)?(\d\d)\b/;

export const arxivMail: DigestFormat = {
  name: 'arxivMail',

  recognises(lines) {
    const first = firstRecord(lines);
    return first !== undefined && (first.hasAddress || !first.fields.has('From'));
  },

  read(lines, context) {
    const { entries, problems } = readRecords(lines, context);
    const days = dayLines(lines);
    const newest = [...days.values()].sort().at(-1);
    const date: DigestDate | undefined =
      newest === undefined ? undefined : { value: newest, precision: 'day', source: 'content' };
    const several = new Set(days.values()).size > 1;
    return {
      digest: {
        entries: several ? withDays(entries, days) : entries,
        labels: [],
        ...(date && { date }),
      },
      problems,
    };
  },

  readEntry: (text, _labels, { latest }) => readRecordEntry(text, latest),
};

/** The days of a file's mails by the line that tells them. */
function dayLines(lines: Lines): ReadonlyMap<number, string> {
  const days = new Map<number, string>();
  for (const { index } of lines.text.matchAll(/received from\s/g)) {
    const line = lines.lineAt(index);
    const [, dayAndMonth, year] = period.exec(lines.line(line)) ?? [];
    if (dayAndMonth === undefined || year === undefined) continue;
    const day = dayIn(`${dayAndMonth} 20${year}`);
    if (day !== undefined) days.set(line, day);
  }
  return days;
}

/** Each entry is of the mail that it stands in; those above the first head are of none. */
function withDays(
  entries: readonly DigestEntry[],
  days: ReadonlyMap<number, string>,
): readonly DigestEntry[] {
  const heads = [...days];
  let next = 0;
  let day: string | undefined;
  return entries.map((entry) => {
    for (let head = heads[next]; head && head[0] < entry.range.startLine; head = heads[++next]) {
      day = head[1];
    }
    return day === undefined ? entry : { ...entry, day };
  });
}
