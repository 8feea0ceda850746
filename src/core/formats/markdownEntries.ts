import { arxivKey, type Month } from '../arxivId.js';
import type { DigestDate, DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { EntryBody, PaperFacts, PaperKey } from '../paper.js';
import { titleKey } from '../title.js';
import type { DigestFormat } from './format.js';
import type { Block } from './markdownLabels.js';
import type { Writable } from './writable.js';

/** Where an entry names its paper: its id, else its title. UTF-16 code units of a line, end exclusive. */
export interface NamePlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What an entry tells in lists; its key is made of it. */
export interface EntryFacts extends Omit<PaperFacts, 'key'>, Pick<DigestEntry, 'day'> {
  readonly name: NamePlace;
}

/**
 * A format whose entries stand one under the other, told by what is its own. The walk over the lines,
 * ranges, keys and problems are the same for all. Every function is linear in what it is given.
 */
export interface MarkdownShape {
  readonly name: string;
  recognises(lines: Lines, path: string): boolean;
  /** The characters with which lines begin that open or close an entry: no other line is looked at. */
  readonly firsts?: string;
  /** Whether an entry begins at a line. */
  opens(lines: Lines, line: number, latest: Month): boolean;
  /** Whether a line ends the entry before it and belongs to none: the heading of a section. */
  closes?(lines: Lines, line: number): boolean;
  /** With what an entry's last line begins, white space aside, where the template has such a mark. */
  readonly lastLine?: string;
  /** undefined when the block names no paper. Its first line opens it; the rest may be missing. */
  facts(block: Block, latest: Month): EntryFacts | undefined;
  body(block: Block, labels: ReadonlySet<string>): EntryBody;
  /** The labels of AI fields that a block uses, as written. */
  labels(block: Block): readonly string[];
  /** Where the format itself states the digest's day: `2026-02-13`. */
  day?(lines: Lines): string | undefined;
  /** The category of entries that a line announces, where headings do. */
  category?(lines: Lines, line: number): string | undefined;
  /** Entries have no authors, or may list one paper under several headings. */
  readonly withoutAuthors?: true;
  readonly repeats?: true;
}

export function markdownFormat(shape: MarkdownShape): DigestFormat {
  return {
    name: shape.name,
    recognises: (lines, path) => shape.recognises(lines, path),

    read(lines, { latest }) {
      const problems: Problem[] = [];
      const entries: DigestEntry[] = [];
      const blocks: Block[] = [];
      const seen = new Set<PaperKey>();
      for (const { block, closed, category } of findBlocks(lines, shape, latest)) {
        const facts = shape.facts(block, latest);
        if (!facts) continue;
        const entry = entryOf(block, facts, category);
        if (seen.has(entry.key) && !shape.repeats) problems.push(problem('duplicateEntry', entry));
        seen.add(entry.key);
        if (!closed) problems.push(problem('entryCutOff', entry));
        else if (entry.authors.length === 0 && !shape.withoutAuthors) {
          problems.push(problem('entryWithoutAuthors', entry));
        }
        entries.push(entry);
        blocks.push(block);
      }
      const day = shape.day?.(lines);
      const date: DigestDate | undefined =
        day === undefined ? undefined : { value: day, precision: 'day', source: 'content' };
      const labels = sampleLabels(shape, blocks);
      return { digest: { entries, labels, ...(date && { date }) }, problems };
    },

    readEntry(text, labels, { latest }) {
      const lines = new Lines(text);
      const block = { lines, from: 0, to: lines.count };
      const facts = shape.opens(lines, 0, latest) ? shape.facts(block, latest) : undefined;
      return facts && { key: keyOf(facts), body: shape.body(block, new Set(labels)) };
    },
  };
}

function problem(kind: Problem['kind'], { id, title, range }: DigestEntry): Problem {
  return { kind, line: range.startLine, args: [id ?? title] };
}

interface FoundBlock {
  readonly block: Block;
  /** The template's last line is there, if it has one. */
  readonly closed: boolean;
  readonly category: string | undefined;
}

/** One pass; of most lines only the first character is looked at. */
function findBlocks(lines: Lines, shape: MarkdownShape, latest: Month): FoundBlock[] {
  const found: FoundBlock[] = [];
  const { firsts, lastLine } = shape;
  let open: number | undefined;
  let category: string | undefined;
  const close = (line: number, closed: boolean): void => {
    if (open !== undefined) {
      found.push({
        block: { lines, from: open, to: trimmed(lines, open, line) },
        closed,
        category,
      });
    }
    open = undefined;
  };
  for (let line = 0; line < lines.count; line++) {
    if (firsts?.includes(lines.text[lines.start(line)] ?? '\0') === false) continue;
    if (shape.opens(lines, line, latest)) {
      close(line, lastLine === undefined);
      open = line;
    } else if (lastLine !== undefined && open !== undefined && isLast(lines, line, lastLine)) {
      close(line + 1, true);
    } else {
      const announced = shape.category?.(lines, line);
      if (announced !== undefined || shape.closes?.(lines, line)) {
        close(line, lastLine === undefined);
        category = announced ?? (shape.category ? undefined : category);
      }
    }
  }
  close(lines.count, lastLine === undefined);
  return found;
}

function isLast(lines: Lines, line: number, mark: string): boolean {
  return lines.line(line).trimStart().startsWith(mark);
}

const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;

/** Without the blank lines and rules that part it from the next. */
function trimmed(lines: Lines, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && (lines.isBlank(end - 1) || rule.test(lines.line(end - 1)))) end--;
  return end;
}

function keyOf({ id, doi, title }: Omit<EntryFacts, 'name'>): PaperKey {
  return id !== undefined ? arxivKey(id) : doi !== undefined ? `doi:${doi}` : titleKey(title);
}

function entryOf(
  { lines, from, to }: Block,
  { name, ...facts }: EntryFacts,
  category: string | undefined,
): DigestEntry {
  // What is left of the facts becomes the entry: a second copy would cost more than its ranges do.
  const entry: Writable<DigestEntry> = Object.assign(facts, {
    key: keyOf(facts),
    range: {
      startLine: from,
      startCharacter: 0,
      endLine: to - 1,
      endCharacter: lines.end(to - 1) - lines.start(to - 1),
    },
    nameRange: {
      startLine: name.line,
      startCharacter: name.start,
      endLine: name.line,
      endCharacter: name.end,
    },
  });
  if (category !== undefined) entry.category ??= category;
  return entry;
}

/** Enough entries to tell a label, which many of them share, from a sentence with a colon. */
const sampleSize = 24;
const sharedBy = 1 / 4;

function sampleLabels(shape: MarkdownShape, blocks: readonly Block[]): string[] {
  const sample = blocks.slice(0, sampleSize);
  const counts = new Map<string, number>();
  for (const block of sample) {
    for (const label of new Set(shape.labels(block))) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= sample.length * sharedBy)
    .map(([label]) => label);
}
