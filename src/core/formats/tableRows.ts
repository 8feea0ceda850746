import { arxivKey, type Month } from '../arxivId.js';
import type { DigestDate, DigestEntry, Problem } from '../digest.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import type { EntryBody } from '../paper.js';
import type { DigestFormat } from './format.js';
import { fitted, splitCells, type Cell } from './tableCells.js';
import { columnsIn, columnsOf, TableHeads, type Columns } from './tableHeads.js';
import type { Writable } from './writable.js';
import type { WrittenId } from './writtenId.js';

/** A row, asked by the names of its columns. */
export interface TableRow {
  /** @param names in lower case; the first that the table has counts */
  cell(...names: readonly string[]): Cell | undefined;
}

/** What a line that is an entry tells of its paper. */
export interface RowFacts {
  /** As it stands in the line. */
  readonly id: WrittenId;
  readonly title: string;
  readonly authors: readonly string[];
  readonly day: string | undefined;
}

/** What one kind of digest in Markdown tables has of its own. */
export interface TablePage {
  readonly name: string;
  /** Columns that each of its tables has, in lower case. */
  readonly columns: readonly string[];
  /** The column whose text may hold bars that nothing escapes. */
  readonly wide: string;
  /** @returns undefined for a row that names no paper */
  facts(row: TableRow, latest?: Month): RowFacts | undefined;
  body(row: TableRow): EntryBody;
}

/** How far a digest may be from its beginning when it tells of which day it is. */
const dateLines = 40;
const heading = /^#{1,6} +(\S.*)$/;
const delimiter = /^\|(?: *:?-+:? *\|)+ *$/;
const updated = /^(?:[#>] ?|## )?(?:\*\*)?(?:Last update|Updated on)\b/i;

/**
 * A digest of tables, one paper a row; the heading above a table is the topic, which the papers get for
 * a category. The names of the columns are the digest's `labels`, so that a row can be read alone: those
 * of its first table, and of each that has others (`tableHeads.ts`).
 */
export function tableFormat(page: TablePage): DigestFormat {
  return {
    name: page.name,

    recognises(lines) {
      const first = lines.firstWith('|');
      if (first === undefined) return false;
      for (const { table, line } of rowsOf(lines, first, lines.headCount, page)) {
        const facts = page.facts(rowAt(lines.line(line), table.columns, page));
        if (facts?.day !== undefined) return true;
      }
      return false;
    },

    read(lines, { latest }) {
      const entries: DigestEntry[] = [];
      const problems: Problem[] = [];
      const heads = new TableHeads();
      for (const { table, line, topic } of rowsOf(lines, 0, lines.count, page)) {
        const text = lines.line(line);
        const facts = page.facts(rowAt(text, table.columns, page), latest);
        // Rows of the first table, which nearly all are, are read by its columns anyway.
        const isAlone =
          facts &&
          (heads.add(table.names) === 0 ||
            readAlone(text, heads.columns, page, latest)?.facts.id.id === facts.id.id);
        if (isAlone) entries.push(rowEntry(facts, line, text.length, topic));
        else if (!/^[|\s]*$/.test(text)) {
          problems.push({ kind: 'entryCutOff', line, args: [splitCells(text)[0]?.text ?? ''] });
        }
      }
      const date = statedDate(lines);
      return { digest: { entries, labels: heads.labels, ...(date && { date }) }, problems };
    },

    readEntry(text, labels, { latest }) {
      const read = readAlone(new Lines(text).line(0), columnsIn(labels), page, latest);
      return read && { key: arxivKey(read.facts.id.id), body: page.body(read.row) };
    },
  };
}

/** Reads a row whose table is not known: by the first columns in which it names a paper. */
function readAlone(
  text: string,
  tables: readonly Columns[],
  page: TablePage,
  latest: Month,
): { readonly row: TableRow; readonly facts: RowFacts } | undefined {
  for (const columns of tables) {
    const row = rowAt(text, columns, page);
    const facts = page.facts(row, latest);
    if (facts) return { row, facts };
  }
  return undefined;
}

interface Table {
  readonly columns: Columns;
  /** Of the columns, as written. */
  readonly names: readonly string[];
}

interface RowLine {
  readonly line: number;
  readonly table: Table;
  readonly topic: string | undefined;
}

const blank = 32;
const hash = 35;
const hyphen = 45;
const colon = 58;
const bar = 124;

/** The rows of the tables that have the page's columns. */
function* rowsOf(lines: Lines, from: number, to: number, page: TablePage): Iterable<RowLine> {
  let table: Table | undefined;
  let topic: string | undefined;
  for (let line = from; line < to; line++) {
    const first = lines.text.charCodeAt(lines.start(line));
    if (first === hash) {
      const name = heading.exec(lines.line(line))?.[1]?.trimEnd();
      if (name === undefined || updated.test(name)) continue;
      topic = name;
      table = undefined;
    } else if (first === bar) {
      if (isDelimiter(lines, line + 1)) {
        const names = splitCells(lines.line(line)).map(({ text }) => text.replace(/[*`]/g, ''));
        const columns = columnsOf(names);
        table = page.columns.every((name) => columns.has(name)) ? { columns, names } : undefined;
        line++;
      } else if (table) {
        yield { table, line, topic };
      }
    }
  }
}

function isDelimiter(lines: Lines, line: number): boolean {
  // Rows are long, and one of their first characters tells most of them.
  const { text } = lines;
  const second = lines.start(line) + 1;
  const sign = text.charCodeAt(text.charCodeAt(second) === blank ? second + 1 : second);
  return (sign === hyphen || sign === colon) && delimiter.test(lines.line(line));
}

function rowAt(text: string, columns: Columns, page: TablePage): TableRow {
  const cells = fitted(text, splitCells(text), columns.size, columns.get(page.wide) ?? 0);
  return {
    cell: (...names) => {
      for (const name of names) {
        const index = columns.get(name);
        if (index !== undefined) return cells[index];
      }
      return undefined;
    },
  };
}

/** The entry that is one line of a digest, of so many UTF-16 code units. */
export function rowEntry(
  { id: { id, version, idStart, idEnd }, title, authors, day }: RowFacts,
  line: number,
  length: number,
  category: string | undefined,
): DigestEntry {
  const entry: Writable<DigestEntry> = {
    key: arxivKey(id),
    id,
    title,
    authors,
    range: { startLine: line, startCharacter: 0, endLine: line, endCharacter: length },
    nameRange: { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd },
  };
  if (version !== undefined) entry.version = version;
  if (category !== undefined) entry.category = category;
  if (day !== undefined) entry.day = day;
  return entry;
}

const isoDay = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** The day in a cell. */
export function dayInCell(text: string): string | undefined {
  const day = text.startsWith('**') ? text.slice(2, 12) : text;
  // Written like this, a day that the calendar has is the day as it stands.
  return isoDay.test(day) ? day : dayIn(text);
}

/** `## Updated on 2026.06.29`, `Last update: 2026-08-21`. */
export function statedDate(lines: Lines): DigestDate | undefined {
  for (let line = 0; line < Math.min(lines.count, dateLines); line++) {
    if (!updated.test(lines.line(line))) continue;
    const value = dayIn(lines.line(line));
    if (value !== undefined) return { value, precision: 'day', source: 'content' };
  }
  return undefined;
}
