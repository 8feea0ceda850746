import { bracketPairs, listItems, type Pair } from './brackets.js';
import type {
  CitationGroup,
  CitationScanner,
  CitedKey,
  KeyList,
  KeyPlace,
  Scanned,
} from './citationGroup.js';
import {
  citeCommand,
  ownCommand,
  quotationArguments,
  type CiteArguments,
  type OwnCommands,
} from './latexCommands.js';
import { declaredCommands } from './latexDeclarations.js';
import { overwrite, type Stretch } from './silence.js';

/** Keys as BibTeX and biber take them; `*` of `\nocite{*}` and the `#1` of a macro are none. */
const latexKey = /^(?!\*$)[^\s,{}\\#%~\u0001]+$/;
/** Blanks between arguments, and comments, which have been overwritten. */
const gap = /[\s\u0001]*/y;

/** Plain LaTeX, natbib, biblatex and more, the command of the setting, and those that the document makes. */
export const latexScanner: CitationScanner = { silence: silenceLatex, find: findInLatex, placeAt };

const verbatimPiece =
  /\\begin[ \t]*\{(?<environment>verbatim\*?|Verbatim\*?|BVerbatim|LVerbatim|lstlisting|minted|comment|filecontents\*?|alltt|pycode|Sinput|Scode)\}|\\(?<never>iffalse)(?![A-Za-z@])|\\(?:verb|lstinline|mintinline(?:\[[^\]\n]*\])?\{[^{}\n]*\})(?![A-Za-z])\*?(?:\[[^\]\n]*\])?(?<delimiter>[^\sA-Za-z*[\u0001])|\\[^]|(?<comment>%)/g;

/**
 * Comments, verbatim text and what stands in `\iffalse`; an environment that is not closed goes to the end,
 * as in TeX.
 */
function silenceLatex(text: string): string {
  const found: Stretch[] = [];
  // Kept from match to match: a line may hold thousands.
  let lineEnd = -1;
  verbatimPiece.lastIndex = 0;
  for (let match = verbatimPiece.exec(text); match; match = verbatimPiece.exec(text)) {
    const { environment, delimiter, comment, never } = match.groups ?? {};
    const inner = match.index + match[0].length;
    if (inner > lineEnd) lineEnd = endOfLine(text, inner);
    let end: number | undefined;
    if (environment !== undefined) {
      const closing = text.indexOf(`\\end{${environment}}`, inner);
      end = closing === -1 ? text.length : closing;
    } else if (delimiter !== undefined) {
      const closing = text.slice(inner, lineEnd).indexOf(delimiter === '{' ? '}' : delimiter);
      end = closing === -1 ? lineEnd : inner + closing + 1;
    } else if (comment !== undefined) end = lineEnd;
    else if (never !== undefined) end = endOfConditional(text, inner);
    if (end === undefined) continue;
    found.push({ start: match.index, end });
    verbatimPiece.lastIndex = Math.max(end, inner);
  }
  return overwrite(text, found);
}

/**
 * Behind the `\else` or `\fi` of a conditional whose start has been passed; others inside it are closed
 * first, but for those of packages, which take arguments and no `\fi`. What is not closed goes to the
 * end, as in TeX.
 */
function endOfConditional(text: string, from: number): number {
  const sign =
    /\\(?:(?<open>if(?!thenelse|toggle|str(?:ing|e)|blank|undef|def(?!ined)|num(?:comp|e|g|l|odd))[A-Za-z@]*)|(?<close>fi)|(?<other>else))(?![A-Za-z@])/g;
  sign.lastIndex = from;
  let depth = 1;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const { open, close, other } = match.groups ?? {};
    if (open !== undefined) depth++;
    else if (close !== undefined) depth--;
    if (depth === 0 || (depth === 1 && other !== undefined)) return sign.lastIndex;
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Notes are of the whole list, so that each key stands alone. */
const latexList: KeyList = { open: /^[^]*\{\s*/, separator: ',', alone: [''], close: /\s*\}$/ };

/** A command, or an environment that quotes and cites: `\begin{displaycquote}[p. 3]{key}`. */
const commandPiece =
  /\\(?:begin[ \t]*\{(?<environment>[a-z]{0,20}cquote)\*?\}|(?<name>[A-Za-z@]+)\*?|[^])/g;

function findInLatex({ text, options }: Scanned): readonly CitationGroup[] {
  const own = declaredCommands(text, ownCommand(options.latexCommand));
  const pairs = bracketPairs(text, '[{');
  const groups: CitationGroup[] = [];
  for (const match of text.matchAll(commandPiece)) {
    const { name, environment } = match.groups ?? {};
    const command = name === undefined ? undefined : citeCommand(name, own);
    const takes = environment === undefined ? command : quotationArguments(environment);
    if (!takes) continue;
    const { keys, end } = readArguments(text, match.index + match[0].length, takes, pairs);
    if (keys.length > 0) {
      const narrative = command?.narrative ?? false;
      groups.push({ start: match.index, end, keys, narrative, certain: true, list: latexList });
    }
  }
  return groups;
}

function readArguments(
  text: string,
  from: number,
  { skip: skipped, lists }: CiteArguments,
  pairs: ReadonlyMap<number, Pair>,
): { keys: CitedKey[]; end: number } {
  const keys: CitedKey[] = [];
  let end = from;
  let at = lists === Infinity ? afterParentheses(text, from) : from;
  let skip = skipped;
  for (let read = 0; read < lists;) {
    at = afterOptional(text, at, pairs);
    const pair = text[at] === '{' ? pairs.get(at) : undefined;
    if (!pair) break;
    if (skip > 0) skip--;
    else {
      // A group inside holds no list of keys.
      if (pair.flat) for (const key of keysBetween(text, at + 1, pair.close)) keys.push(key);
      end = pair.close + 1;
      skip = skipped;
      read++;
    }
    at = pair.close + 1;
  }
  return { keys, end };
}

/** The notes for all of `\cites`. */
function afterParentheses(text: string, from: number): number {
  const notes = /(?:[\s\u0001]*\([^()\n]*\)){1,2}/y;
  notes.lastIndex = from;
  return notes.test(text) ? notes.lastIndex : from;
}

/** Behind the notes in brackets, and apacite's in angles, with the blanks between. */
function afterOptional(text: string, from: number, pairs: ReadonlyMap<number, Pair>): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    gap.lastIndex = at;
    gap.test(text);
    const next = gap.lastIndex;
    // A blank line ends the paragraph, and with it the command.
    if (next - at > 1 && /\n[^\S\n]*\n/.test(text.slice(at, next))) return at;
    at = next;
    const pair = text[at] === '[' ? pairs.get(at) : undefined;
    if (pair) at = pair.close + 1;
    else if (text[at] === '<') {
      const angles = /<[^<>{}\n]*>/y;
      angles.lastIndex = at;
      if (!angles.test(text)) return at;
      at = angles.lastIndex;
    } else return at;
  }
  return at;
}

