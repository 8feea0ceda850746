import lunr from 'lunr';

/**
 * How texts and queries become terms. Latin words are folded (case, width, accents), lose lunr's stop
 * words and are stemmed by lunr; its trimmer is not used, because it strips every Han character.
 * Chinese, Japanese and Korean runs become overlapping pairs and a single last character, so that any
 * pair is a term and any single character the beginning of one (design/search.md).
 * Names that people type as one word, `GPT-4`, `C++`, `l_1`, `2510.06174`, are terms as they are
 * beside their parts.
 */
const enum Kind {
  Other = 0,
  Word = 1,
  Cjk = 2,
}

/** Kind of each UTF-16 code unit. Surrogates are no letters here: rare scripts are not searched. */
const kinds = kindTable();

function kindTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    const character = String.fromCharCode(code);
    if (isCjk(code)) table[code] = Kind.Cjk;
    else if (/[\p{L}\p{N}\p{M}]/u.test(character)) table[code] = Kind.Word;
  }
  return table;
}

function isCjk(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

/** Takes the terms of a text one by one. Pairs of characters come as one number, to save strings. */
export interface TermSink {
  /** A stretch of the text: a word, or a name of several parts (`whole`). */
  word(start: number, end: number, whole: boolean): void;
  /** `second` is 0 for the last character of a run. */
  pair(first: number, second: number): void;
}

/** Finds the terms of a text, in its order. Linear; makes no strings itself. */
export function scanTerms(text: string, sink: TermSink): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === Kind.Other) at++;
    else if (kind === Kind.Cjk) at = scanPairs(text, at, sink);
    else at = scanWords(text, at, sink);
  }
}

function scanPairs(text: string, from: number, sink: TermSink): number {
  let first = text.charCodeAt(from);
  let at = from + 1;
  for (; at < text.length; at++) {
    const second = text.charCodeAt(at);
    if (kinds[second] !== Kind.Cjk) break;
    sink.pair(first, second);
    first = second;
  }
  sink.pair(first, 0);
  return at;
}

/** Words joined by `-`, `_` or `.`, each part and, if it is a name, the whole. */
function scanWords(text: string, from: number, sink: TermSink): number {
  let at = from;
  let parts = 0;
  for (;;) {
    const start = at;
    while (at < text.length && kinds[text.charCodeAt(at)] === Kind.Word) at++;
    sink.word(start, at, false);
    parts++;
    if (!isJoint(text.charCodeAt(at)) || kinds[text.charCodeAt(at + 1)] !== Kind.Word) break;
    at++;
  }
  let end = at;
  while (text[end] === '+' || text[end] === '#') end++;
  if ((parts > 1 || end > at) && isName(text, from, end)) sink.word(from, end, true);
  return end;
}

function isJoint(code: number): boolean {
  // - _ .
  return code === 45 || code === 95 || code === 46;
}

const longestName = 32;

/** Worth a term of its own: mixed with digits or signs. `state-of-the-art` is its words, `17.5` nothing. */
function isName(text: string, start: number, end: number): boolean {
  if (end - start > longestName) return false;
  const name = text.slice(start, end);
  if (/^\d{4}\.\d{4,5}$/.test(name)) return true;
  return /[\d_+#]/.test(name) && /\p{L}/u.test(name);
}

/** The term of a word, or '' for a stop word. */
export function wordTerm(word: string): string {
  const folded = fold(word);
  if (isStopWord(folded)) return '';
  return /^[a-z]/.test(folded) ? lunr.stemmer(token(folded)).toString() : folded;
}

export function nameTerm(name: string): string {
  return fold(name);
}

/** Case, width and accents fold; a text without them stays the same string. */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function isStopWord(word: string): boolean {
  // Its type does not say that it returns nothing for a stop word.
  return !(lunr.stopWordFilter(token(word)) as lunr.Token | undefined);
}

function token(text: string): lunr.Token {
  return new lunr.Token(text, {});
}

/** The terms of a query's word: what must all be found for it. Stop words give none. */
export function queryTerms(text: string): string[] {
  const words: { readonly start: number; readonly end: number; readonly whole: boolean }[] = [];
  const terms: string[] = [];
  scanTerms(text, {
    word: (start, end, whole) => words.push({ start, end, whole }),
    pair: (first, second) => {
      if (second !== 0) terms.push(String.fromCharCode(first, second));
      else if (!terms.at(-1)?.endsWith(String.fromCharCode(first))) {
        terms.push(String.fromCharCode(first));
      }
    },
  });
  const wholes = words.filter(({ whole }) => whole);
  for (const { start, end, whole } of words) {
    const covered = wholes.some((other) => !whole && other.start <= start && end <= other.end);
    if (covered) continue;
    const word = text.slice(start, end);
    const term = whole ? nameTerm(word) : wordTerm(word);
    if (term !== '') terms.push(term);
  }
  return terms;
}
