import type { TexCursor } from './texCursor.js';
import { readTexLetter } from '../readTexLetter.js';

/** A stretch of source, `length` code units long, and the Unicode text that it stands for. */
export interface TexPiece {
  readonly length: number;
  readonly text: string;
}

/**
 * A tilde ties words (`Llama~3`, `Fig.~2`, `GPT~\cite{x}`) after a word or a sign that ends one, and
 * else says "about" (`in ~3 s`, `(~54 ms)`) or "to" (`5~10`).
 */
export function tildeAt(cursor: TexCursor): TexPiece {
  const before = cursor.char(-1);
  const after = cursor.char(1);
  const tie =
    before !== '' &&
    after !== '' &&
    after !== '~' &&
    !/[\s([{/=<>≈:|~\p{Script=Han}]/u.test(before) &&
    !(/[\d%％]/.test(before) && /\d/.test(after));
  return { length: 1, text: tie ? '\u00a0' : '~' };
}

/** ``` ``x'' ``` and `` `x' `` are quotes; a lone back-tick is Markdown's, a lone ' an apostrophe. */
export function quoteAt(cursor: TexCursor): TexPiece {
  if (cursor.match(/``/y)) return { length: 2, text: '“' };
  if (cursor.match(/''/y)) return { length: 2, text: '”' };
  const single = cursor.match(/`([^`'\n\\${}]{1,80})'(?!\p{L})/uy);
  if (single?.[1] !== undefined) return { length: single[0].length, text: `‘${single[1]}’` };
  return { length: 1, text: cursor.char(0) };
}

export function dashAt(cursor: TexCursor): TexPiece {
  const dashes = cursor.match(/-+/y)?.[0] ?? '-';
  return { length: dashes.length, text: { 2: '–', 3: '—' }[dashes.length] ?? dashes };
}

/**
 * A letter as TeX writes it (`readTexLetter`). Not `\'s` and `\'t` at the end of a word, which are an
 * apostrophe that a program escaped; in braces of its own (`{\'s}`) it is an accent again.
 */
export function letterAt(cursor: TexCursor): TexPiece | undefined {
  const isBraced = cursor.char(-1) === '{' && cursor.char(3) === '}';
  if (!isBraced && cursor.match(/\\'[st](?!\p{L})/uy) !== null) return undefined;
  const letter = readTexLetter(cursor.text, cursor.position);
  return letter && { length: letter.end - cursor.position, text: letter.text };
}

/** A backslash and a sign: `\%`, `\,`, `\^{}`, and what only looks like a macro. */
export function signAt(cursor: TexCursor): TexPiece {
  const sign = cursor.char(1);
  const withBraces = cursor.match(/\\[`'^~".=]\{\s*\}/y);
  return { length: withBraces?.[0].length ?? 2, text: signMeaning(sign) };
}

function signMeaning(sign: string): string {
  if (/[%&_#{}$`'^~".=]/.test(sign)) return sign;
  if (/[\s;:\\]/.test(sign)) return ' ';
  if (sign === ',') return '\u202f';
  if (/[!\-/@]/.test(sign)) return '';
  // `St\ütz`: somebody's converter left the backslash. Everything else stays as it is written.
  return /\p{L}/u.test(sign) ? sign : `\\${sign}`;
}

/** A bare web address, without the full stop or the parenthesis of the sentence around it. */
export function urlAt(cursor: TexCursor): string | undefined {
  if (/\w/.test(cursor.char(-1))) return undefined;
  const url = cursor.match(/https?:\/\/(?:[\w\-.~:/?#@!&*+;=%()',]|\\[_%&#~]|\{\})+/y)?.[0];
  if (url === undefined) return undefined;
  let open = url.split('(').length - url.split(')').length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?*'{}]/.test(last)) break;
  }
  return url.slice(0, end);
}

/** An address without TeX's backslashes. */
export function unescapeUrl(url: string): string {
  return url.trim().replace(/\\([_%&#~])(?:\{\})?/g, '$1');
}