function keysBetween(text: string, from: number, to: number): CitedKey[] {
  return listItems(text, from, to, ',')
    .filter((item) => latexKey.test(item.text))
    .map((item) => ({ key: item.text, start: item.start, end: item.start + item.text.length }));
}

/** No list of keys is longer. */
const farthest = 5000;

function placeAt({ text, options }: Scanned, offset: number): KeyPlace | undefined {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const list = /\{(?<list>[^{}\\]*)$/.exec(before);
  const own = declaredCommands(text, ownCommand(options.latexCommand));
  if (!list || !isCited(before.slice(0, list.index), own)) return undefined;
  const typed = /[^\s,\u0001]*$/.exec(list.groups?.['list'] ?? '')?.[0] ?? '';
  const rest = /^[^\s,{}[\]\\#%~\u0001]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  return {
    start: offset - typed.length,
    end: offset + rest.length,
    write: (key) => (latexKey.test(key) ? key : undefined),
  };
}

/** Whether a text ends with a citing command and arguments after which keys come. */
function isCited(before: string, own: OwnCommands | undefined): boolean {
  let rest = before;
  let groups = 0;
  for (let count = 0; count < 40; count++) {
    rest = rest.trimEnd();
    const environment = /\\begin[ \t]*\{([a-z]{0,20}cquote)\*?\}$/.exec(rest)?.[1];
    const name = /\\([A-Za-z@]{1,40})\*?$/.exec(rest)?.[1];
    if (name !== undefined || environment !== undefined) {
      const takes =
        name === undefined ? quotationArguments(environment ?? '') : citeCommand(name, own);
      return takes !== undefined && isKeyList(groups, takes);
    }
    const opening = openingOf(rest);
    if (opening === undefined) return false;
    if (rest[opening] === '{') groups++;
    rest = rest.slice(0, opening);
  }
  return false;
}

/** Whether keys stand in the argument behind so many ones in braces. */
function isKeyList(groups: number, { skip, lists }: CiteArguments): boolean {
  const each = skip + 1;
  return lists === Infinity || (groups % each === skip && Math.floor(groups / each) < lists);
}

/** The bracket that the last character closes. */
function openingOf(text: string): number | undefined {
  const close = text.at(-1);
  const open = close === ']' ? '[' : close === '}' ? '{' : close === ')' ? '(' : undefined;
  if (open === undefined) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === close) depth++;
    else if (text[at] === open && --depth === 0) return at;
  }
  return undefined;
}
