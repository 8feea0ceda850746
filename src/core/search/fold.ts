import { texLetters } from '../texLetters.js';

/** Katakana of half the width, which fold to the others, and their marks. */
export function isHalfKana(code: number): boolean {
  return code >= 0xff66 && code <= 0xff9f;
}

/** Chinese, Japanese and Korean with every kana in its usual width. */
export function wideKana(text: string): string {
  return /[\uff66-\uff9f]/.test(text) ? text.normalize('NFKC') : text;
}

/** Letters that are no letter with a mark, as people type them who do not have them. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ...texLetters.map(([letter, , plain]): [string, string] => [letter, plain]),
  ...([
    ['ħ', 'h'],
    ['ŧ', 't'],
    ['ĸ', 'k'],
    ['ƒ', 'f'],
  ] as const),
]);
const plainLetter = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'gu');

/** Case, width, accents and styles of letters fold; a text without them stays the same string. */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (/^[\x00-\x7f]*$/.test(folded)) return folded;
  return folded.replace(plainLetter, (letter) => plainLetters.get(letter) ?? letter);
}
