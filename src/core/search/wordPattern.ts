import { stem } from './analyzer.js';
import { termBytes, termText } from './termBytes.js';
import { fits } from './termText.js';

/** Long enough that the stemmer takes off what it takes off from a word. */
const anyRoot = 'baba';
/** An ending with fewer letters before it is that of very many terms. */
const fewestLetters = 2;

/** A word with `*` for any letters. */
export class WordPattern {
  /** What every term begins with that fits. */
  readonly head: Uint8Array;
  readonly #parts: readonly string[];
  readonly #tail: string;
  /** What the stemmer leaves of the tail; undefined when that is the same, or too little to go by. */
  readonly #stemmedTail: string | undefined;
  readonly #ends: readonly Uint8Array[];
  /** By the last byte of a term whether it may fit. */
  readonly #mayEnd = new Uint8Array(256);
  /** The longest of the letters between two `*`. */
  readonly #middle: Uint8Array;

  /** @param text folded */
  constructor(text: string) {
    this.#parts = text.split('*');
    const [head = ''] = this.#parts;
    this.#tail = this.#parts.at(-1) ?? '';
    this.head = termBytes(head);
    const stemmed = stem(anyRoot + this.#tail);
    const rest = stemmed.startsWith(anyRoot) ? stemmed.slice(anyRoot.length) : undefined;
    const isEnough = rest !== undefined && head.length + rest.length >= fewestLetters;
    this.#stemmedTail = isEnough && rest !== this.#tail ? rest : undefined;
    this.#ends = [this.#tail, this.#stemmedTail].flatMap((end) =>
      end === undefined ? [] : termBytes(end),
    );
    for (const end of this.#ends) {
      const last = end.at(-1);
      if (last === undefined) this.#mayEnd.fill(1);
      else this.#mayEnd[last] = 1;
    }
    const middles = this.#parts.slice(1, -1).sort((a, b) => b.length - a.length);
    this.#middle = termBytes(middles[0] ?? '');
  }

  /** Whether a term, which is a stem, is that of a word which fits. */
  fits(term: string): boolean {
    if (fits(term, this.#parts)) return true;
    const ending = this.#stemmedTail;
    if (ending === undefined || !fits(term, [...this.#parts.slice(0, -1), ending])) return false;
    return stem(term.slice(0, term.length - ending.length) + this.#tail) === term;
  }

  fitsWord(word: string): boolean {
    return fits(word, this.#parts);
  }

  /** The same of a term's bytes. Nearly all that do not fit are told without a text being made of them. */
  fitsBytes(bytes: Uint8Array, length: number): boolean {
    if (this.#mayEnd[bytes[length - 1] ?? 0] === 0) return false;
    if (!holds(bytes, length, this.#middle)) return false;
    if (!this.#ends.some((end) => endsWith(bytes, length, end))) return false;
    return this.fits(termText(bytes, length));
  }
}

function endsWith(bytes: Uint8Array, length: number, end: Uint8Array): boolean {
  const from = length - end.length;
  if (from < 0) return false;
  for (let at = end.length - 1; at >= 0; at--) if (bytes[from + at] !== end[at]) return false;
  return true;
}

function holds(bytes: Uint8Array, length: number, part: Uint8Array): boolean {
  const [first] = part;
  if (first === undefined) return true;
  for (let at = 0; at <= length - part.length; at++) {
    if (bytes[at] === first && endsWith(bytes, at + part.length, part)) return true;
  }
  return false;
}
