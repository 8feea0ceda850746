import { arxivKey, findIds } from '../arxivId.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { PaperKey } from '../paper.js';
import { titleKey } from '../title.js';
import { readBody, sampleLabels } from './dailyBody.js';
import type { DigestFormat, ReadContext } from './format.js';

/**
 * The daily digest (digest-formats.md section 2): upstream's template v3 of today and its earlier
 * v0, v1 and v2. A table of contents, a section per category, and entries that begin
 *
 *     ### [12] [Title, which may hold "](" and brackets](https://arxiv.org/abs/2602.01234)
 *     *First Author,Second Author*
 */
const entryHeader = /^### (?:\[\d+\] )?\[(.*)\]\((\S+)\)\s*$/;
const entryHeaderStart = /^### (?:\[\d+\] )?\[/;
const section = /^# (.+?) \[\[Back\]\]\(#toc\)\s*$/;
const sectionAnchor = /^<div id=(['"])(.*)\1><\/div>\s*$/;
const tocLine = /^- \[(.+)\]\(#.*\) \[Total: (\d+)\]\s*$/;
const tocStart = /^<div id=(['"]?)toc\1><\/div>\s*$/;
const authorLine = /^\*.*\*\s*$/;
/** What follows a title when the author line is missing. */
const afterAuthors = /^(?:<details>|(?:\*\*)?(?:Main category|TL;?DR|Task)(?:\*\*)?[:：])/;
const doiUrl = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i;
const nameSuffix = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;

/** How far recognition looks for a first entry: digests begin with their contents, not with prose. */
const recognitionLines = 400;

export const daily: DigestFormat = {
  name: 'daily',

  recognises(lines) {
    if (
      tocStart.test(lines.line(0)) &&
      /^# Table of Contents/.test(lines.line(skipBlank(lines, 1)))
    ) {
      return true;
    }
    if (/^# (?:Table of Contents|No New Papers Today)\s*$/.test(lines.line(0))) {
      return skipBlank(lines, 1) >= lines.count;
    }
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
    for (const [category, { total, line }] of blocks.contents) {
      const found = blocks.entries.filter((block) => block.section === category).length;
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

interface Header {
  readonly line: number;
  readonly key: PaperKey;
  readonly id?: string;
  readonly version?: number;
  readonly doi?: string;
  readonly title: string;
  /** Where the header names its paper, in UTF-16 code units of its line. */
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly authors: readonly string[];
  readonly hasAuthors: boolean;
  /** First line behind title and authors. */
  readonly bodyLine: number;
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
        } else if (
          skipBlank(lines, line + 1) >= lines.count &&
          entryHeaderStart.test(lines.line(line))
        ) {
          problems.push(
            problem('entryCutOff', line, [lines.line(line).replace(entryHeaderStart, '')]),
          );
        }
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

function readHeader(lines: Lines, line: number, context?: ReadContext): Header | undefined {
  const text = lines.line(line);
  const match = entryHeader.exec(text);
  if (!match) return undefined;
  const [, title = '', url = ''] = match;
  const authorsAt = skipBlank(lines, line + 1);
  const atEnd = authorsAt >= lines.count;
  const next = atEnd ? '' : lines.line(authorsAt);
  const hasAuthors = authorLine.test(next);
  // A heading quoted in an abstract is followed by neither authors nor a label.
  if (!hasAuthors && !atEnd && !afterAuthors.test(next)) return undefined;
  const urlStart = text.lastIndexOf(url);
  const found = findIds(text, context?.latest).find((id) => id.idStart >= urlStart);
  const doi = found ? undefined : doiUrl.exec(url)?.[1]?.toLowerCase();
  const titleStart = text.indexOf(title, text.indexOf('[', 3));
  return {
    line,
    key: found ? arxivKey(found.id) : doi !== undefined ? `doi:${doi}` : titleKey(title),
    ...(found && { id: found.id }),
    ...(found?.version !== undefined && { version: found.version }),
    ...(doi !== undefined && { doi }),
    title,
    nameStart: found?.idStart ?? titleStart,
    nameEnd: found?.idEnd ?? titleStart + title.length,
    authors: hasAuthors ? splitAuthors(next) : [],
    hasAuthors,
    bodyLine: hasAuthors ? authorsAt + 1 : authorsAt,
  };
}

/** `*A B,C D, Jr*`: commas part the names, but for a generation; collaborations bring a lone `:`. */
function splitAuthors(line: string): string[] {
  const authors: string[] = [];
  for (const part of line.slice(1, line.lastIndexOf('*')).split(',')) {
    const name = part.trim();
    if (name === '' || name === ':') continue;
    const before = authors.at(-1);
    if (before !== undefined && nameSuffix.test(name)) {
      authors[authors.length - 1] = `${before}, ${name}`;
    } else {
      authors.push(name);
    }
  }
  return authors;
}

function blockOf(lines: Lines, header: Header, end: number, section: string | undefined): Block {
  let lastLine = end - 1;
  while (lastLine > header.line && lines.isBlank(lastLine)) lastLine--;
  let category: string | undefined;
  let opened = false;
  for (let line = header.bodyLine; line <= lastLine && !opened; line++) {
    if (lines.startsWith(line, '<details>')) opened = true;
    category ??= /^(?:\*\*)?(?:Main category|主分类)(?:\*\*)?[:：]\s*(.+?)\s*$/.exec(
      lines.startsWith(line, 'M') || lines.startsWith(line, '*') || lines.startsWith(line, '主')
        ? lines.line(line)
        : '',
    )?.[1];
  }
  let closing = lastLine;
  while (closing > header.line && !lines.startsWith(closing, '</details>')) closing--;
  const closed = closing > header.line;
  return { header, section, lastLine: closed ? closing : lastLine, category, opened, closed };
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

function skipBlank(lines: Lines, from: number): number {
  let line = from;
  while (line < lines.count && lines.isBlank(line)) line++;
  return line;
}
