import { accentMarks, texLetters as letters } from '../texLetters.js';

/** Between TeX's accents and Unicode, both ways, for what names and titles hold. */

const accentOfMark = new Map(Array.from(accentMarks, ([accent, mark]) => [mark, accent]));

const commandOfLetter = new Map(letters.map(([letter, command]) => [letter, command]));
const letterOfCommand = new Map(letters.map(([letter, command]) => [command, letter]));
const plainOfLetter = new Map(letters.map(([letter, , plain]) => [letter, plain]));

/** What an accent may stand on: when written, ASCII only, as a letter with a command has its own braces. */
const base = '(?:\\\\[ij](?![A-Za-z])|[A-Za-z])';
const readBase = '(?:\\\\[ij](?![A-Za-z])|\\p{L}\\p{M}*)';
const command = '\\\\(?:["\'`^~=.]\\s*|[uvHckrbd](?:\\s+|(?=\\{|\\\\[ij])))';
const simple = `${command}(?:\\{${base}\\}|${base})`;
const stacked = `${command}\\{${simple}\\}`;
const special = `\\\\(?:${letters.map(([, name]) => name).join('|')})(?![A-Za-z])(?:\\{\\})?`;

/**
 * Source of a regular expression (flag `u`) for one accented letter as TeX writes it: `\'e`,
 * `\"{u}`, `\c c`, `\ss`, and `{\~{\^e}}`, that is with a group of its own around it or without.
 */
export const accentPattern = `(?:\\{(?:${stacked}|${simple}|${special})\\}|${stacked}|${simple}|${special})`;

/**
 * One character as TeX writes it, `{\"u}` for `ü`: the whole group is braced, because BibTeX takes
 * just that form for one letter when it changes case or sorts (lessons.md 12). Undefined when TeX has
 * no command for it, as for CJK.
 */
export function texOfLetter(character: string): string | undefined {
  const letter = commandOfLetter.get(character);
  if (letter !== undefined) return `{\\${letter}}`;
  const [first = '', ...marks] = character.normalize('NFD');
  if (marks.length === 0 || !/^[A-Za-z]$/.test(first)) return undefined;
  let tex = first;
  for (const [depth, mark] of marks.entries()) {
    const accent = accentOfMark.get(mark);
    if (accent === undefined) return undefined;
    const gap = /[a-z]/i.test(accent) ? ' ' : '';
    // `\'i`, not `\'\i`: LaTeX prints the same, and readers of .bib files know it.
    tex = `\\${accent}${depth === 0 ? gap + tex : `{${tex}}`}`;
  }
  return `{${tex}}`;
}

const anyAccent = new RegExp(
  `\\\\(["'\`^~=.]|[uvHckrbd](?=\\s|\\{|\\\\[ij]))\\s*(?:\\{(${readBase})\\}|(${readBase}))`,
  'gu',
);
const anyLetter = new RegExp(
  `\\\\(${letters.map(([, name]) => name).join('|')})(?![A-Za-z])(?:\\{\\}|\\s+)?`,
  'g',
);
const fontCommand =
  /\\(?:emph|text[a-z]{2,}|math[a-z]{2,}|operatorname|mbox|it|bf|tt|sc|rm|em)(?![A-Za-z])\s*/g;

/**
 * Text-mode TeX as plain Unicode: accents and special letters become characters (NFC), font commands
 * and braces go, `\&` and the like lose their backslash, `~` becomes a space. Math is not treated
 * apart; other commands stay as they are.
 */
export function plainText(tex: string): string {
  // Most names hold neither TeX nor blanks to be put right.
  if (!/[\\{}~]|\s\s|[^\S ]/.test(tex)) return tex.trim().normalize('NFC');
  let text = tex;
  // Twice, because accents are stacked at most two deep.
  for (let pass = 0; pass < 2; pass++) {
    text = text.replace(anyAccent, (_, accent: string, braced?: string, open?: string) =>
      withMark(braced ?? open ?? '', accentMarks.get(accent) ?? ''),
    );
  }
  return (
    text
      .replace(anyLetter, (_, name: string) => letterOfCommand.get(name) ?? '')
      .replace(fontCommand, '')
      .replace(/\\([&%#_$])/g, '$1')
      .replace(/~/g, ' ')
      // A backslash that survived before an accented letter is the rest of a lost accent (`St\ütz`).
      .replace(/\\(?=[^\x00-\x7f])/g, '')
      .replace(/[{}]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .normalize('NFC')
  );
}

function withMark(letter: string, mark: string): string {
  return (letter.replace(/^\\/, '') + mark).normalize('NFC');
}

/** Latin letters without their accents (`Łukasz Müller` is `Lukasz Muller`); others stay. */
export function withoutAccents(text: string): string {
  return text.normalize('NFC').replace(/[^\x00-\x7f]/gu, plainLetter);
}

function plainLetter(character: string): string {
  const plain = plainOfLetter.get(character);
  if (plain !== undefined) return plain;
  const [first = '', ...marks] = character.normalize('NFD');
  return marks.length > 0 && /^[A-Za-z]$/.test(first) ? first : character;
}
