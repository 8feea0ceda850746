import { arxivKey, type ArxivId, type Month } from '../arxivId.js';
import type { DigestDate, DigestEntry, Problem } from '../digest.js';
import { dayIn } from '../digestDate.js';
import { Lines } from '../lines.js';
import type { EntryBody } from '../paper.js';
import type { DigestFormat } from './format.js';
import { fitted, splitCells, type Cell } from './tableCells.js';

/** A row, asked by the names of its columns. */
export interface TableRow {
  /** @param names in lower case; the first that the table has counts */
  cell(...names: readonly string[]): Cell | undefined;
}

export interface RowFacts extends ArxivId {
  /** The id with its version, in UTF-16 code units of the line. */
  readonly idStart: number;
  readonly idEnd: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly day?: string;
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

/** How far recognition looks for a table. */
const recognitionLines = 400;
/** How far a digest may be from its beginning when it tells of which day it is. */
const dateLines = 40;
const heading = /^#{1,6} +(\S.*)$/;
const delimiter = /^\|(?: *:?-+:? *\|)+ *$/;
const updated = /^(?:[#>] ?|## )?(?:\*\*)?(?:Last update|Updated on)\b/i;

/**
 * A digest of tables, one paper a row; the heading above a table is the topic, which the papers get for
 * a category. The names of the first table's columns are the digest's `labels`, so that a row can be
 * read alone.
 */
export function tableFormat(page: TablePage): DigestFormat {
  return {
    name: page.name,

    recognises(lines) {
      const limit = Math.min(lines.count, recognitionLines);
      for (const { columns, line } of rowsOf(lines, limit)) {
        if (!page.columns.every((name) => columns.has(name))) continue;
        const facts = page.facts(rowAt(lines.line(line), columns, page));
        if (facts?.day !== undefined) return true;
      }
      return false;
    },

    read(lines, { latest }) {
      const entries: DigestEntry[] = [];
      const problems: Problem[] = [];
      let labels: readonly string[] | undefined;
      for (const { columns, names, line, topic } of rowsOf(lines, lines.count)) {
        if (!page.columns.every((name) => columns.has(name))) continue;
        labels ??= names;
        const text = lines.line(line);
        const facts = page.facts(rowAt(text, columns, page), latest);
        if (facts) entries.push(entryOf(facts, line, text.length, topic));
        else if (!/^[|\s]*$/.test(text)) {
          problems.push({ kind: 'entryCutOff', line, args: [splitCells(text)[0]?.text ?? ''] });
        }
      }
      const date = statedDate(lines);
      return { digest: { entries, labels: labels ?? [], ...(date && { date }) }, problems };
    },

    readEntry(text, labels, { latest }) {
      const row = rowAt(new Lines(text).line(0), columnsOf(labels), page);
      const facts = page.facts(row, latest);
      return facts && { key: arxivKey(facts.id), body: page.body(row) };
    },
  };
}

type Columns = ReadonlyMap<string, number>;

interface RowLine {
  readonly line: number;
  readonly columns: Columns;
  /** Of the columns, as written. */
  readonly names: readonly string[];
  readonly topic: string | undefined;
}

function* rowsOf(lines: Lines, limit: number): Iterable<RowLine> {
  let table: Pick<RowLine, 'columns' | 'names'> | undefined;
  let topic: string | undefined;
  for (let line = 0; line < limit; line++) {
    const first = lines.text[lines.start(line)];
    if (first === '#') {
      const name = heading.exec(lines.line(line))?.[1]?.trimEnd();
      if (name === undefined || updated.test(name)) continue;
      topic = name;
      table = undefined;
    } else if (first === '|') {
      if (lines.startsWith(line + 1, '|') && delimiter.test(lines.line(line + 1))) {
        const names = splitCells(lines.line(line)).map(({ text }) => text.replace(/[*`]/g, ''));
        table = { columns: columnsOf(names), names };
        line++;
      } else if (table) {
        yield { ...table, line, topic };
      }
    }
  }
}

function columnsOf(names: readonly string[]): Columns {
  return new Map(names.map((name, index) => [name.toLowerCase(), index]));
}

function rowAt(text: string, columns: Columns, page: TablePage): TableRow {
  const cells = fitted(text, splitCells(text), columns.size, columns.get(page.wide) ?? 0);
  return {
    cell: (...names) => {
      const index = names.map((name) => columns.get(name)).find((found) => found !== undefined);
      return index === undefined ? undefined : cells[index];
    },
  };
}

function entryOf(
  facts: RowFacts,
  line: number,
  length: number,
  category: string | undefined,
): DigestEntry {
  const { id, version, idStart, idEnd, title, authors, day } = facts;
  return {
    key: arxivKey(id),
    id,
    ...(version !== undefined && { version }),
    title,
    authors,
    ...(category !== undefined && { category }),
    ...(day !== undefined && { day }),
    range: { startLine: line, startCharacter: 0, endLine: line, endCharacter: length },
    nameRange: { startLine: line, startCharacter: idStart, endLine: line, endCharacter: idEnd },
  };
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
