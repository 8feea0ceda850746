import { arxivKey, type Month } from '../arxivId.js';
import { isArxivCategory } from '../categories.js';
import type { DigestEntry, Problem } from '../digest.js';
import { Lines } from '../lines.js';
import type { AiField } from '../paper.js';
import type { DigestFormat } from './format.js';
import { htmlContent } from './htmlContent.js';
import { idBetween, type WrittenId } from './writtenId.js';

/**
 * Pages that list a category's papers of a day in HTML tables (hdShang/arxiv-daily,
 * digest-formats.md 3, row 16). The front matter's title names the category; a row names its paper in
 * an attribute of a button:
 *
 *     <tr>
 *       <td>1</td>
 *       <td><a href="./papers/…">Title</a></td>
 *       <td>One sentence</td>
 *       <td class="tags-cell"><span class="paper-tag">…</span></td> …
 *       <td><button data-arxiv-id="2505.14530v2" …></td>
 *     </tr>
 */
const titleLine = /^title: .* - (\S{1,40}) - 20\d\d-\d\d-\d\d\s*$/;
const cellLine = /^\s*<td(?:\s[^<>]{0,200})?>(.*)<\/td>\s*$/;
const headerCell = /<th>([^<]*)<\/th>/g;
const idAttribute = 'data-arxiv-id="';
const frontMatterLines = 12;
/** Columns by place: number, title, one sentence, tags. */
const titleColumn = 1;
const summaryColumn = 2;
const tagsColumn = 3;

export const jekyllIndex: DigestFormat = {
  name: 'jekyllIndex',

  recognises(lines) {
    if (!lines.startsWith(0, '---')) return false;
    const first = lines.firstWith('<tr>') ?? lines.headCount;
    for (let line = first; line < lines.headCount; line++) {
      if (isRow(lines, line)) return readRow(lines, line, rowEnd(lines, line)) !== undefined;
    }
    return false;
  },

  read(lines, { latest }) {
    const category = categoryOf(lines);
    const entries: DigestEntry[] = [];
    const problems: Problem[] = [];
    let labels: readonly string[] | undefined;
    for (let line = 0; line < lines.count; line++) {
      if (lines.startsWith(line, '<tr><th>')) labels ??= labelsIn(lines.line(line));
      if (!isRow(lines, line)) continue;
      const end = rowEnd(lines, line);
      const row = readRow(lines, line, end, latest);
      if (row) entries.push(entryOf(lines, row, line, end, category));
      else {
        const title = htmlContent(cellsOf(lines, line, end)[titleColumn] ?? '');
        problems.push({ kind: 'entryCutOff', line, args: [title] });
      }
      line = end;
    }
    return { digest: { entries, labels: labels ?? [] }, problems };
  },

  readEntry(text, labels, { latest }) {
    const lines = new Lines(text);
    const row = readRow(lines, 0, lines.count - 1, latest);
    if (!row) return undefined;
    const cells = cellsOf(lines, 0, lines.count - 1);
    const summary: AiField = {
      label: labels[0] ?? '',
      text: htmlContent(cells[summaryColumn] ?? ''),
    };
    const tags: AiField = { label: labels[1] ?? '', text: tagsIn(cells[tagsColumn] ?? '') };
    return {
      key: arxivKey(row.id),
      body: {
        ...(summary.text !== '' && { summary }),
        fields: tags.text === '' ? [] : [tags],
      },
    };
  },
};

interface Row extends WrittenId {
  readonly title: string;
  readonly idLine: number;
}

function isRow(lines: Lines, line: number): boolean {
  return lines.startsWith(line, '<tr>') && !lines.startsWith(line, '<tr><th>');
}

/** The last line of the row that begins here: before the next one, if this one is cut off. */
function rowEnd(lines: Lines, from: number): number {
  let line = from;
  while (line + 1 < lines.count) {
    if (lines.startsWith(line, '</tr>')) return line;
    if (line > from && lines.startsWith(line, '<')) return line - 1;
    line++;
  }
  return line;
}

function readRow(lines: Lines, from: number, end: number, latest?: Month): Row | undefined {
  const title = htmlContent(cellsOf(lines, from, end, titleColumn + 1)[titleColumn] ?? '');
  for (let line = end; line >= from; line--) {
    const text = lines.line(line);
    if (!text.includes(idAttribute)) continue;
    const id = idBetween(text, idAttribute, '"', latest);
    return id && title !== '' ? { ...id, title, idLine: line } : undefined;
  }
  return undefined;
}

function tagsIn(cell: string): string {
  const tags = cell.split('</span>').map(htmlContent);
  return tags.filter((tag) => tag !== '').join(', ');
}

/** @param most no more cells than these are looked for */
function cellsOf(lines: Lines, from: number, end: number, most = Infinity): string[] {
  const cells: string[] = [];
  for (let line = from; line <= end && cells.length < most; line++) {
    const cell = cellLine.exec(lines.line(line))?.[1];
    if (cell !== undefined) cells.push(cell);
  }
  return cells;
}

function labelsIn(header: string): readonly string[] {
  const names = [...header.matchAll(headerCell)].map((cell) => htmlContent(cell[1] ?? ''));
  return [names[summaryColumn] ?? '', names[tagsColumn] ?? ''];
}

function categoryOf(lines: Lines): string | undefined {
  for (let line = 0; line < Math.min(lines.count, frontMatterLines); line++) {
    const name = titleLine.exec(lines.line(line))?.[1];
    if (name !== undefined && isArxivCategory(name)) return name;
  }
  return undefined;
}

function entryOf(
  lines: Lines,
  { id, version, title, idLine, idStart, idEnd }: Row,
  line: number,
  end: number,
  category: string | undefined,
): DigestEntry {
  return {
    key: arxivKey(id),
    id,
    ...(version !== undefined && { version }),
    title,
    authors: [],
    ...(category !== undefined && { category }),
    range: {
      startLine: line,
      startCharacter: 0,
      endLine: end,
      endCharacter: lines.end(end) - lines.start(end),
    },
    nameRange: { startLine: idLine, startCharacter: idStart, endLine: idLine, endCharacter: idEnd },
  };
}
