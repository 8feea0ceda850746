import { isArxivCategory } from '../categories.js';
import type { Problem } from '../digest.js';
import type { Lines } from '../lines.js';
import { cutTitle, readHeader, splitCategories, type Header } from './dailyHeader.js';
import type { ReadContext } from './format.js';

const section = /^# (.+?) \[\[Back\]\]\(#toc\)\s*$/;
/** Of forks that link nothing: `## cs.CR`, `## Computation and Language [cs.CL]`. */
const plainSection = /^## ([^#\s].*)$/;
const sectionAnchor = /^<div id=(['"])(.*)\1><\/div>\s*$/;
const tocLine = /^- \[(.+)\]\(#[^\]]*\) (?:\[Total: (\d+)\]|\((\d+) 篇\))\s*$/;
const categoryLine = /^(?:\*\*)?(?:Main category|主分类)(?:\*\*)?[:：]/;
/** All categories of a paper, in the line behind its `<details>`. */
const allCategories = /\| \*\*Categories:\*\* (.+)$/;
const doiLine = /^DOI[:：]\s*(10\.\d{4,9}\/\S+)\s*$/;

export interface Block {
  readonly header: Header;
  readonly section: string | undefined;
  /** The last line of the entry, inclusive. */
  readonly lastLine: number;
  /** Primary first. */
  readonly categories: readonly string[];
  readonly doi: string | undefined;
  /** It has a `<details>` part, and that part is closed. */
  readonly opened: boolean;
  readonly closed: boolean;
}

/** What one pass over a daily digest finds. */
export interface Blocks {
  readonly entries: readonly Block[];
  /** What the table of contents promises for each section. */
  readonly contents: ReadonlyMap<string, { readonly total: number; readonly line: number }>;
  readonly problems: readonly Problem[];
}

/** One pass over the lines; only those that begin with `#`, `<` or `-` are looked at. */
export function findBlocks(lines: Lines, context: ReadContext): Blocks {
  const entries: Block[] = [];
  const contents = new Map<string, { total: number; line: number }>();
  const problems: Problem[] = [];
  let current: string | undefined;
  let open: Header | undefined;
  let detailsClosed = false;
  const close = (line: number): void => {
    if (open) entries.push(blockOf(lines, open, line, current));
    open = undefined;
  };
  for (let line = 0; line < lines.count; line++) {
    const first = lines.text[lines.start(line)];
    if (first === '#') {
      if (lines.startsWith(line, '### ')) {
        const header = readHeader(lines, line, context);
        if (header) {
          close(line);
          open = header;
          detailsClosed = false;
          continue;
        }
        const title = cutTitle(lines, line);
        if (title !== undefined) problems.push({ kind: 'entryCutOff', line, args: [title] });
      } else {
        const name = sectionName(lines.line(line), !open || detailsClosed);
        if (name === undefined) continue;
        close(line);
        current = name;
      }
    } else if (first === '<') {
      if (sectionAnchor.test(lines.line(line))) close(line);
      else if (lines.startsWith(line, '</details>')) detailsClosed = true;
    } else if (first === '-' && !open && entries.length === 0) {
      const [, name = '', total, count] = tocLine.exec(lines.line(line)) ?? [];
      if (name !== '') contents.set(name, { total: Number(total ?? count), line });
    }
  }
  close(lines.count);
  return { entries, contents, problems };
}

/** @param outside no entry is open that the line might be part of */
function sectionName(text: string, outside: boolean): string | undefined {
  const linked = section.exec(text)?.[1];
  if (linked !== undefined || !outside) return linked;
  const name = plainSection.exec(text)?.[1]?.trimEnd();
  const category = name === undefined ? undefined : /\[([^[\]]+)\]$/.exec(name)?.[1];
  return category !== undefined && isArxivCategory(category) ? category : name;
}

function blockOf(lines: Lines, header: Header, end: number, section: string | undefined): Block {
  let lastLine = end - 1;
  while (lastLine > header.line && lines.isBlank(lastLine)) lastLine--;
  let category: string | undefined;
  let doi: string | undefined;
  let opened = false;
  for (let line = header.bodyLine; line <= lastLine && !opened; line++) {
    const first = lines.text[lines.start(line)] ?? '';
    if (first === '<' && lines.startsWith(line, '<details>')) opened = true;
    else if (first === 'D') doi ??= doiLine.exec(lines.line(line))?.[1]?.toLowerCase();
    else if ('M*主'.includes(first)) category ??= categoryAt(lines, line);
  }
  let closing = lastLine;
  while (closing > header.line && !lines.startsWith(closing, '</details>')) closing--;
  const closed = closing > header.line;
  const behind = closed && closing < lastLine ? lines.skipBlank(closing + 1) : lastLine;
  const listed = behind > closing ? categoriesBehind(lines, behind) : undefined;
  const primary = category ?? header.categories[0] ?? listed?.[0] ?? section;
  const all = primary === undefined ? [] : [primary, ...header.categories, ...(listed ?? [])];
  return {
    header,
    section,
    lastLine: !closed ? lastLine : listed ? behind : closing,
    categories: [...new Set(all)],
    doi,
    opened,
    closed,
  };
}

function categoryAt(lines: Lines, line: number): string | undefined {
  const text = lines.line(line);
  const label = categoryLine.exec(text)?.[0];
  return label === undefined ? undefined : text.slice(label.length).trim() || undefined;
}

function categoriesBehind(lines: Lines, line: number): readonly string[] | undefined {
  const text = allCategories.exec(lines.line(line))?.[1];
  return text === undefined ? undefined : splitCategories(text);
}
