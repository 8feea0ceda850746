import { accentPattern, isWellKnown, plainText, texOfLetter } from './texAccents.js';
import { greekCommands } from '../texLetters.js';
import { formulaForTex } from './formulaForTex.js';
import { texTokens, type TexToken } from './texTokens.js';

/** `bibtex`: accents as TeX commands, for 8-bit BibTeX. `biblatex`: UTF-8, for biber and Typst. */
export type TexEncoding = 'bibtex' | 'biblatex';

/**
 * What is braced against styles that put titles into lower case: `smart` braces words with a capital
 * that no sentence would give them (`LLMs`, `3D`, `LoRA`) and formulas, and leaves ordinary Title Case
 * alone (citations.md 5); `words` braces every word with a capital but the first, twice, because one
 * pair has exceptions; `whole` braces the title as a whole, which biblatex takes for no protection.
 */
export type CapitalProtection = 'none' | 'smart' | 'words' | 'whole';

/** In the order of a menu. */
export const capitalProtections: readonly CapitalProtection[] = ['none', 'smart', 'words', 'whole'];

export interface EscapeOptions {
  readonly encoding: TexEncoding;
  readonly capitals: CapitalProtection;
  /**
   * The text is a name or a part of one, which BibTeX takes apart, abbreviates and sorts: a letter
   * without a command gets a group of its own. Bare, BibTeX takes its bytes for letters each, and
   * `Đức` for a particle, because the first letter that it knows is small.
   */
  readonly isName?: boolean;
}

/** A piece of output; `guarded` pieces go inside braces. */
interface Piece {
  readonly text: string;
  readonly guarded: boolean;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '\\&'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['$', '\\$'],
  ['~', '{\\textasciitilde}'],
  ['^', '{\\textasciicircum}'],
  ['\\', '{\\textbackslash}'],
  ['{', '{\\textbraceleft}'],
  ['\\{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['\\}', '{\\textbraceright}'],
]);

/** What an 8-bit font would print as something else, or not at all. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['<', '{\\textless}'],
  ['>', '{\\textgreater}'],
  // Pandoc drops `\textbar`.
  ['|', '{\\ensuremath{|}}'],
  ['“', '``'],
  ['”', "''"],
  ['‘', '`'],
  ['’', "'"],
  ['‐', '-'],
  ['–', '--'],
  ['—', '---'],
  ['…', '{\\ldots}'],
]);

/** A Greek letter that is a symbol, not part of a Greek word. */
const greekSymbol = /(?<!\p{Script=Greek})\p{Script=Greek}(?![\p{Script=Greek}\p{M}])/gu;
const writtenLetter = new RegExp(`${accentPattern}|[^\\x00-\\x7f]\\p{M}*|[A-Za-z]\\p{M}+`, 'gu');

/**
 * Text of a digest (TeX or plain) as the value of a BibTeX field, by citations.md section 4: formulas
 * stay byte for byte, special characters outside them are escaped, known commands are left. The
 * result has balanced braces and one line, and escaping it again changes nothing. Whatever the text
 * holds, nothing of it is a program when LaTeX or Typst reads the entry: a formula with other than the
 * usual commands is escaped as text (`writtenFormula`).
 *
 * A `~` between letters or digits is left as the tie it is in titles (`Apple~Silicon`). Of the
 * formulas, one with a lone `\{` or `\}` changes, which becomes `\lbrace` or `\rbrace`, because BibTeX
 * counts escaped braces too; one that lacks a brace outright is taken as text.
 */
export function escapeTex(text: string, options: EscapeOptions): string {
  const tokens = texTokens(oneLine(text));
  const pieces: Piece[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.kind === 'close') depth--;
    const guarded = depth === 0 && needsGuard(tokens, at, options);
    pieces.push({ text: escapeToken(tokens, at, options), guarded });
    if (token.kind === 'open') depth++;
  });
  const joined = joinPieces(
    pieces.map((piece, at) => withNeighbours(piece, at, pieces, tokens)),
    options.capitals === 'words',
  );
  return options.capitals === 'whole' && !isOneGroup(tokens) ? inGroup(joined) : joined;
}

/** A pair directly before a backslash would not guard: BibTeX takes `{\'A}` for a letter like any other. */
function inGroup(text: string): string {
  return text.startsWith('\\') ? `{{${text}}}` : `{${text}}`;
}

function isOneGroup(tokens: readonly TexToken[]): boolean {
  if (tokens[0]?.kind !== 'open') return tokens.length === 0;
  let depth = 0;
  return tokens.every(({ kind }, at) => {
    depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    return depth > 0 || at === tokens.length - 1;
  });
}

