import { dayIn } from '../digestDate.js';
import type { Lines } from '../lines.js';
import { labelled, plainHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';

/**
 * A daily report in Chinese (digest-formats.md 3, rank 18, Tony-tpc):
 *
 *     ## 1. Title
 *
 *     **作者**: First Author, Second Author et al.
 *
 *     **类别**: math.NA, math.PR
 *
 *     **链接**: [2511.01234v1](https://arxiv.org/pdf/2511.01234v1)
 *
 *     **总结**:
 *     Text
 *
 * Its head states the day: `**日期**: 2025-11-27`.
 */
const numbered = /^## \d{1,6}\. (?=\S)/;
const heading = /^# \S{1,4} ?每日 ?arXiv ?论文总结\s*$/i;
const authors = /^\*\*作者\*\*[:：]/;
const categories = /^\*\*类别\*\*[:：]/;
const day = /^\*\*日期\*\*[:：]/;
const headLines = 40;

export const numberedReport = markdownFormat({
  name: 'numberedReport',
  firsts: '#',

  recognises(lines) {
    if (lines.firstSign === '#' && heading.test(lines.line(lines.skipBlank(0)))) return true;
    const line = lines.firstWith('## ', headLines);
    if (line === undefined || !opens(lines, line)) return false;
    const second = lines.skipBlank(line + 1);
    const third = lines.skipBlank(second + 1);
    return second < lines.count && categories.test(lines.line(third));
  },

  opens,
  ...labelled({
    header(lines, line) {
      const text = lines.line(line);
      return plainHeader(text, numbered.exec(text)?.[0].length ?? text.length);
    },
  }),

  day(lines) {
    for (let line = 0; line < Math.min(lines.count, headLines); line++) {
      if (lines.startsWith(line, '## ')) return undefined;
      if (day.test(lines.line(line))) return dayIn(lines.line(line));
    }
    return undefined;
  },
});

function opens(lines: Lines, line: number): boolean {
  if (!lines.startsWith(line, '## ') || !numbered.test(lines.line(line))) return false;
  const next = lines.skipBlank(line + 1);
  return next >= lines.count || authors.test(lines.line(next));
}
