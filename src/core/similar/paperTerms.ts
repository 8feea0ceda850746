import { scanTerms, termOf, type TermKind } from '../search/analyzer.js';
import { fieldMask, fieldWeights } from '../search/fields.js';
import type { SampleText } from './sampleText.js';

/** Where papers are compared. What a model wrote beyond its summary has its own wording. */
const comparedFields = ['title', 'summary', 'abstract'] as const;

export const comparedMask = comparedFields.reduce((mask, field) => mask | fieldMask(field), 0);

/** Characters that only join words: a pair with one of them is no word. */
const joining = /[的了是在这该其们我并及被把也都就还很之]/;

/** Occurrences weigh less and less: at this weight, a summary's and an abstract's, half of all. */
const halfWeight = fieldWeights.summary + fieldWeights.abstract;

export interface PaperTerm {
  /** As the index has it. */
  readonly text: string;
  /** Two characters of Chinese, Japanese or Korean, which overlap with the next two. */
  readonly isPair: boolean;
  /** How much of it there is: above 0, below 1. */
  readonly amount: number;
}

/** A term where it is written. */
interface WrittenTerm {
  readonly text: string;
  readonly isPair: boolean;
  /** In the text of its field. */
  readonly start: number;
  readonly end: number;
}

/** The terms of one paper that may tell what it is about, and how they are written in it. */
export class PaperTerms {
  readonly terms: readonly PaperTerm[];
  readonly #written: readonly { readonly text: string; readonly terms: readonly WrittenTerm[] }[];

  constructor(sample: SampleText) {
    const weights = new Map<string, { isPair: boolean; weight: number }>();
    this.#written = comparedFields.map((field) => {
      const text = sample[field];
      const terms = writtenTerms(text);
      for (const { text: term, isPair } of terms) {
        const weight = (weights.get(term)?.weight ?? 0) + fieldWeights[field];
        weights.set(term, { isPair, weight });
      }
      return { text, terms };
    });
    this.terms = Array.from(weights, ([text, { isPair, weight }]) => {
      return { text, isPair, amount: weight / (weight + halfWeight) };
    });
  }

  /**
   * Some terms as a person reads them: words and names as they are mostly written here, pairs joined
   * to the runs that they are parts of.
   * @param shares what each term counts
   * @returns those that count most, the first most of all
   */
  inWords(shares: ReadonlyMap<string, number>, most: number): string[] {
    const found = new Map<string, { share: number; spellings: Map<string, number> }>();
    for (const { text, terms } of this.#written) {
      for (const { start, end, parts } of stretches(terms, shares)) {
        const share = parts.reduce((sum, part) => sum + (shares.get(part) ?? 0), 0);
        const name = parts.join(' ');
        const known = found.get(name) ?? { share, spellings: new Map<string, number>() };
        const spelling = text.slice(start, end);
        known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
        found.set(name, known);
      }
    }
    const best = [...found.values()].sort((a, b) => b.share - a.share);
    const words: string[] = [];
    for (const { spellings } of best) {
      if (words.length >= most) break;
      const word = usual(spellings);
      if (!words.some((other) => holds(other, word))) words.push(word);
    }
    return words;
  }
}

function writtenTerms(text: string): WrittenTerm[] {
  const terms: WrittenTerm[] = [];
  scanTerms(text, {
    term(start, end, kind) {
      const spelling = text.slice(start, end);
      if (!tells(spelling, kind)) return;
      const term = termOf(spelling, kind);
      if (term !== '') terms.push({ text: term, isPair: kind === 'pair', start, end });
    },
  });
  return terms;
}

/** Numbers, letters of formulas and what only joins words say nothing of a subject. */
function tells(spelling: string, kind: TermKind): boolean {
  if (kind === 'pair') return spelling.length === 2 && !joining.test(spelling);
  return spelling.length > 1 && /\p{L}/u.test(spelling) && !/^\d+\p{L}?$/u.test(spelling);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Its terms. */
  readonly parts: readonly string[];
}

/** Where some terms are written; pairs that overlap make one stretch. */
function stretches(
  terms: readonly WrittenTerm[],
  wanted: ReadonlyMap<string, number>,
): readonly Stretch[] {
  const found: { start: number; end: number; parts: string[]; isPair: boolean }[] = [];
  for (const { text, isPair, start, end } of terms) {
    if (!wanted.has(text)) continue;
    const last = found.at(-1);
    if (isPair && last?.isPair === true && last.end === start + 1) {
      last.end = end;
      last.parts.push(text);
    } else found.push({ start, end, parts: [text], isPair });
  }
  return found;
}

/** Of spellings that are as frequent, the later one: titles come first, and have capitals. */
function usual(spellings: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [spelling, count] of spellings) if (count >= most) [best, most] = [spelling, count];
  return best;
}

/** Whether a word, or what it is a part of, has been said. */
function holds(said: string, word: string): boolean {
  return said.toLowerCase().includes(word.toLowerCase());
}