/** What joins two guarded words is guarded with them: `{GPT-4V}`, `{R\&D}`. */
function withNeighbours(
  piece: Piece,
  at: number,
  pieces: readonly Piece[],
  tokens: readonly TexToken[],
): Piece {
  const joins = /^(?:[-/&_^+]|\\[&_])$/.test(tokens[at]?.source ?? '');
  const guarded = joins && pieces[at - 1]?.guarded === true && pieces[at + 1]?.guarded === true;
  return guarded ? { ...piece, guarded } : piece;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Neighbouring guarded pieces share one pair of braces, two before a backslash (`inGroup`). */
function joinPieces(pieces: readonly Piece[], twice: boolean): string {
  const [open, close] = twice ? ['{{', '}}'] : ['{', '}'];
  let out = '';
  let inside = false;
  for (const { text, guarded } of pieces) {
    if (guarded !== inside) out += guarded ? open : close;
    out += guarded && !inside && !twice && text.startsWith('\\') ? `{${text}}` : text;
    inside = guarded;
  }
  return inside ? out + close : out;
}

function escapeToken(tokens: readonly TexToken[], at: number, options: EscapeOptions): string {
  const token = tokens[at];
  if (token === undefined) return '';
  const { kind, source } = token;
  if (kind === 'word') return texWord(source, options);
  if (kind === 'math') return options.encoding === 'bibtex' ? formulaForTex(source) : source;
  if (kind !== 'other') return source;
  if (source === '~' && isTie(tokens, at)) return source;
  const escaped = escapes.get(source);
  if (escaped !== undefined || options.encoding === 'biblatex') return escaped ?? source;
  return symbols.get(source) ?? source;
}

/** A word in TeX's characters, as far as all readers of BibTeX have them; what they know stays. */
function texWord(word: string, { encoding, isName = false }: EscapeOptions): string {
  if (/^[\w'-]*$/.test(word)) return word;
  const letters = word.replace(writtenLetter, (source) =>
    source.includes('\\') && !isWellKnown(source) ? plainText(source) : source,
  );
  if (encoding === 'biblatex') return letters;
  // No name holds a formula.
  const symbolized = isName ? letters : letters.replace(greekSymbol, greekSymbolInTex);
  return symbolized.replace(writtenLetter, (source) => {
    if (source.includes('\\')) return source;
    const isGuarded = isName && /^(?![A-Za-z])\p{Script=Latin}/u.test(source);
    const bare = isGuarded ? `{\\relax ${source}}` : source;
    return symbols.get(source) ?? texOfLetter(source) ?? bare;
  });
}

function greekSymbolInTex(letter: string): string {
  const name = greekCommands.get(letter);
  return name === undefined ? letter : `{\\ensuremath{\\${name}}}`;
}

/** Whether a `~` joins two words, as in `Apple~Silicon`; elsewhere it means "about". */
function isTie(tokens: readonly TexToken[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    before !== undefined &&
    after !== undefined &&
    (/^(?:word|math|close)$/.test(before.kind) || /^\\[A-Za-z]/.test(before.source)) &&
    /^(?:word|math|open)$/.test(after.kind)
  );
}

function needsGuard(tokens: readonly TexToken[], at: number, options: EscapeOptions): boolean {
  const token = tokens[at];
  if (token === undefined || options.capitals === 'none' || options.capitals === 'whole') {
    return false;
  }
  const { kind, source } = token;
  if (kind === 'math') return true;
  // A style would turn `\LaTeX` into `\latex`.
  if (kind === 'command') return /[A-Z]/.test(source);
  if (kind !== 'word') return false;
  const [initial = '', ...rest] = plainText(source);
  if (rest.some((letter) => /\p{Lu}/u.test(letter))) return true;
  if (!/\p{Lu}/u.test(initial)) return false;
  if (options.capitals === 'words' && tokens.findIndex(isWord) < at) return true;
  if (rest.some((letter) => /\p{N}/u.test(letter)) || touchesMath(tokens, at)) return true;
  // Alone: "Vitamin D", "R&D"; but "A" is an article, unless it begins a subtitle as DBLP has it.
  return rest.length === 0 && (initial !== 'A' || followsColon(tokens, at));
}

function isWord({ kind }: TexToken): boolean {
  return kind === 'word' || kind === 'math';
}

function touchesMath(tokens: readonly TexToken[], at: number): boolean {
  return tokens[at - 1]?.kind === 'math' || tokens[at + 1]?.kind === 'math';
}

function followsColon(tokens: readonly TexToken[], at: number): boolean {
  const before = tokens[at - 1]?.source;
  return before === '-' || (before === ' ' && /^[:–—-]$/.test(tokens[at - 2]?.source ?? ''));
}
