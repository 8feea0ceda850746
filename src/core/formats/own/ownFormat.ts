import { dayIn } from '../../digestDate.js';
import type { DigestEntry, Problem } from '../../digest.js';
import { Lines } from '../../lines.js';
import type { Month } from '../../arxivId.js';
import type { PaperKey } from '../../paper.js';
import type { DigestFormat } from '../format.js';
import { groupOrRest, readOwnEntry } from './ownEntry.js';
import { compileRecipe, type Patterns } from './patterns.js';
import type { OwnRecipe } from './recipe.js';

/** How far recognition looks for a first entry. */
const recognitionLines = 2000;

/** The reader that a recipe describes; undefined for one that `readRecipes` has not checked. */
export function ownFormat(recipe: OwnRecipe): DigestFormat | undefined {
  const patterns = compileRecipe(recipe);
  if (!patterns) return undefined;
  return {
    name: recipe.name,

    /** Headings in brackets stand in many a note: where there are to be ids, one has to be there. */
    recognises(lines) {
      for (const piece of walk(lines, patterns, recognitionLines)) {
        if (!('entry' in piece)) continue;
        const { id, doi } = piece.entry;
        if (!patterns.hasId || id !== undefined || doi !== undefined) return true;
      }
      return false;
    },

    read(lines, { latest }) {
      const entries: DigestEntry[] = [];
      const problems: Problem[] = [];
      let stated: string | undefined;
      const seen = new Set<PaperKey>();
      for (const piece of walk(lines, patterns, lines.count, latest)) {
        if ('problem' in piece) problems.push(piece.problem);
        else if ('day' in piece) stated ??= piece.day;
        else {
          const { key, id, title, nameRange } = piece.entry;
          if (seen.has(key)) {
            const { startLine: line } = nameRange;
            problems.push({ kind: 'duplicateEntry', line, args: [id ?? title] });
          }
          seen.add(key);
          entries.push(piece.entry);
        }
      }
      problems.sort((a, b) => a.line - b.line);
      const newest = entries.reduce(
        (day, entry) => (day > (entry.day ?? '') ? day : (entry.day ?? '')),
        '',
      );
      const value = stated ?? (newest || undefined);
      const isOne = entries.every(({ day }) => day === value);
      return {
        digest: {
          own: recipe,
          labels: recipe.fields.map(([label]) => label),
          // One day for all is the digest's.
          entries: isOne ? entries.map(withoutDay) : entries,
          ...(value !== undefined && { date: { value, precision: 'day', source: 'content' } }),
        },
        problems,
      };
    },

    readEntry(text, _labels, { latest }) {
      const lines = new Lines(text);
      const read = readOwnEntry(lines, 0, lines.count, patterns, latest);
      return read && 'facts' in read ? { key: read.facts.key, body: read.body() } : undefined;
    },
  };
}

function withoutDay(entry: DigestEntry): DigestEntry {
  const { day, ...rest } = entry;
  return day === undefined ? entry : rest;
}

type Piece =
  | { readonly entry: DigestEntry }
  | { readonly problem: Problem }
  /** What the digest says of its own date. */
  | { readonly day: string };

/** One pass over the lines, and one more over those of each entry. */
function* walk(
  lines: Lines,
  patterns: Patterns,
  limit: number,
  latest?: Month,
): Generator<Piece, void> {
  const { entry: begins, end, section, date } = patterns;
  let within: { readonly category?: string; readonly day?: string } = {};
  let open: number | undefined;
  const close = function* (until: number): Generator<Piece, void> {
    if (open !== undefined) yield* entryIn(lines, open, until, patterns, within, latest);
    open = undefined;
  };
  for (let line = 0; line < Math.min(limit, lines.count); line++) {
    if (lines.isBlank(line)) continue;
    const text = lines.line(line);
    const parts = section?.match(text);
    const stated = date?.match(text);
    if (stated) yield dayOrProblem(groupOrRest(stated, text, 'date').text, line);
    if (parts) {
      yield* close(line);
      const category = parts.groups.get('category')?.text.trim();
      const written = parts.groups.get('date')?.text;
      const day = written === undefined ? undefined : dayIn(written);
      if (written !== undefined && day === undefined) yield noDate(written, line);
      within = { ...within, ...(category && { category }), ...(day !== undefined && { day }) };
    } else if (begins.test(text)) {
      yield* close(line);
      open = line;
    } else if (end?.test(text)) yield* close(line + 1);
  }
  yield* close(lines.count);
}

function* entryIn(
  lines: Lines,
  from: number,
  until: number,
  patterns: Patterns,
  within: { readonly category?: string; readonly day?: string },
  latest?: Month,
): Generator<Piece, void> {
  let last = until - 1;
  while (last > from && lines.isBlank(last)) last--;
  const read = readOwnEntry(lines, from, last + 1, patterns, latest);
  if (!read) return;
  if ('noId' in read) {
    yield { problem: { kind: 'idNotRead', line: from, args: [read.noId] } };
    return;
  }
  const { facts, nameRange, date } = read;
  const own = date === undefined ? undefined : dayIn(date);
  if (date !== undefined && own === undefined) yield noDate(date, from);
  const day = own ?? within.day;
  const range = {
    ...{ startLine: from, startCharacter: 0, endLine: last },
    endCharacter: lines.end(last) - lines.start(last),
  };
  const category = facts.category ?? within.category;
  yield {
    entry: {
      ...{ ...facts, ...(category !== undefined && { category }), range, nameRange },
      ...(day !== undefined && { day }),
    },
  };
}

function dayOrProblem(text: string, line: number): Piece {
  const day = dayIn(text);
  return day === undefined ? noDate(text, line) : { day };
}

function noDate(text: string, line: number): Piece {
  return { problem: { kind: 'dateNotRead', line, args: [text.trim()] } };
}
