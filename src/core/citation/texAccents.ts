import { readTexLetter } from '../readTexLetter.js';
import {
  accentMarks,
  greekCommands,
  letterOfCommand,
  packageAccentMarks,
  texLetters as letters,
} from '../texLetters.js';

/** Between TeX's accents and Unicode, both ways, for what names and titles hold. */

const accentOfMark = new Map(Array.from(accentMarks, ([accent, mark]) => [mark, accent]));

/** The letters that every reader of BibTeX knows by command. Pandoc drops the others without a word. */
const wellKnown = new Set('ss ae AE oe OE o O aa AA l L i j'.split(' '));
const commandOfLetter = new Map(
  letters
    .filter(([, command]) => wellKnown.has(command))
    .map(([letter, command]) => [letter, command]),
);
const plainOfLetter = new Map(letters.map(([letter, , plain]) => [letter, plain]));

/** What an accent stands on in the form that everybody knows. */
const base = '(?:\\\\[ij](?![A-Za-z])|[A-Za-z])';
const signAccent = '\\\\["\'`^~=.]';
const letterAccent = '\\\\[uvHckrbd](?:\\s+|(?=\\{|\\\\))';
const simple = `(?:${signAccent}\\s*|${letterAccent})(?:\\{${base}\\}|${base})`;
/** Letters by name take the blank along that parts them from the next one. */
const name = `\\\\(?:${[...letterOfCommand.keys()].join('|')})(?![A-Za-z])(?:\\{\\}|\\s(?=[A-Za-z]))?`;
/** What else an accent may stand on: another accent, a letter with a name, a letter of Unicode. */
const otherLetter = '(?![A-Za-z])\\p{L}\\p{M}*';
const inner = `(?:${simple}|\\{${simple}\\}|${name}|${otherLetter})`;
const [rareSigns, rareNames] = [/^.$/, /../].map((which) =>
  [...packageAccentMarks.keys()].filter((accent) => which.test(accent)).join('|'),
);
const rareAccent = `\\\\(?:(?:${rareNames})(?:\\s+|(?=\\{|\\\\))|(?:${rareSigns})\\s*(?=\\{))`;
const stacked = `(?:${signAccent}|${letterAccent}|${rareAccent})(?:\\{${inner}\\}|${inner})`;
const rare = `${rareAccent}(?:\\{${base}\\}|${base})`;
const greek = `\\\\ensuremath\\{\\\\(?:${[...greekCommands.values()].join('|')})\\}`;
const guarded = `\\\\relax ${otherLetter}`;
const inGroup = `\\\\(?:${rareSigns})\\s+${base}`;
const anyForm = `(?:${simple}|${rare}|${stacked}|${name})`;

/**
 * Source of a regular expression (flag `u`) for one letter as TeX writes it: `\'e`, `\"{u}`, `\c c`,
 * `\ss`, and `{\~{\^e}}`, that is with a group of its own around it or without.
 */
export const accentPattern = `(?:\\{(?:${anyForm}|${inGroup}|${greek}|${guarded})\\}|${anyForm})`;

const everybodysForm = new RegExp(
  `^(?:\\{(?:${simple}|\\\\(?:${[...wellKnown].join('|')}))\\}|${simple}|\\\\(?:${[...wellKnown].join('|')})(?:\\{\\})?)$`,
);

/** Whether pandoc, BibTeX and biber all read the letter that is written so (as `accentPattern` has it). */
export function isWellKnown(tex: string): boolean {
  return everybodysForm.test(tex);
}

/**
 * One letter as TeX writes it, `{\"u}` for `ü`: the whole group is braced, because BibTeX takes
 * just that form for one letter when it changes case or sorts (lessons.md 12). Of several accents one
 * is a command, for biber reads no more: `{\~{ê}}`. Undefined when there is no command that pandoc,
 * BibTeX and biber all know, as for CJK.
 * @param cluster a letter with its combining marks, NFC
 */
export function texOfLetter(cluster: string): string | undefined {
  const command = commandOfLetter.get(cluster);
  if (command !== undefined) return `{\\${command}}`;
  const [first = '', ...marks] = cluster.normalize('NFD');
  // `\'\i` is read as í.
  if (!/^\p{Script=Latin}$/u.test(first) || /[ıȷ]/.test(first)) return undefined;
  const forms = marks.flatMap((mark, at) => {
    const rest = (first + marks.toSpliced(at, 1).join('')).normalize('NFC');
    return (rest + mark).normalize('NFC') === cluster ? withAccent(rest, mark) : [];
  });
  // LaTeX prints the letters of the first blocks in any of its encodings.
  const tex = forms.find((form) => /^[\x00-\u017f]+$/.test(form)) ?? forms[0];
  return tex === undefined ? undefined : `{${tex}}`;
}

/** The accent over a letter, where there is a command for it. */
function withAccent(letter: string, mark: string): string[] {
  const sign = accentOfMark.get(mark);
  if (sign === undefined || Array.from(letter).length !== 1) return [];
  if (/^[A-Za-z]$/.test(letter)) return [`\\${sign}${/[a-z]/i.test(sign) ? ' ' : ''}${letter}`];
  const command = commandOfLetter.get(letter);
  return [`\\${sign}{${command === undefined || letter === 'å' ? letter : `\\${command}`}}`];
}

const fontCommand =
  /\\(?:emph|text[a-z]{2,}|math[a-z]{2,}|operatorname|mbox|relax|it|bf|tt|sc|rm|em)(?![A-Za-z])\s*/g;
const sortingCommand = /\\(?:noopsort|NoopSort|SortNoop|sortnoop|noop)\s*\{[^{}]*\}/g;

/**
 * Text-mode TeX as plain Unicode: accents and special letters become characters (NFC), font commands
 * and braces go, `\&` and the like lose their backslash, `~` becomes a space. Math is not treated
 * apart; other commands stay as they are.
 */
export function plainText(tex: string): string {
  // Most names hold neither TeX nor blanks to be put right.
  if (!/[\\{}~]|\s\s|[^\S ]/.test(tex)) return tex.trim().normalize('NFC');
  return (
    withLetters(tex)
      .replace(sortingCommand, '')
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

/** With the letters of Unicode for those that TeX writes as commands. */
function withLetters(tex: string): string {
  let text = '';
  let from = 0;
  for (let at = tex.indexOf('\\'); at >= 0; at = tex.indexOf('\\', at)) {
    const letter = readTexLetter(tex, at);
    text += tex.slice(from, at) + (letter?.text ?? tex.slice(at, at + 2));
    from = letter?.end ?? at + 2;
    at = from;
  }
  return text + tex.slice(from);
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
