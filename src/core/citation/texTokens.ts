import { findMath } from '../render/mathSegments.js';
import { writtenFormula } from '../render/writtenFormula.js';
import { accentPattern } from './texAccents.js';

/** A piece of a title or name; the sources of all tokens together are the text, but for what TeX only hides. */
export interface TexToken {
  /**
   * `math`: a formula with its delimiters, fit to be written (`writtenFormula`), braces balanced.
   * `command`: a TeX command that belongs in text, without its argument. `open`, `close`: a brace with
   * its partner in the text. `word`: letters, digits, marks, and accents as TeX writes them. `other`:
   * one character.
   */
  readonly kind: 'math' | 'command' | 'open' | 'close' | 'word' | 'other';
  readonly source: string;
}

/** Text-mode commands that may stand in metadata and mean what they say, before their argument. */
const argumentCommands = new Set(
  (
    'emph textit textbf texttt textsc textrm textsf textsl textup textmd textnormal text mbox underline ' +
    'textsuperscript textsubscript ensuremath footnote'
  ).split(' '),
);
/** Those that have none. */
const loneCommands = new Set(
  (
    'em it bf tt sc rm sf sl textasciitilde textasciicircum textbackslash textbraceleft textbraceright ' +
    'textgreater textless textbar textendash textemdash textellipsis textdegree textregistered ' +
    'texttrademark textquotedbl ldots dots copyright TeX LaTeX LaTeXe BibTeX S P dag ddag pounds slash ' +
    'quad qquad protect xspace'
  ).split(' '),
);
/**
 * Escaped characters, spaces and the line break. `\{` and `\}` are not among them: BibTeX counts those;
 * nor is `\@`, which begins a name of TeX's own where `@` is a letter.
 */
const knownSymbols = '[&%#_$,;:!/\\- \\\\]';

const piece = new RegExp(
  [
    `(?<word>(?:${accentPattern}|[\\p{L}\\p{N}\\p{M}]|(?<=\\p{L})['’](?=\\p{L}))+)`,
    '(?<bar>\\{\\\\(?:textbar|ensuremath\\{\\|\\})\\}|\\\\textbar(?![A-Za-z])(?:\\{\\})?)',
    '(?<degree>\\{\\\\textdegree\\}|\\\\textdegree(?![A-Za-z])(?:\\{\\})?)',
    `(?<command>\\\\(?:[A-Za-z]+|${knownSymbols}))`,
    '(?<brace>\\\\?[{}])',
    '[^]',
  ].join('|'),
  'gu',
);

/**
 * Splits a text. A formula that is not fit to be written is a text of signs, none of which is a brace or
 * begins a command. Linear but for the search for formulas; never throws.
 */
export function texTokens(source: string): readonly TexToken[] {
  const tokens: TexToken[] = [];
  const text = withoutPdfStrings(source);
  let at = 0;
  for (const { start, end } of findMath(text)) {
    const formula = text.slice(start, end);
    const written = writtenFormula(formula);
    const math = written === undefined ? undefined : balancedMath(written);
    // Without one of its braces it was perhaps no formula, but two prices.
    if (math === undefined && !isBalanced(formula)) continue;
    pushText(tokens, text.slice(at, start));
    if (math === undefined) pushSigns(tokens, formula);
    else tokens.push({ kind: 'math', source: math });
    at = end;
  }
  pushText(tokens, text.slice(at));
  return withArguments(withPartners(tokens));
}

/**
 * A formula whose braces BibTeX can count. It counts `\{` as well, so a lone one (`$\{1, 2]$`) becomes
 * `\lbrace`, which prints the same; undefined when braces are missing outright.
 */
function balancedMath(math: string): string | undefined {
  if (isBalanced(math)) return math;
  const named = math.replace(/\\\{ ?/g, '\\lbrace ').replace(/\\\} ?/g, '\\rbrace ');
  return isBalanced(named) ? named : undefined;
}

