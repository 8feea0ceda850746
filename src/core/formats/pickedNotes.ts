import type { Lines } from '../lines.js';
import { categoryNames, labelled, ownSummary, type EntryHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';
import { linkAt, plainTitle } from './markdownHeader.js';

/**
 * The index of a day of picked notes (digest-formats.md 3, rank 18, zhaoyang97). It names no id: those
 * are in the notes that it links.
 *
 *     # 📅 2026-03-25 精选笔记
 *
 *     ### [Title](slug.md)
 *
 *     🧩 Topic / Topic
 *
 *     Text
 *
 *     ---
 */
const heading = /^# \S{1,4} 20\d\d-\d\d-\d\d 精选笔记\s*$/;
const opener = '### [';
/** A sign of the topic stands before their names. */
const topics = /^[^\p{L}\p{N}\s]{1,8} (?=\S)/u;

export const pickedNotes = markdownFormat({
  name: 'pickedNotes',
  firsts: '#',
  withoutAuthors: true,

  recognises: (lines) => lines.firstSign === '#' && heading.test(lines.line(lines.skipBlank(0))),
  opens: (lines, line) => lines.startsWith(line, opener),
  closes: (lines, line) => /^##? /.test(lines.line(line)),
  ...labelled({ header, unlabelled: 'summary', factsInHeader: true }),
  labels: () => [ownSummary],
});

function header(lines: Lines, line: number): EntryHeader | undefined {
  const link = linkAt(lines.line(line), opener.length - 1);
  if (!link) return undefined;
  const second = lines.skipBlank(line + 1);
  const mark = topics.exec(lines.line(second))?.[0].length;
  return {
    title: plainTitle(link.title),
    titleStart: link.titleStart,
    titleEnd: link.titleStart + link.title.length,
    authors: [],
    categories: mark === undefined ? [] : categoryNames(lines.line(second).slice(mark)),
    height: mark === undefined ? 1 : second + 1 - line,
  };
}
