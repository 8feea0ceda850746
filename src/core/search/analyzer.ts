import lunr from 'lunr';
import { fold, isHalfKana, wideKana } from './fold.js';

/*
 * How texts and queries become terms (search.md, "Decision"). Latin words are folded (case, width,
 * accents, `ł`, `𝐀`), lose lunr's stop words and are stemmed by lunr; its trimmer is not used, because it strips
 * every Han character. Chinese, Japanese and Korean runs become overlapping pairs and a single last
 * character, so that any pair is a term and any single character the beginning of one. Names that
 * people type as one word, `GPT-4`, `C++`, `l_1`, `2510.06174`, are terms beside their parts.
 */

/** A word; a name of two joined words or of a word with signs; a pair, or a run's last character. */
export type TermKind = 'word' | 'name' | 'pair';

/** Takes the terms of a text one by one: the stretches in which they are written. */
export interface TermSink {
  term(start: number, end: number, kind: TermKind): void;
}

const Kind = { Other: 0, Letter: 1, Digit: 2, Cjk: 3, Low: 4 } as const;

/** What every mathematical letter begins with: U+1D400 to U+1D7FF. */
const mathematical = 0xd835;

/**
 * Kind of each UTF-16 code unit. Surrogates part words, but for those of mathematical letters: what else
 * lies beyond them is not searched.
 */
const kinds = kindTable();

function kindTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code++) table[code] = kindOf(code);
  return table;
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  if (isCjkCode(code)) return Kind.Cjk;
  if (code === mathematical) return Kind.Letter;
  if (code >= 0xdc00 && code <= 0xdfff) return Kind.Low;
  if (/\p{N}/u.test(character)) return Kind.Digit;
  return /[\p{L}\p{M}]/u.test(character) ? Kind.Letter : Kind.Other;
}

export function isCjkCode(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    // Without the middle dot, which parts words.
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0x3005 && code <= 0x3007) ||
    isHalfKana(code)
  );
}

/** `ﾞ` and `ﾟ` belong to the letter before: `ｶﾞ` is `ガ`. */
function isKanaMark(code: number): boolean {
  return code === 0xff9e || code === 0xff9f;
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return Kind.Other;
  const kind = kinds[text.charCodeAt(at)] ?? Kind.Other;
  if (kind !== Kind.Low) return kind;
  return text.charCodeAt(at - 1) === mathematical ? Kind.Letter : Kind.Other;
}

function isWordAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.Letter || kind === Kind.Digit;
}

export function hasCjk(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isCjkCode(text.charCodeAt(at))) return true;
  return false;
}

/** Of longer runs of letters, which are data, the beginning counts. */
const longestTerm = 64;

/** Finds the terms of a text, in its order; a name follows its parts. Linear; makes no strings. */
export function scanTerms(text: string, sink: TermSink): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const kind = kindAt(text, at);
    if (kind === Kind.Other) at++;
    else if (kind === Kind.Cjk) at = scanPairs(text, at, sink);
    else at = scanWords(text, at, sink);
  }
}

function scanPairs(text: string, from: number, sink: TermSink): number {
  let at = from;
  let next = characterEnd(text, at);
  while (kindAt(text, next) === Kind.Cjk) {
    const end = characterEnd(text, next);
    sink.term(at, end, 'pair');
    at = next;
    next = end;
  }
  sink.term(at, next, 'pair');
  return next;
}

function characterEnd(text: string, at: number): number {
  const hasMark = isKanaMark(text.charCodeAt(at + 1)) && isHalfKana(text.charCodeAt(at));
  return hasMark ? at + 2 : at + 1;
}

/** Words joined by signs: each word, and each two that make a name. */
function scanWords(text: string, from: number, sink: TermSink): number {
  let previous = -1;
  let start = from;
  for (;;) {
    let end = start + 1;
    while (isWordAt(text, end)) end++;
    sink.term(start, Math.min(end, start + longestTerm), 'word');
    if (previous >= 0 && isName(text, previous, start, end)) {
      sink.term(previous, withoutVersion(text, previous, start, end), 'name');
    }
    if (!isJoint(text.charCodeAt(end)) || !isWordAt(text, end + 1)) {
      return scanSigns(text, start, end, sink);
    }
    previous = start;
    start = end + 1;
  }
}

/** `C++`, `F#`; not `a+b`. */
function scanSigns(text: string, start: number, end: number, sink: TermSink): number {
  let tail = end;
  while (text[tail] === '+' || text[tail] === '#') tail++;
  const fits = tail > end && tail <= end + 2 && tail - start <= longestTerm;
  if (fits && !isWordAt(text, tail)) sink.term(start, tail, 'name');
  return tail;
}

/** `-`, `_`, `.`, and the hyphens and short dashes of typesetters. */
function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x5f || code === 0x2e || (code >= 0x2010 && code <= 0x2013);
}

/** Two joined words are a name when one is a number or a letter: `state-of-the-art` is its words. */
function isName(text: string, first: number, second: number, end: number): boolean {
  if (end - first > longestTerm) return false;
  if (hasDigit(text, first, second) || hasDigit(text, second, end)) return true;
  return text[second - 1] !== '.' && (second - first === 2 || end - second === 1);
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (kindAt(text, at) === Kind.Digit) return true;
  return false;
}

/** People look for `2510.06174`, whatever version a text names. */
function withoutVersion(text: string, first: number, second: number, end: number): number {
  if (text[second - 1] !== '.' || second - first !== 5) return end;
  const version = /^\d{4,5}(?=v\d+$)/i.exec(text.slice(second, end));
  return version ? second + version[0].length : end;
}

/** The term of a stretch; '' for a stop word. */
export function termOf(spelling: string, kind: TermKind): string {
  if (kind === 'pair') return wideKana(spelling);
  return kind === 'word' ? wordTerm(spelling) : nameTerm(spelling);
}

/** The term of a word; '' for a stop word. */
export function wordTerm(word: string): string {
  const folded = fold(word).slice(0, longestTerm);
  return kept(new lunr.Token(folded, {})) ? stem(folded) : '';
}

/** Words in names are stemmed as well, but never left out: `x-rays`, `A-10`. */
function nameTerm(name: string): string {
  return fold(name)
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\p{L}+/gu, stem)
    .slice(0, longestTerm);
}

/** lunr's stemmer (Porter's) on a folded word; words of other scripts stay as they are. */
export function stem(word: string): string {
  return /^[a-z]/.test(word) ? lunr.stemmer(new lunr.Token(word, {})).toString() : word;
}

/** lunr's types do not say that its filter returns nothing for a stop word. */
function kept(word: lunr.Token): lunr.Token | undefined {
  return lunr.stopWordFilter(word);
}
