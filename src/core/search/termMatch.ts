import { isOneEdit, isOneEditOfBeginning } from './oneEdit.js';
import type { QueryTerm } from './query.js';
import { compareBytes, termBytes, termUnits } from './termBytes.js';
import type { TermCursor } from './termCursor.js';
import { unitsOf } from './termText.js';
import { WordPattern } from './wordPattern.js';

/**
 * The postings in a segment of the terms that a query's term stands for: of each four numbers, where
 * they begin and end, how many they are, and 1 for the very term, 0 for one that nearly is.
 */
export type Matches = readonly number[];

export const matchSize = 4;

/** A query's term, made ready to be looked up in many segments. */
export class TermMatcher {
  readonly #term: QueryTerm;
  readonly #text: Uint8Array;
  /** Terms that are as good as `text`. */
  readonly #exact: readonly Uint8Array[];
  /** What a near term is near to, in code units. */
  readonly #near: readonly (readonly number[])[];
  readonly #pattern: WordPattern | undefined;

  constructor(term: QueryTerm) {
    this.#term = term;
    this.#text = termBytes(term.text);
    const exact = [...new Set([term.text, ...term.stems])].map(termBytes);
    this.#exact = exact.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    this.#near = term.near.map(unitsOf);
    this.#pattern = term.match === 'pattern' ? new WordPattern(term.text) : undefined;
  }

  /** @param cursor over the terms of a segment; is moved */
  in(cursor: TermCursor): Matches {
    const found: number[] = [];
    const { match, edits } = this.#term;
    if (this.#pattern) withPattern(this.#pattern, cursor, found);
    else if (edits > 0) this.#nearby(cursor, found);
    else if (match === 'beginning') this.#beginning(cursor, found);
    else this.#these(cursor, found);
    return found;
  }

  #these(cursor: TermCursor, found: number[]): void {
    for (const bytes of this.#exact) {
      if (cursor.seek(bytes) && cursor.is(bytes))
        found.push(cursor.from, cursor.to, cursor.frequency, 1);
    }
  }

  #beginning(cursor: TermCursor, found: number[]): void {
    for (const bytes of this.#exact) {
      if (bytes !== this.#text && !startsWith(bytes, this.#text)) {
        if (cursor.seek(bytes) && cursor.is(bytes))
          found.push(cursor.from, cursor.to, cursor.frequency, 1);
      }
    }
    eachWith(cursor, this.#text, () => {
      found.push(
        cursor.from,
        cursor.to,
        cursor.frequency,
        cursor.length === this.#text.length ? 1 : 0,
      );
    });
  }

  /** The first letter is hardly ever mistyped. */
  #nearby(cursor: TermCursor, found: number[]): void {
    this.#these(cursor, found);
    const known = new Set(found.filter((_, at) => at % matchSize === 0));
    // Bytes are no fewer than letters.
    const shortest = Math.min(...this.#near.map(({ length }) => length)) - 1;
    eachWith(cursor, this.#text.subarray(0, 1), () => {
      if (cursor.length < shortest || known.has(cursor.from) || !this.#isNear(cursor)) return;
      found.push(cursor.from, cursor.to, cursor.frequency, 0);
    });
  }

  #isNear({ bytes, length }: TermCursor): boolean {
    const isPlain = isAscii(bytes, length);
    const units = isPlain ? bytes : termUnits(bytes, length);
    const count = isPlain ? length : units.length;
    const isOpen = this.#term.match === 'beginning';
    for (const near of this.#near) {
      if (isOpen ? isOneEditOfBeginning(units, near, count) : isOneEdit(units, near, count)) {
        return true;
      }
    }
    return false;
  }
}

/** No word with `*` is looked for among pairs, most of the terms where much is Chinese. */
const [firstPair, afterPairs] = [termBytes('\u3005'), termBytes('\ua000')];

/** The letters before the first `*` narrow the search. */
function withPattern(pattern: WordPattern, cursor: TermCursor, found: number[]): void {
  const { head } = pattern;
  let more = cursor.seek(head);
  while (more && cursor.startsWith(head)) {
    if (head.length === 0 && isWithin(cursor, firstPair, afterPairs)) {
      more = cursor.seek(afterPairs);
      continue;
    }
    if (pattern.fitsBytes(cursor.bytes, cursor.length)) {
      found.push(cursor.from, cursor.to, cursor.frequency, 0);
    }
    more = cursor.next();
  }
}

/** Whether a term lies between two others; nearly all are told by their first byte. */
function isWithin({ bytes, length }: TermCursor, from: Uint8Array, to: Uint8Array): boolean {
  if ((bytes[0] ?? 0) < (from[0] ?? 0)) return false;
  const isBehind = compareBytes(bytes, 0, length, from, 0, from.length) >= 0;
  return isBehind && compareBytes(bytes, 0, length, to, 0, to.length) < 0;
}

function eachWith(cursor: TermCursor, prefix: Uint8Array, visit: () => void): void {
  for (let more = cursor.seek(prefix); more && cursor.startsWith(prefix); more = cursor.next()) {
    visit();
  }
}

function isAscii(bytes: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}

function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) return (a[at] ?? 0) < (b[at] ?? 0);
  }
  return a.length < b.length;
}
