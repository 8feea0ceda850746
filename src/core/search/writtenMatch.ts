import { hasCjk, isCjkCode, termOf, type TermKind } from './analyzer.js';
import { fold, isHalfKana } from './fold.js';
import { isOneEdit, isOneEditOfBeginning } from './oneEdit.js';
import type { QueryTerm } from './query.js';
import { unitsOf } from './termText.js';
import { WordPattern } from './wordPattern.js';

const star = 0x2a;

/** Tells what is written in texts from what a query looks for: the same as an index would find. */
export class WrittenMatch {
  readonly #terms: readonly QueryTerm[];
  /** First code units of terms. Stemming leaves the first letter, so that others need no stemming. */
  readonly #firsts: ReadonlySet<number>;
  readonly #patterns: readonly (WordPattern | undefined)[];
  readonly #known = new Map<string, number>();

  constructor(terms: readonly QueryTerm[]) {
    this.#terms = terms;
    this.#patterns = terms.map(({ match, text }) =>
      match === 'pattern' ? new WordPattern(text) : undefined,
    );
    const beginnings = terms.flatMap(({ text, stems }) => [text, ...stems]);
    this.#firsts = new Set(beginnings.map((text) => text.charCodeAt(0)));
  }

  #mayFind(first: number): boolean {
    if (this.#firsts.has(first) || this.#firsts.has(star)) return true;
    if (first < 0x80) return this.#firsts.has(first | 0x20);
    // Accents and width may fold; Chinese does not.
    return !isCjkCode(first) || isHalfKana(first);
  }

  /** Whether a term is a single character of Chinese: it then marks no more of a pair. */
  isSingle(place: number): boolean {
    const term = this.#terms[place];
    return term?.text.length === 1 && hasCjk(term.text);
  }

  /** The place of the first term that a stretch of a text in some fields stands for; -1 for none. */
  find(spelling: string, kind: TermKind, fields: number): number {
    if (!this.#mayFind(spelling.charCodeAt(0))) return -1;
    const key = `${fields} ${spelling}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const indexed = termOf(spelling, kind);
    const folded = fold(spelling);
    const found =
      indexed === ''
        ? -1
        : this.#terms.findIndex(
            (term, at) =>
              (term.fields & fields) !== 0 && standsFor(term, this.#patterns[at], indexed, folded),
          );
    this.#known.set(key, found);
    return found;
  }
}

function standsFor(
  term: QueryTerm,
  pattern: WordPattern | undefined,
  indexed: string,
  folded: string,
): boolean {
  if (indexed === term.text || term.stems.includes(indexed)) return true;
  if (pattern) return pattern.fits(indexed) || pattern.fitsWord(folded);
  if (
    term.match === 'beginning' &&
    (indexed.startsWith(term.text) || folded.startsWith(term.text))
  ) {
    return true;
  }
  if (term.edits === 0 || indexed[0] !== term.text[0]) return false;
  const units = unitsOf(indexed);
  const isNear = term.match === 'beginning' ? isOneEditOfBeginning : isOneEdit;
  return term.near.some((text) => isNear(units, unitsOf(text)));
}
