import { scanTerms } from './analyzer.js';
import { fieldMask, type SearchField, type SearchText } from './fields.js';
import type { Query, QueryTerm } from './query.js';
import { withTypos } from './queryTerms.js';
import { WrittenMatch } from './writtenMatch.js';

/** Plain text of one field, without line breaks; `…` where it is cut off. */
export interface Passage {
  readonly field: SearchField;
  readonly text: string;
  /** Start and end (exclusive) in UTF-16 code units of what was looked for; ascending, apart. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Lists show titles and authors beside a passage, which is of these only when no other field fits. */
const bodies: readonly SearchField[] = ['summary', 'abstract', 'fields'];
const heads: readonly SearchField[] = ['title', 'authors', 'id'];

/**
 * The passage with the most of a query's words, as the index would find them: by stems, beginnings,
 * and typos when nothing else is there. Without any, the beginning of the first text.
 * @param length code units of the passage at most
 * @returns undefined for an entry without texts
 */
export function bestPassage(text: SearchText, query: Query, length: number): Passage | undefined {
  const { required } = query;
  return (
    withMarks(text, required, bodies, length) ??
    withMarks(text, required, heads, length) ??
    withMarks(text, required.map(withTypos), [...bodies, ...heads], length) ??
    beginning(text, length)
  );
}

function beginning(text: SearchText, length: number): Passage | undefined {
  const field = [...bodies, ...heads].find((name) => text[name].trim() !== '');
  return field && { field, ...cut(tidy(text[field]), 0, length), marks: [] };
}

interface Mark {
  readonly start: number;
  readonly end: number;
  /** Place of the query's term. */
  readonly term: number;
}

interface Stretch {
  /** Places of its marks among all of a text: the first, and behind the last. */
  readonly from: number;
  readonly to: number;
  /** Terms of the query in it. */
  readonly terms: number;
}

function withMarks(
  text: SearchText,
  terms: readonly QueryTerm[],
  fields: readonly SearchField[],
  length: number,
): Passage | undefined {
  const match = new WrittenMatch(terms);
  let best: { field: SearchField; text: string; marks: Mark[]; stretch: Stretch } | undefined;
  for (const field of fields) {
    const line = tidy(text[field]);
    const marks = marksOf(line, match, fieldMask(field));
    const stretch = bestStretch(marks, length);
    if (stretch.terms > (best?.stretch.terms ?? 0)) best = { field, text: line, marks, stretch };
  }
  if (!best) return undefined;
  const { from, to } = best.stretch;
  const [first, last] = [best.marks[from], best.marks[to - 1]];
  if (!first || !last) return undefined;
  // A third of what is left goes before the first word.
  const spare = Math.max(0, length - (last.end - first.start));
  const {
    text: passage,
    start,
    end,
    shift,
  } = cut(best.text, Math.max(0, first.start - Math.floor(spare / 3)), length);
  const marks = joined(best.marks)
    .map(({ start: a, end: b }) => [Math.max(a, start), Math.min(b, end)] as const)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => [a - shift, b - shift] as const);
  return { field: best.field, text: passage, marks };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function marksOf(text: string, match: WrittenMatch, fields: number): Mark[] {
  const marks: Mark[] = [];
  scanTerms(text, {
    term(start, end, kind) {
      const term = match.find(text.slice(start, end), kind, fields);
      if (term < 0) return;
      // Of a pair that begins with the character asked for, this one.
      const single = kind === 'pair' && match.isSingle(term);
      marks.push({ start, end: single ? start + 1 : end, term });
    },
  });
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The marks that fit into a length with the most terms, then the most words; the first of equals. */
function bestStretch(marks: readonly Mark[], length: number): Stretch {
  const counts = new Map<number, number>();
  let best: Stretch = { from: 0, to: 0, terms: 0 };
  let from = 0;
  for (const [to, mark] of marks.entries()) {
    counts.set(mark.term, (counts.get(mark.term) ?? 0) + 1);
    for (let first = marks[from]; first && from < to; first = marks[from]) {
      if (mark.end - first.start <= length - 2) break;
      const count = (counts.get(first.term) ?? 0) - 1;
      if (count > 0) counts.set(first.term, count);
      else counts.delete(first.term);
      from++;
    }
    const terms = counts.size;
    const more = to + 1 - from > best.to - best.from;
    if (terms > best.terms || (terms === best.terms && more)) best = { from, to: to + 1, terms };
  }
  return best;
}

/** Marks that overlap or touch as one. */
function joined(marks: readonly Mark[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** How far a cut may move to the next blank. */
const longestStep = 16;

/**
 * A piece of a text from about a place on, with `…` where something is missing.
 * @returns `start` and `end` in the text, and by how much offsets in the piece are less
 */
function cut(
  text: string,
  from: number,
  length: number,
): { text: string; start: number; end: number; shift: number } {
  if (text.length <= length) return { text, start: 0, end: text.length, shift: 0 };
  let start = Math.min(from, Math.max(0, text.length - length + 1));
  if (start > 0) start = afterBlank(text, start);
  const before = start > 0 ? '…' : '';
  let end = Math.min(text.length, start + length - before.length);
  if (end < text.length) end = Math.max(start, end - 1);
  if (isInsidePair(text, end)) end--;
  const after = end < text.length ? '…' : '';
  end = Math.max(start, end);
  return {
    text: before + text.slice(start, end) + after,
    start,
    end,
    shift: start - before.length,
  };
}

function afterBlank(text: string, from: number): number {
  const blank = text.slice(from - 1, from + longestStep).indexOf(' ');
  const start = blank < 0 ? from : from + blank;
  return isInsidePair(text, start) ? start + 1 : start;
}

/** Whether a place parts a surrogate pair. */
function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
