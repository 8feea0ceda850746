import { arxivStopWords } from '../citation/arxivStopWords.js';
import { scanTerms, termOf, type TermKind } from '../search/analyzer.js';
import { fold } from '../search/fold.js';

/** Characters that only join words: a pair with one of them is no word. */
const joining = /[的了是在这该其们我并及被把也都就还很之]/;

/** Of the words that titles have everywhere, those that papers may be about. */
const subjects: ReadonlySet<string> = new Set(['bill', 'fire', 'interest', 'mine', 'system']);

/** Visits the terms of a text that may tell what it is about, where they are written. */
export function eachTerm(
  text: string,
  visit: (term: string, isPair: boolean, start: number, end: number) => void,
): void {
  scanTerms(text, {
    term(start, end, kind) {
      const spelling = text.slice(start, end);
      const term = tells(spelling, kind) ? termOf(spelling, kind) : '';
      if (term !== '' && !isEverywhere(term)) visit(term, kind === 'pair', start, end);
    },
  });
}

/** Numbers, letters of formulas and what only joins words say nothing of a subject. */
function tells(spelling: string, kind: TermKind): boolean {
  if (kind === 'pair') return spelling.length === 2 && !joining.test(spelling);
  if (kind === 'word' && isEverywhere(fold(spelling))) return false;
  return spelling.length > 1 && /\p{L}/u.test(spelling) && !/^\d+\p{L}?$/u.test(spelling);
}

/** Small libraries do not show which words are usual. */
function isEverywhere(word: string): boolean {
  return arxivStopWords.has(word) && !subjects.has(word);
}
