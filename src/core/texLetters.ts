/** TeX's accents and letters: what both its readers and the writer of BibTeX know. */

/**
 * Accent command to combining mark. Letters (`\c c`) need a blank or a brace after them, signs
 * (`\'n`) do not. A table of our own, because the one good library (unicode2latex, ISC) is 126 KB of
 * symbols, and tree labels are made on the main thread, whose bundle is small.
 */
export const accentMarks: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** Letters that are no base letter with a mark: the letter, its command, its plain spelling. */
export const texLetters: readonly (readonly [letter: string, command: string, plain: string])[] = [
  ['ß', 'ss', 'ss'],
  ['ẞ', 'SS', 'SS'],
  ['æ', 'ae', 'ae'],
  ['Æ', 'AE', 'AE'],
  ['œ', 'oe', 'oe'],
  ['Œ', 'OE', 'OE'],
  ['ø', 'o', 'o'],
  ['Ø', 'O', 'O'],
  ['å', 'aa', 'a'],
  ['Å', 'AA', 'A'],
  ['ł', 'l', 'l'],
  ['Ł', 'L', 'L'],
  ['đ', 'dj', 'd'],
  ['Đ', 'DJ', 'D'],
  ['ð', 'dh', 'd'],
  ['Ð', 'DH', 'D'],
  ['þ', 'th', 'th'],
  ['Þ', 'TH', 'TH'],
  ['ŋ', 'ng', 'n'],
  ['Ŋ', 'NG', 'N'],
  ['ı', 'i', 'i'],
  ['ȷ', 'j', 'j'],
];
