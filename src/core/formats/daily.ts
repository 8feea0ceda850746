import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { isArxivCategory } from '../categories.js';
import { readBody, sampleLabels } from './dailyBody.js';
import { cutTitle, readHeader, splitCategories, type Header } from './dailyHeader.js';
import type { DigestFormat, ReadContext } from './format.js';

/**
 * The daily digest (digest-formats.md section 2): upstream's template v3 of today and its earlier
 * v0, v1 and v2. A table of contents, a section per category, and entries that begin
 *
 *     ### [12] [Title, which may hold "](" and brackets](https://arxiv.org/abs/2602.01234)
 *     *First Author,Second Author*
 */
const section = /^# (.+?) \[\[Back\]\]\(#toc\)\s*$/;
/** Of forks that link nothing: `## cs.CR`, `## Computation and Language [cs.CL]`. */
const plainSection = /^## ([^#\s].*)$/;
const sectionAnchor = /^<div id=(['"])(.*)\1><\/div>\s*$/;
const tocLine = /^- \[(.+)\]\(#[^\]]*\) (?:\[Total: (\d+)\]|\((\d+) 篇\))\s*$/;
const tocStart = /^<div id=(['"]?)toc\1><\/div>\s*$/;
const categoryLine = /^(?:\*\*)?(?:Main category|主分类)(?:\*\*)?[:：]/;
/** All categories of a paper, in the line behind its `<details>`. */
const allCategories = /\| \*\*Categories:\*\* (.+)$/;
const doiLine = /^DOI[:：]\s*(10\.\d{4,9}\/\S+)\s*$/;
const noPapers = /^# (?:No New Papers Today|AI-Enhanced arXiv Daily \d{4}-\d\d-\d\d)\s*$/;

/** How far recognition looks for a first entry: digests begin with their contents, not with prose. */
const recognitionLines = 400;

export const daily: DigestFormat = {
  name: 'daily',

  recognises(lines) {
    if (
      tocStart.test(lines.line(0)) &&
      /^# Table of Contents/.test(lines.line(lines.skipBlank(1)))
    ) {
      return true;
    }
    if (noPapers.test(lines.line(0)) && lines.count < 6) return true;
    if (/^# Table of Contents\s*$/.test(lines.line(0))) return lines.skipBlank(1) >= lines.count;
    const limit = Math.min(lines.count, recognitionLines);
    for (let line = 0; line < limit; line++) {
      if (!lines.startsWith(line, '### [')) continue;
      const header = readHeader(lines, line);
      return header !== undefined && header.hasAuthors && header.key.startsWith('arxiv:');
    }
    return false;
  },

  read(lines, context) {
    const blocks = findBlocks(lines, context);
    const problems = [...blocks.problems];
    const closes = blocks.entries.some((block) => block.closed);
    const seen = new Set<PaperKey>();
    const entries = blocks.entries.map((block): DigestEntry => {
      const { header } = block;
      const name = [header.id ?? header.title];
      if (seen.has(header.key)) problems.push(problem('duplicateEntry', header.line, name));
      seen.add(header.key);
      if ((closes || block.opened) && !block.closed) {
        problems.push(problem('entryCutOff', header.line, name));
      } else if (!header.hasAuthors) {
        problems.push(problem('entryWithoutAuthors', header.line, name));
      }
      return entryOf(lines, block);
    });
    const sizes = sectionSizes(blocks.entries);
    for (const [category, { total, line }] of blocks.contents) {
      const found = sizes.get(category) ?? 0;
      if (found !== total) problems.push(problem('tocMismatch', line, [category, total, found]));
    }
    problems.sort((a, b) => a.line - b.line);
    return { digest: { entries, labels: sampleLabels(lines, entries) }, problems };
  },

  readEntry(text, labels, context) {
    const lines = new Lines(text);
    const header = readHeader(lines, 0, context);
    return header && { key: header.key, body: readBody(lines, header.bodyLine, labels) };
  },
};

function problem(kind: Problem['kind'], line: number, args: Problem['args']): Problem {
  return { kind, line, args };
}

interface Block {
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

interface Blocks {
  readonly entries: readonly Block[];
  /** What the table of contents promises for each section. */
  readonly contents: ReadonlyMap<string, { readonly total: number; readonly line: number }>;
  readonly problems: readonly Problem[];
}

/** One pass over the lines; only those that begin with `#`, `<` or `-` are looked at. */
function findBlocks(lines: Lines, context: ReadContext): Blocks {
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
        if (title !== undefined) problems.push(problem('entryCutOff', line, [title]));
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

function sectionSizes(entries: readonly Block[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { section: name = '' } of entries) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes;
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

function entryOf(lines: Lines, block: Block): DigestEntry {
  const { header, lastLine } = block;
  const [category, ...crossLists] = block.categories;
  const doi = header.doi ?? block.doi;
  return {
    key: header.key,
    ...(header.id !== undefined && { id: header.id }),
    ...(header.version !== undefined && { version: header.version }),
    ...(doi !== undefined && { doi }),
    title: header.title,
    authors: header.authors,
    ...(category !== undefined && { category }),
    ...(crossLists.length > 0 && { crossLists }),
    range: {
      startLine: header.line,
      startCharacter: 0,
      endLine: lastLine,
      endCharacter: lines.end(lastLine) - lines.start(lastLine),
    },
    nameRange: {
      startLine: header.nameLine,
      startCharacter: header.nameStart,
      endLine: header.nameLine,
      endCharacter: header.nameEnd,
    },
  };
}
