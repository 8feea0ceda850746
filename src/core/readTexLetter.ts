import { accentMarks, greekCommands, letterOfCommand, packageAccentMarks } from './texLetters.js';

/** A letter as TeX writes it, and where it ends in the source, exclusive. */
export interface TexLetter {
  readonly text: string;
  readonly end: number;
}

/** Letters have two accents, seldom three, and a brace around each. */
const deepest = 8;

/**
 * The letter that begins at a backslash: with an accent or several (`\'n`, `\'{n}`, `\c c`,
 * `\~{\^e}`, `\u\i`), by a name of its own (`\ss`, which takes the blank after it along), or Greek as
 * of a formula (`\ensuremath{\alpha}`). NFC. Linear: reads no further than the letter.
 */
export function readTexLetter(tex: string, at: number): TexLetter | undefined {
  return readLetter(tex, at, 0);
}

const signAccent = /\\([`'^~".=])/y;
const command = /\\([A-Za-z]+)/y;
const tied = /\s*\{(\p{L})(\p{L})\}/uy;
const blanks = /\s*/y;
const bare = /\p{L}\p{M}*/uy;
const dotless = /\\([ij])(?![A-Za-z])\s?/y;
const afterName = /\{\}|\s/y;
const mathLetter = /\s*\{\s*\\([A-Za-z]+)\s*\}/y;

const commandOfGreek = new Map(Array.from(greekCommands, ([letter, name]) => [name, letter]));

function readLetter(tex: string, at: number, depth: number): TexLetter | undefined {
  const sign = matchAt(signAccent, tex, at);
  if (sign !== null) {
    const after = at + sign[0].length;
    // `{\' e}` is an accent, `doesn\' t` an apostrophe.
    const from = tex[at - 1] === '{' ? skipBlanks(tex, after) : after;
    return accented(tex, from, accentMarks.get(sign[1] ?? ''), depth);
  }
  const [written = '', name = ''] = matchAt(command, tex, at) ?? [];
  const end = at + written.length;
  if (name === 't') return readTie(tex, end);
  if (name === 'ensuremath') return readMathLetter(tex, end);
  const letter = letterOfCommand.get(name);
  if (letter !== undefined) {
    return { text: letter, end: end + (matchAt(afterName, tex, end)?.[0].length ?? 0) };
  }
  const from = skipBlanks(tex, end);
  const mark =
    accentMarks.get(name) ?? packageAccent(name, tex[at - 1] === '{' || tex[from] === '{');
  return mark === undefined ? undefined : accented(tex, from, mark, depth);
}

/** Without a brace, `\f x` may be anything of an author's own. */
function packageAccent(name: string, isBraced: boolean): string | undefined {
  return name.length > 1 || isBraced ? packageAccentMarks.get(name) : undefined;
}

function accented(tex: string, at: number, mark = '', depth = 0): TexLetter | undefined {
  const base = readBase(tex, at, depth + 1);
  return base && { text: (base.text + mark).normalize('NFC'), end: base.end };
}

/** What an accent stands on: a letter, with an accent of its own or not, in braces or not. */
function readBase(tex: string, at: number, depth: number): TexLetter | undefined {
  if (depth > deepest) return undefined;
  if (tex[at] === '{') {
    const base = readBase(tex, skipBlanks(tex, at + 1), depth + 1);
    const close = base && skipBlanks(tex, base.end);
    return base && close !== undefined && tex[close] === '}'
      ? { text: base.text, end: close + 1 }
      : undefined;
  }
  if (tex[at] === '\\') {
    const [written, letter] = matchAt(dotless, tex, at) ?? [];
    return written !== undefined && letter !== undefined
      ? { text: letter, end: at + written.length }
      : readLetter(tex, at, depth);
  }
  const letter = matchAt(bare, tex, at)?.[0];
  return letter === undefined ? undefined : { text: letter, end: at + letter.length };
}

/** `\t{oo}` */
function readTie(tex: string, at: number): TexLetter | undefined {
  const [written, first, second] = matchAt(tied, tex, at) ?? [];
  return written !== undefined && first !== undefined && second !== undefined
    ? { text: `${first}\u0361${second}`, end: at + written.length }
    : undefined;
}

function readMathLetter(tex: string, at: number): TexLetter | undefined {
  const [written = '', name = ''] = matchAt(mathLetter, tex, at) ?? [];
  const text = commandOfGreek.get(name);
  return text === undefined ? undefined : { text, end: at + written.length };
}

function skipBlanks(tex: string, at: number): number {
  return at + (matchAt(blanks, tex, at)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
