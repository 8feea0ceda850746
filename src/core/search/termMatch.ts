import type { QueryTerm } from './query.js';
import { findTerm, lowerBound, termAt, termStartsWith, type Segment } from './segment.js';

/** A term of a segment that counts as the one asked for. */
export interface Alternative {
  readonly term: number;
  /** The very one; others count less. */
  readonly exact: boolean;
}

/** The terms of a segment that a query's term stands for, in their order. */
export function alternatives(segment: Segment, { text, match, edits }: QueryTerm): Alternative[] {
  if (match === 'prefix') return withPrefix(segment, text);
  if (match === 'pattern') return withPattern(segment, text);
  const exact = findTerm(segment, text);
  const found = exact < 0 ? [] : [{ term: exact, exact: true }];
  return edits === 0 ? found : [...found, ...withOneEdit(segment, text, exact)];
}

function withPrefix(segment: Segment, prefix: string): Alternative[] {
  const found: Alternative[] = [];
  for (let term = lowerBound(segment, prefix); term < segment.termCount; term++) {
    if (!termStartsWith(segment, term, prefix)) break;
    found.push({ term, exact: found.length === 0 && termAt(segment, term) === prefix });
  }
  return found;
}

/** `*` stands for any letters. Terms before the first `*` narrow the search. */
function withPattern(segment: Segment, pattern: string): Alternative[] {
  const parts = pattern.split('*').map((part) => part.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 'u');
  const head = pattern.slice(0, pattern.indexOf('*'));
  return withPrefix(segment, head)
    .filter(({ term }) => expression.test(termAt(segment, term)))
    .map(({ term }) => ({ term, exact: false }));
}

/** A letter more, less, other, or two exchanged. The first letter is hardly ever mistyped. */
function withOneEdit(segment: Segment, text: string, exact: number): Alternative[] {
  return withPrefix(segment, text.slice(0, 1))
    .filter(({ term }) => term !== exact && isOneEdit(segment, term, text))
    .map(({ term }) => ({ term, exact: false }));
}

function isOneEdit({ termStarts, termChars }: Segment, term: number, text: string): boolean {
  const start = termStarts[term] ?? 0;
  const length = (termStarts[term + 1] ?? 0) - start;
  if (Math.abs(length - text.length) > 1) return false;
  const charAt = (place: number): number => termChars[start + place] ?? 0;
  const shorter = Math.min(length, text.length);
  let head = 0;
  while (head < shorter && charAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    charAt(length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  const [left, right] = [length - head - tail, text.length - head - tail];
  if (left <= 1 && right <= 1) return true;
  const exchanged =
    charAt(head) === text.charCodeAt(head + 1) && charAt(head + 1) === text.charCodeAt(head);
  return left === 2 && right === 2 && exchanged;
}
