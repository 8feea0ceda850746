import lunr from 'lunr';

/*
 * How texts and queries become terms (search.md, "Decision"). Latin words are folded (case, width,
 * accents), lose lunr's stop words and are stemmed by lunr; its trimmer is not used, because it strips
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

const Kind = { Other: 0, Letter: 1, Digit: 2, Cjk: 3 } as const;

/** Kind of each UTF-16 code unit. Surrogates part words: what lies beyond them is not searched. */
const kinds = kindTable();

function kindTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < table.length; code++) table[code] = kindOf(code);
  return table;
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  if (isCjkCode(code)) return Kind.Cjk;
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
    (code >= 0x3005 && code <= 0x3007)
  );
}

function kindAt(text: string, at: number): number {
  return at < text.length ? (kinds[text.charCodeAt(at)] ?? 0) : 0;
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
  for (; kindAt(text, at + 1) === Kind.Cjk; at++) sink.term(at, at + 2, 'pair');
  sink.term(at, at + 1, 'pair');
  return at + 1;
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
  if (kind === 'pair') return spelling;
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

/** Case, width and accents fold; a text without them stays the same string. */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
