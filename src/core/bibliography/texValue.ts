import { readTexLetter } from '../readTexLetter.js';
import { findMath } from '../render/mathSegments.js';
import { texWithMath } from '../render/texToText.js';

/**
 * A value of a .bib field as titles of the library are: Unicode, formulas left as TeX. Braces that
 * only guard capitals go before the TeX is read, because in arXiv's abstracts, for which that reader
 * is made, braces around a list (`{a, b}`) are a set.
 */
export function unicodeOf(value: string): string {
  if (!/[^\w .,:;?!()/-]|--| {2}/.test(value)) return value.trim();
  const text = spaced(value).trim();
  return texWithMath(/[{}]/.test(text) ? withoutGuards(text) : text).normalize('NFC');
}

/** With single spaces for blanks. Most texts have them already. */
function spaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}

/** A command with the blanks behind it, an escaped sign or an accent, a brace, or other text. */
const token = /\\(?:[A-Za-z]+\*?\s*|[^])|[{}]|[^\\{}]+|\\/g;
/** Whether a group begins with a command, or is one letter with its accents: `{\em so}`, `{\'\i}`. */
function isCommandGroup(text: string, open: number): boolean {
  if (text[open + 1] !== '\\') return false;
  if (/[A-Za-z]/.test(text.charAt(open + 2))) return true;
  const letter = readTexLetter(text, open + 1);
  return letter !== undefined && text[letter.end] === '}';
}

/** Formulas, escaped signs, and the groups and arguments of commands stay as they are. */
function withoutGuards(text: string): string {
  // Without commands and formulas there is nothing that braces could belong to.
  if (!/[\\$]/.test(text)) return text.replace(/[{}]/g, '');
  const kept: boolean[] = [];
  let out = '';
  let at = 0;
  for (const { start, end } of [...findMath(text), { start: text.length, end: text.length }]) {
    let isArgument = false;
    for (const { 0: piece, index } of text.slice(at, start).matchAll(token)) {
      if (piece === '{') kept.push(isArgument || isCommandGroup(text, at + index));
      const isGuard = piece === '{' ? kept.at(-1) === false : piece === '}' && !kept.pop();
      isArgument = /^\\(?:[A-Za-z]|["'`^~=.])/.test(piece) || (piece === '}' && !isGuard);
      if (!isGuard) out += piece;
    }
    out += text.slice(start, end);
    at = end;
  }
  return out;
}

/**
 * The names of an `author` field, `First Last` each, "others" left out. Names part at the word "and"
 * outside of braces; a name in braces as a whole is a team's and stays as it is.
 */
export function namesOf(value: string): readonly string[] {
  return split(spaced(value), / and(?= )/i, /[{}]| and(?= )/gi)
    .map((name) => displayName(name.trim()))
    .filter((name) => name !== '' && name !== 'others');
}

function displayName(name: string): string {
  // biblatex's other way: `family=Oord, given=Aäron, prefix=van den`.
  if (/^(?:family|given|prefix|suffix)\s*=/i.test(name)) return namedParts(name);
  const parts = name.includes(',') ? split(name, ',', /[{}]|,/g) : [name];
  const [last = '', second = '', third] = parts;
  const first = third ?? second;
  const suffix = third === undefined ? '' : second;
  return spacedOut(spacedOut(plainName(first), plainName(last)), plainName(suffix));
}

function spacedOut(one: string, other: string): string {
  return one === '' || other === '' ? one + other : `${one} ${other}`;
}

function namedParts(name: string): string {
  const parts = new Map(
    split(name, ',', /[{}]|,/g).map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals).trim().toLowerCase(), plainName(part.slice(equals + 1))];
    }),
  );
  return ['given', 'prefix', 'family', 'suffix']
    .map((key) => parts.get(key) ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

function plainName(part: string): string {
  const text = unicodeOf(part);
  return /\\|\u00a0/.test(text)
    ? text
        .replace(/\\\$/g, '$')
        .replace(/\u00a0/g, ' ')
        .trim()
    : text;
}

/**
 * @param separator between parts
 * @param braced the same, and braces, which are counted: nothing parts inside of them
 */
function split(text: string, separator: string | RegExp, braced: RegExp): string[] {
  if (!/[{}]/.test(text)) return text.split(separator);
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(braced)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth <= 0) {
      parts.push(text.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** An address or a DOI as written in TeX: `\url{…}`, `\_`, `{\_}`. */
export function verbatimOf(value: string): string {
  const text = value.trim();
  if (!/[\\{}]/.test(text)) return text;
  return text
    .replace(/^\\(?:url|href|path)\s*\{([^{}]*)\}.*$/s, '$1')
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/[{}]|\\textasciitilde\s?/g, (found) => (found.startsWith('\\') ? '~' : ''));
}
