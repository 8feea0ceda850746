import { realDay } from '../digestDate.js';
import type { Lines } from '../lines.js';
import { labelled, type EntryHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';
import { idOfLink, linkAt, plainTitle } from './markdownHeader.js';

/**
 * gpt_paper_assistant's `output.md` (digest-formats.md 3, rank 8): a table of contents, then
 *
 *     ## 0. [Title](https://arxiv.org/abs/2509.01234) <a id="link0"></a>
 *     **ArXiv ID:** 2509.01234
 *     **Authors:** First Author, Second Author
 *
 * with abstract, the model's comment and its two scores; at the end the prompt, which is no entry.
 */
const numbered = /^## \d{1,6}\. (?=\[)/;
const heading = /^# Personalized Daily ArXiv Papers\b/i;
const idLabel = '**ArXiv ID:**';

export const gptPaperAssistant = markdownFormat({
  name: 'gptPaperAssistant',
  firsts: '#',

  recognises(lines) {
    if (lines.firstSign === '#' && heading.test(lines.line(lines.skipBlank(0)))) return true;
    const line = lines.firstWith('## ');
    return line !== undefined && opens(lines, line);
  },

  opens,
  closes: (lines, line) => lines.startsWith(line, '## Paper selection prompt'),
  ...labelled({ header }),

  day(lines) {
    const title = lines.line(lines.skipBlank(0));
    const [, month, day, year = ''] = /\b(\d\d)\/(\d\d)\/(20\d\d)\s*$/.exec(title) ?? [];
    return realDay(year, Number(month), Number(day));
  },
});

function opens(lines: Lines, line: number): boolean {
  if (!lines.startsWith(line, '## ')) return false;
  const next = lines.skipBlank(line + 1);
  if (!numbered.test(lines.line(line))) return false;
  // A file that ends here has lost the rest of its last entry.
  return next >= lines.count || lines.startsWith(next, idLabel);
}

function header(lines: Lines, line: number, latest?: string): EntryHeader | undefined {
  const text = lines.line(line);
  const start = numbered.exec(text)?.[0].length;
  const link = start === undefined ? undefined : linkAt(text, start);
  if (!link) return undefined;
  const id = idOfLink(text, link, latest);
  return {
    title: plainTitle(link.title),
    titleStart: link.titleStart,
    titleEnd: link.titleStart + link.title.length,
    ...(id && { id }),
  };
}
