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
]);

/** Accents that come with packages, or that MathSciNet writes: to be read, not to be written. */
export const packageAccentMarks: ReadonlyMap<string, string> = new Map([
  ['h', '\u0309'],
  ['U', '\u030e'],
  ['G', '\u030f'],
  ['f', '\u0311'],
  ['horn', '\u031b'],
  ['textcommabelow', '\u0326'],
  ['lfhook', '\u0326'],
  ['textogonekcentered', '\u0328'],
  ['polhk', '\u0328'],
  ['ocirc', '\u030a'],
  ['soft', '\u030c'],
  ['udot', '\u0323'],
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

/** Further commands for letters, to be read: of Vietnamese (vntex), Cyrillic names and others. */
const packageLetters: readonly (readonly [command: string, letter: string])[] = [
  ['dbar', 'đ'],
  ['Dbar', 'Đ'],
  ['ohorn', 'ơ'],
  ['OHORN', 'Ơ'],
  ['uhorn', 'ư'],
  ['UHORN', 'Ư'],
  ['abreve', 'ă'],
  ['ABREVE', 'Ă'],
  ['acircumflex', 'â'],
  ['ACIRCUMFLEX', 'Â'],
  ['ecircumflex', 'ê'],
  ['ECIRCUMFLEX', 'Ê'],
  ['ocircumflex', 'ô'],
  ['OCIRCUMFLEX', 'Ô'],
  ['ij', 'ĳ'],
  ['IJ', 'Ĳ'],
  ['textschwa', 'ə'],
  ['textlongs', 'ſ'],
  ['cprime', 'ʹ'],
  ['cdprime', 'ʺ'],
  ['lasp', 'ʿ'],
  ['rasp', 'ʾ'],
];

/** Greek letters by code point from `α` and from `Α`; a letter that looks Latin has no command. */
export const greekCommands: ReadonlyMap<string, string> = new Map([
  ...letterRun(
    0x3b1,
    'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi - pi rho varsigma sigma tau upsilon varphi chi psi omega',
  ),
  ...letterRun(
    0x391,
    '- - Gamma Delta - - - Theta - - Lambda - - Xi - Pi - - Sigma - Upsilon Phi - Psi Omega',
  ),
  ['ϵ', 'epsilon'],
  ['ϑ', 'vartheta'],
  ['ϕ', 'phi'],
  ['ϖ', 'varpi'],
  ['ϱ', 'varrho'],
]);

function letterRun(from: number, names: string): [string, string][] {
  return names
    .split(' ')
    .map((name, at): [string, string] => [String.fromCodePoint(from + at), name])
    .filter(([, name]) => name !== '-');
}

/** Of the commands for letters, the letter of each. */
export const letterOfCommand: ReadonlyMap<string, string> = new Map([
  ...texLetters.map(([letter, command]): [string, string] => [command, letter]),
  ...packageLetters,
  // `\textalpha` of the encoding of Greek fonts.
  ...Array.from(greekCommands, ([letter, command]): [string, string] => [`text${command}`, letter]),
  ['textmu', 'µ'],
]);
