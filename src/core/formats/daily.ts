import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { readBody, sampleLabels } from './dailyBody.js';
import { cutTitle, readHeader, type Header } from './dailyHeader.js';
import type { DigestFormat, ReadContext } from './format.js';

/**
 * The daily digest (digest-formats.md section 2): upstream's template v3 of today and its earlier
 * v0, v1 and v2. A table of contents, a section per category, and entries that begin
 *
 *     ### [12] [Title, which may hold "](" and brackets](https://arxiv.org/abs/2602.01234)
 *     *First Author,Second Author*
 */
const section = /^# (.+?) \[\[Back\]\]\(#toc\)\s*$/;
const sectionAnchor = /^<div id=(['"])(.*)\1><\/div>\s*$/;
const tocLine = /^- \[(.+)\]\(#[^\]]*\) \[Total: (\d+)\]\s*$/;
const tocStart = /^<div id=(['"]?)toc\1><\/div>\s*$/;
const categoryLine = /^(?:\*\*)?(?:Main category|主分类)(?:\*\*)?[:：]/;
const noPapers = /^# No New Papers Today\s*$/;

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
      if (!lines.startsWith(line, '### ')) continue;
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
  readonly category: string | undefined;
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
          continue;
        }
        const title = cutTitle(lines, line);
        if (title !== undefined) problems.push(problem('entryCutOff', line, [title]));
      } else {
        const name = section.exec(lines.line(line))?.[1];
        if (name === undefined) continue;
        close(line);
        current = name;
      }
    } else if (first === '<') {
      if (sectionAnchor.test(lines.line(line))) close(line);
    } else if (first === '-' && !open && entries.length === 0) {
      const promise = tocLine.exec(lines.line(line));
      if (promise) contents.set(promise[1] ?? '', { total: Number(promise[2]), line });
    }
  }
  close(lines.count);
  return { entries, contents, problems };
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
  let opened = false;
  for (let line = header.bodyLine; line <= lastLine && !opened; line++) {
    if (lines.startsWith(line, '<details>')) opened = true;
    category ??= categoryAt(lines, line);
  }
  let closing = lastLine;
  while (closing > header.line && !lines.startsWith(closing, '</details>')) closing--;
  const closed = closing > header.line;
  return { header, section, lastLine: closed ? closing : lastLine, category, opened, closed };
}

function categoryAt(lines: Lines, line: number): string | undefined {
  if (!'M*主'.includes(lines.text[lines.start(line)] ?? ' ')) return undefined;
  const text = lines.line(line);
  const label = categoryLine.exec(text)?.[0];
  return label === undefined ? undefined : text.slice(label.length).trim() || undefined;
}

function entryOf(lines: Lines, block: Block): DigestEntry {
  const { header, lastLine } = block;
  const category = block.category ?? block.section;
  return {
    key: header.key,
    ...(header.id !== undefined && { id: header.id }),
    ...(header.version !== undefined && { version: header.version }),
    ...(header.doi !== undefined && { doi: header.doi }),
    title: header.title,
    authors: header.authors,
    ...(category !== undefined && { category }),
    range: {
      startLine: header.line,
      startCharacter: 0,
      endLine: lastLine,
      endCharacter: lines.end(lastLine) - lines.start(lastLine),
    },
    nameRange: {
      startLine: header.line,
      startCharacter: header.nameStart,
      endLine: header.line,
      endCharacter: header.nameEnd,
    },
  };
}
