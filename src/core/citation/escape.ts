import { plainText, texOfLetter } from './texAccents.js';
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
  ['|', '{\\textbar}'],
  ['“', '``'],
  ['”', "''"],
  ['‘', '`'],
  ['’', "'"],
  ['‐', '-'],
  ['–', '--'],
  ['—', '---'],
  ['…', '{\\ldots}'],
  ['°', '{\\textdegree}'],
]);

/** Greek letters by code point from `α` and from `Α`; a letter that looks Latin has no command. */
const greek: ReadonlyMap<string, string> = new Map([
  ...letterRun(
    0x3b1,
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi - pi rho varsigma sigma tau upsilon phi chi psi omega',
  ),
  ...letterRun(
    0x391,
    '- - Gamma Delta - - - Theta - - Lambda - - Xi - Pi - - Sigma - Upsilon Phi - Psi Omega',
  ),
  ['µ', 'mu'],
]);

function letterRun(from: number, names: string): [string, string][] {
  return names
    .split(' ')
    .map((name, at): [string, string] => [String.fromCodePoint(from + at), name])
    .filter(([, name]) => name !== '-');
}
/** A Greek letter that is a symbol, not part of a Greek word. */
const greekSymbol = /(?<!\p{Script=Greek})[\u0391-\u03c9µ](?![\p{Script=Greek}\p{M}])/gu;

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
    pieces.push({ text: escapeToken(tokens, at, options.encoding), guarded });
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

function escapeToken(tokens: readonly TexToken[], at: number, encoding: TexEncoding): string {
  const token = tokens[at];
  if (token === undefined) return '';
  const { kind, source } = token;
  if (kind === 'word') return encoding === 'bibtex' ? texWord(source) : source;
  if (kind !== 'other') return source;
  if (source === '~' && isTie(tokens, at)) return source;
  const escaped = escapes.get(source);
  if (escaped !== undefined || encoding === 'biblatex') return escaped ?? source;
  return symbols.get(source) ?? texOfLetter(source) ?? source;
}

/** A word in TeX's characters, as far as TeX has them. */
function texWord(word: string): string {
  return word
    .replace(greekSymbol, (letter) => {
      const name = greek.get(letter);
      return name === undefined ? letter : `$\\${name}$`;
    })
    .replace(
      /[^\x00-\x7f]\p{M}*/gu,
      (letter) => symbols.get(letter) ?? texOfLetter(letter) ?? letter,
    );
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
  if (options.encoding === 'bibtex' && texWord(source).includes('$')) return true;
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
