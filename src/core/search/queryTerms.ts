import { hasCjk, scanTerms, termOf, type TermKind } from './analyzer.js';
import { fold } from './fold.js';
import type { QueryTerm } from './query.js';
import { mistyped, stemsOfBeginning } from './suffixes.js';

interface Written {
  readonly start: number;
  readonly end: number;
  readonly kind: TermKind;
}

/** How a term of a query is meant, besides what it says. */
export type TermManner = Pick<QueryTerm, 'edits' | 'fields' | 'boost' | 'strict'>;

/** What must all be found for a text: the words, names instead of their parts. No stop words. */
export function queryTerms(text: string, manner: TermManner): QueryTerm[] {
  return written(text, true).flatMap((place) => exactTerm(text, place, manner) ?? []);
}

/** The same for a phrase, which is found whatever stands between its words: parts, not names. */
export function phraseTerms(text: string, open: boolean, manner: TermManner): QueryTerm[] {
  const places = written(text, false);
  return open
    ? withOpenEnd(text, places, manner)
    : places.flatMap((place) => exactTerm(text, place, manner) ?? []);
}

/** The same for a text whose last word may go on. */
export function openTerms(text: string, manner: TermManner): QueryTerm[] {
  return withOpenEnd(text, written(text, true), manner);
}

function withOpenEnd(text: string, places: readonly Written[], manner: TermManner): QueryTerm[] {
  const last = places.at(-1);
  if (!last || last.end !== text.length || last.kind === 'pair') {
    return places.flatMap((place) => exactTerm(text, place, manner) ?? []);
  }
  const terms = places.slice(0, -1).flatMap((place) => exactTerm(text, place, manner) ?? []);
  return [...terms, openTerm(text.slice(last.start, last.end), last.kind, manner)];
}

/** `*` within a word stands for any letters; nothing when there is nothing else. */
export function patternTerm(text: string, manner: TermManner): QueryTerm[] {
  const pattern = fold(text);
  if (!/[^*]/.test(pattern)) return [];
  return [
    { ...manner, text: pattern, word: pattern, match: 'pattern', stems: [], near: [], edits: 0 },
  ];
}

function exactTerm(text: string, place: Written, manner: TermManner): QueryTerm | undefined {
  const spelling = text.slice(place.start, place.end);
  const term = termOf(spelling, place.kind);
  if (term === '') return undefined;
  const exact = {
    ...manner,
    text: term,
    word: fold(spelling),
    stems: [],
    near: [],
    match: 'exact',
  } as const;
  if (place.kind !== 'pair') {
    return manner.edits === 0 ? exact : { ...exact, ...mistyped(exact.word) };
  }
  // Every Chinese character begins a pair, or is the last of its run.
  const match = term.length === 1 ? 'beginning' : 'exact';
  return { ...exact, word: term, match, edits: 0 };
}

function openTerm(spelling: string, kind: TermKind, manner: TermManner): QueryTerm {
  const word = fold(spelling);
  const term = termOf(spelling, kind);
  const stems = kind === 'word' ? stemsOfBeginning(word) : [term].filter((text) => text !== word);
  return { ...manner, text: word, word, match: 'beginning', stems, near: [], edits: 0 };
}

/** A term in which a typo is forgiven. Short words have too many neighbours, Chinese ones all. */
export function withTypos(term: QueryTerm): QueryTerm {
  const long = /^\p{L}{4,}$/u.test(term.word) && !hasCjk(term.word);
  if (!long || term.strict || term.match === 'pattern') return term;
  const { stems, near } = mistyped(term.word);
  // A beginning is near to what it may become, too.
  return {
    ...term,
    edits: 1,
    stems: [...term.stems, ...stems],
    near: term.match === 'beginning' ? [term.word, ...near, ...term.stems] : near,
  };
}

function written(text: string, withNames: boolean): Written[] {
  const places: Written[] = [];
  scanTerms(text, {
    term(start, end, kind) {
      if (kind === 'name') {
        if (!withNames) return;
        // A name stands for its parts, which have come just before.
        while ((places.at(-1)?.start ?? -1) >= start) places.pop();
      }
      // The last character of a run is in the pair before it.
      if (kind === 'pair' && places.at(-1)?.end === end) return;
      places.push({ start, end, kind });
    },
  });
  return places;
}