/** Whether every brace has its partner, as BibTeX counts: a backslash before one changes nothing. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** `\texorpdfstring{$\alpha$}{alpha}`: as it is printed is left. Groups as long as real ones, no longer. */
function withoutPdfStrings(text: string): string {
  const group = '\\{((?:[^{}]|\\{(?:[^{}]|\\{[^{}]{0,100}\\}){0,200}\\}){0,300})\\}';
  return text.includes('\\texorpdfstring')
    ? text.replace(new RegExp(`\\\\texorpdfstring\\s?${group}\\s?${group}`, 'g'), '$1')
    : text;
}

/** Of a link, its text is left: an entry leads where the paper is, and nowhere else. */
const addresses = /(\\[^A-Za-z])|\\(?:href\s*\{[^{}]*\}|url)\s*(?=\{)/g;

function pushText(tokens: TexToken[], text: string): void {
  const withoutLinks = text.replace(addresses, (_, escaped?: string) => escaped ?? '');
  for (const match of withoutLinks.matchAll(piece)) {
    const source = match[0];
    const { word, bar, degree, command, brace } = match.groups ?? {};
    if (word !== undefined) pushWord(tokens, source);
    else if (bar !== undefined) tokens.push({ kind: 'other', source: '|' });
    else if (degree !== undefined) tokens.push({ kind: 'other', source: '°' });
    else if (brace === '{') tokens.push({ kind: 'open', source });
    else if (brace === '}') tokens.push({ kind: 'close', source });
    else if (command === undefined) tokens.push({ kind: 'other', source });
    else pushCommand(tokens, source);
  }
}

/** What is shown as it is written, whatever it means. */
function pushSigns(tokens: TexToken[], text: string): void {
  for (const [source] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^]/gu)) {
    if (/^[\p{L}\p{N}\p{M}]/u.test(source)) pushWord(tokens, source);
    else tokens.push({ kind: 'other', source });
  }
}

function pushCommand(tokens: TexToken[], source: string): void {
  const name = source.slice(1);
  const isKnown = argumentCommands.has(name) || loneCommands.has(name);
  if (!/^[A-Za-z]/.test(name) || isKnown) tokens.push({ kind: 'command', source });
  else pushSigns(tokens, source);
}

/** What is left of an unknown command may go on as a word: `\foo` before `ß`. */
function pushWord(tokens: TexToken[], source: string): void {
  const before = tokens.at(-1);
  if (before?.kind === 'word') tokens.pop();
  tokens.push({ kind: 'word', source: before?.kind === 'word' ? before.source + source : source });
}

/** TeX has room for 255 groups in each other. */
const deepest = 30;

/** Turns braces without partner, and groups in too many others, into `other`. */
function withPartners(tokens: readonly TexToken[]): readonly TexToken[] {
  const lone = new Set<number>();
  const open: number[] = [];
  tokens.forEach(({ kind }, at) => {
    if (kind === 'open') open.push(at);
    else if (kind === 'close') {
      const partner = open.pop();
      if (partner === undefined || open.length >= deepest) lone.add(at);
      if (partner !== undefined && open.length >= deepest) lone.add(partner);
    }
  });
  for (const at of open) lone.add(at);
  return lone.size === 0
    ? tokens
    : tokens.map((token, at) => (lone.has(at) ? { ...token, kind: 'other' } : token));
}

/**
 * Commands that find what they need: an argument, or else they take the end of the field for it; a line
 * to break, or else each is an error, and at the hundredth TeX gives up.
 */
function withArguments(tokens: readonly TexToken[]): readonly TexToken[] {
  const firstPrinted = tokens.findIndex(({ kind }) => kind === 'word' || kind === 'math');
  return tokens.flatMap((token, at): readonly TexToken[] => {
    if (token.kind !== 'command') return [token];
    const next = tokens[at + 1]?.source === ' ' ? tokens[at + 2] : tokens[at + 1];
    const isWhole = argumentCommands.has(token.source.slice(1))
      ? next?.kind === 'open'
      : token.source !== '\\\\' || (firstPrinted >= 0 && firstPrinted < at);
    if (isWhole) return [token];
    const signs: TexToken[] = [];
    pushSigns(signs, token.source);
    return signs;
  });
}
