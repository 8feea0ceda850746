import { findMath } from '../render/mathSegments.js';
import { accentPattern } from './texAccents.js';

/** A piece of a title or name; the sources of all tokens together are the text. */
export interface TexToken {
  /**
   * `math`: a formula with its delimiters, braces balanced. `command`: a TeX command that belongs in
   * text, without its argument. `open`, `close`: a brace with its partner in the text. `word`:
   * letters, digits, marks, and accents as TeX writes them. `other`: one character.
   */
  readonly kind: 'math' | 'command' | 'open' | 'close' | 'word' | 'other';
  readonly source: string;
}

/** Text-mode commands that may stand in metadata and mean what they say. */
const knownCommands = new Set(
  (
    'emph textit textbf texttt textsc textrm textsf textsl textup textmd textnormal text mbox underline ' +
    'em it bf tt sc rm sf sl textsuperscript textsubscript ensuremath url href footnote ' +
    'textasciitilde textasciicircum textbackslash textbraceleft textbraceright textgreater textless ' +
    'textbar textendash textemdash textellipsis textdegree textregistered texttrademark textquotedbl ' +
    'ldots dots copyright TeX LaTeX LaTeXe BibTeX S P dag ddag pounds slash quad qquad protect xspace'
  ).split(' '),
);
/** Escaped characters, spaces and the line break. `\{` and `\}` are not among them: BibTeX counts those. */
const knownSymbols = '[&%#_$,;:!/\\-@ \\\\]';

const piece = new RegExp(
  [
    `(?<word>(?:${accentPattern}|[\\p{L}\\p{N}\\p{M}]|(?<=\\p{L})['’](?=\\p{L}))+)`,
    `(?<command>\\\\(?:[A-Za-z]+|${knownSymbols}))`,
    '(?<brace>\\\\?[{}])',
    '[^]',
  ].join('|'),
  'gu',
);

/** Splits a text. Linear but for the search for formulas; never throws. */
export function texTokens(text: string): readonly TexToken[] {
  const tokens: TexToken[] = [];
  let at = 0;
  for (const { start, end } of findMath(text)) {
    const math = balancedMath(text.slice(start, end));
    if (math === undefined) continue;
    pushText(tokens, text.slice(at, start));
    tokens.push({ kind: 'math', source: math });
    at = end;
  }
  pushText(tokens, text.slice(at));
  return withPartners(tokens);
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

function pushText(tokens: TexToken[], text: string): void {
  for (const match of text.matchAll(piece)) {
    const source = match[0];
    const { word, command, brace } = match.groups ?? {};
    if (word !== undefined) pushWord(tokens, source);
    else if (brace === '{') tokens.push({ kind: 'open', source });
    else if (brace === '}') tokens.push({ kind: 'close', source });
    else if (command === undefined) tokens.push({ kind: 'other', source });
    else pushCommand(tokens, source);
  }
}

function pushCommand(tokens: TexToken[], source: string): void {
  const name = source.slice(1);
  if (!/^[A-Za-z]/.test(name) || knownCommands.has(name)) {
    tokens.push({ kind: 'command', source });
  } else {
    tokens.push({ kind: 'other', source: '\\' });
    pushWord(tokens, name);
  }
}

/** What is left of an unknown command may go on as a word: `\foo` before `ß`. */
function pushWord(tokens: TexToken[], source: string): void {
  const before = tokens.at(-1);
  if (before?.kind === 'word') tokens.pop();
  tokens.push({ kind: 'word', source: before?.kind === 'word' ? before.source + source : source });
}

/** Turns braces without partner into `other`. */
function withPartners(tokens: readonly TexToken[]): readonly TexToken[] {
  const lone = new Set<number>();
  const open: number[] = [];
  tokens.forEach(({ kind }, at) => {
    if (kind === 'open') open.push(at);
    else if (kind === 'close' && open.pop() === undefined) lone.add(at);
  });
  for (const at of open) lone.add(at);
  return lone.size === 0
    ? tokens
    : tokens.map((token, at) => (lone.has(at) ? { ...token, kind: 'other' } : token));
}
