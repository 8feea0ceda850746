import type { Lines } from '../lines.js';
import { labelled, plainHeader } from './labelledEntries.js';
import { markdownFormat } from './markdownEntries.js';

/**
 * The daily reporter (digest-formats.md 3, rank 15): a file for each topic, in a folder of its day.
 *
 *     # Title
 *
 *     **Authors**: First Author, Second Author
 *
 *     **Link**: [PDF](https://arxiv.org/pdf/2509.01234)
 *
 *     **Abstract**: Text
 *
 *     ---
 *
 * The `.jsonl` beside it is a list of Python's own notation, no JSON, and says nothing more: it is
 * not read.
 */
const authors = /^\*\*Authors\*\*: /;
const link = /^\*\*Link\*\*: \[PDF\]\(https?:\/\/arxiv\.org\//;
const abstract = /^\*\*Abstract\*\*: /;

export const dailyReporter = markdownFormat({
  name: 'dailyReporter',
  firsts: '#',

  recognises(lines) {
    if (lines.firstSign !== '#') return false;
    const first = lines.skipBlank(0);
    if (!isEntry(lines, first)) return false;
    // A person's note on one paper may begin so: two entries, or the template's spaces, tell.
    const end = abstractEnd(lines, fourth(lines, first));
    const follows = lines.skipBlank(end + 1);
    return /^---\s*$/.test(lines.line(end)) && (opens(lines, follows) || isWritten(lines, first));
  },

  opens,
  ...labelled({ header: (lines, line) => plainHeader(lines.line(line), '# '.length) }),
});

/** The line of the abstract, or where it should be. */
function fourth(lines: Lines, line: number): number {
  return lines.skipBlank(lines.skipBlank(lines.skipBlank(line + 1) + 1) + 1);
}

/** An abstract of several paragraphs has no more lines than these. */
const abstractLines = 60;

/** The rule below an abstract, or what stands in its place. */
function abstractEnd(lines: Lines, from: number): number {
  const limit = Math.min(lines.count, from + abstractLines);
  let line = from + 1;
  while (line < limit && !lines.startsWith(line, '---') && !lines.startsWith(line, '#')) line++;
  return line;
}

function opens(lines: Lines, line: number): boolean {
  if (!lines.startsWith(line, '# ')) return false;
  const next = lines.skipBlank(line + 1);
  return next >= lines.count || authors.test(lines.line(next));
}

function isEntry(lines: Lines, line: number): boolean {
  if (!lines.startsWith(line, '# ')) return false;
  const second = lines.skipBlank(line + 1);
  const third = lines.skipBlank(second + 1);
  return (
    authors.test(lines.line(second)) &&
    link.test(lines.line(third)) &&
    abstract.test(lines.line(fourth(lines, line)))
  );
}

/** The template ends its lines with spaces; who writes a note by hand does not. */
function isWritten(lines: Lines, line: number): boolean {
  return lines.line(line).endsWith(' ') && lines.line(lines.skipBlank(line + 1)).endsWith('  ');
}
