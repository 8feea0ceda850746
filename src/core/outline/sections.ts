import type { DigestEntry, DigestSection } from '../digest.js';
import type { Lines } from '../lines.js';
import { shownLine } from '../shownText.js';

const heading = /^(#{1,6})[ \t]+(\S.*)$/;
const fence = /^ {0,3}(```|~~~)/;
/** Stands before a section's heading and belongs to it, as far as anybody can see. */
const anchor = /^<(?:div|a) (?:id|name)=[^<>]*><\/(?:div|a)>\s*$/;
/** `[[Back]](#toc)` behind the name of a daily digest's section. */
const backLink = / ?\[?\[[^[\]]*\]\]?\(#[^()]*\)$/;
/** A text with more headings than these has no sections: an outline of so many leads nowhere. */
const mostHeadings = 10_000;
/** What is longer than this is no heading that anybody reads. */
const longestTitle = 300;
const contentsTitle = /^(?:table of contents|contents|目录|目錄|目次|목차|inhalt|sommaire)$/iu;
/** Signs that generators put before the words: pictures, bullets, numbers. */
const decoration = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** Those that part entries count as well, which may be many more. */
const allHeadings = 20 * mostHeadings;

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly line: number;
  readonly start: number;
}

/**
 * The headings of a digest that are no entry's own, and how far what stands below each of them goes.
 * Looks at nothing but the lines between entries, so that it costs little beside reading those.
 * Headings of the level at which entries begin, or deeper, part entries and do not hold them: an
 * entry that could not be read is one of them.
 * @param entries in the order of the text
 */
export function findSections(lines: Lines, entries: readonly DigestEntry[]): DigestSection[] {
  const deepest = entryLevel(lines, entries) - 1;
  const headings = headingsBetween(lines, entries).filter(({ level }) => level <= deepest);
  if (headings.length === 0 || headings.length > mostHeadings) return [];
  const ends = endsOf(headings, lines.count);
  return headings.map(({ level, title, line, start }, index) => {
    const last = lastLine(lines, line, ends[index] ?? lines.count);
    const isContents = contentsTitle.test(title.replace(decoration, ''));
    return {
      title,
      level,
      ...(isContents && { isContents }),
      range: {
        startLine: line,
        startCharacter: 0,
        endLine: last,
        endCharacter: lines.end(last) - lines.start(last),
      },
      nameRange: {
        startLine: line,
        startCharacter: start,
        endLine: line,
        endCharacter: lines.end(line) - lines.start(line),
      },
    };
  });
}

/** For each heading the line of the next one of its level or above; the number of lines for the last. */
function endsOf(headings: readonly Heading[], lineCount: number): number[] {
  const ends: number[] = [];
  /** By level: the nearest heading of that level or above, seen from the end. */
  const next = Array.from({ length: 7 }, () => lineCount);
  for (let index = headings.length - 1; index >= 0; index--) {
    const { level = 1, line = 0 } = headings[index] ?? {};
    ends[index] = next[level] ?? lineCount;
    next.fill(line, level);
  }
  return ends;
}

/** 7, below all headings, where entries begin with none. */
function entryLevel(lines: Lines, entries: readonly DigestEntry[]): number {
  const first = entries[0];
  if (!first) return 7;
  return heading.exec(lines.line(first.range.startLine))?.[1]?.length ?? 7;
}

function headingsBetween(lines: Lines, entries: readonly DigestEntry[]): Heading[] {
  const found: Heading[] = [];
  let line = behindFrontMatter(lines);
  for (const { range } of entries) {
    headingsIn(lines, line, range.startLine, found);
    line = Math.max(line, range.endLine + 1);
  }
  headingsIn(lines, line, lines.count, found);
  return found;
}

function headingsIn(lines: Lines, from: number, to: number, found: Heading[]): void {
  let open: string | undefined;
  for (let line = from; line < to && found.length <= allHeadings; line++) {
    const first = lines.text[lines.start(line)] ?? '';
    if (!'#`~ '.includes(first)) continue;
    const text = lines.line(line);
    const mark = fence.exec(text)?.[1];
    if (mark !== undefined && (open === undefined || open === mark)) {
      open = open === undefined ? mark : undefined;
    }
    const [, marks, title] = open === undefined ? (heading.exec(text) ?? []) : [];
    if (marks === undefined || title === undefined) continue;
    found.push({
      level: marks.length,
      title: shownLine(plainTitle(title)),
      line,
      start: text.length - title.length,
    });
  }
}

/** A comment in YAML looks like a heading. */
function behindFrontMatter(lines: Lines): number {
  if (lines.line(0).trimEnd() !== '---') return 0;
  const most = Math.min(lines.count, 200);
  for (let line = 1; line < most; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(lines.line(line))) return line + 1;
  }
  return 0;
}

/** Without the Markdown that headings of digests hold: links, emphasis, tags. TeX stays. */
function plainTitle(title: string): string {
  const bare = title
    .slice(0, longestTitle)
    .replace(/\s+/g, ' ')
    .replace(/ #+ ?$/, '')
    .trim();
  const words = bare
    .replace(backLink, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .trim();
  return words === '' ? bare : words;
}

/** What is blank, and the anchor of the next section, is not this one's. */
function lastLine(lines: Lines, first: number, end: number): number {
  let last = end - 1;
  while (last > first && (lines.isBlank(last) || anchor.test(lines.line(last)))) last--;
  return last;
}
