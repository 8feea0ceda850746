import { formulaCommands, formulaEnvironments, textCommands } from './formulaCommands.js';
import { findMath } from './mathSegments.js';
import { withoutAddresses } from './mathSource.js';

/**
 * A formula as it may be written where TeX (or what reads TeX, such as pandoc) will run it: nothing in
 * it defines, reads, writes, loops or leads anywhere, whatever its author meant. Only commands and
 * environments of a list may stand in it, and it must be whole: each group, environment and `\left`
 * with its end, in its place. Most formulas come back byte for byte. What TeX would take for something
 * else than the signs that they are (`%`, `#`, a stray `&`) gets its backslash, and addresses go.
 *
 * @param source with its delimiters, on one line
 * @returns undefined for a formula that must be written as the text that it is
 */
export function writtenFormula(source: string): string | undefined {
  return new FormulaWriter(withoutAddresses(source)).write();
}

/** How many formulas of a text are written as text (`writtenFormula`). */
export function refusedFormulas(text: string): number {
  return findMath(text).filter(({ start, end }) => {
    return writtenFormula(text.slice(start, end).replace(/\s+/g, ' ')) === undefined;
  }).length;
}

/** What has begun and not ended yet. */
interface Frame {
  /** The token that ends it. */
  readonly end: string;
  /** Text, in which formulas may begin, or a formula. */
  readonly isText: boolean;
  /** `&` parts its columns. */
  readonly columns: boolean;
}

const piece =
  /\\(?:begin|end) ?\{[A-Za-z]+\*?\}|\\[A-Za-z@]+|\\[^]|\^\^|\$\$?|[{}&#%_^\\]|[^\\{}$&#%_^]+/gu;

/** TeX has room for 255 groups in each other; real formulas need a dozen. */
const deepest = 30;

/** With more of them TeX gives up: each that is too many for its matrix is an error, and it bears 100. */
const mostColumns = 60;

/** What must follow these, so that it is neither of any size nor a program of its own. */
const argumentsOf: ReadonlyMap<string, RegExp> = new Map([
  ['hspace', /\*?\{ ?-?\d{0,2}(?:\.\d{0,3})? ?(?:em|ex|pt|mm|cm|mu) ?\}/y],
  ...['color', 'textcolor', 'colorbox'].map((name): [string, RegExp] => [name, / ?\{[\w!-]+\}/y]),
  ['fcolorbox', / ?\{[\w!-]+\} ?\{[\w!-]+\}/y],
  ...['array', 'darray', 'subarray'].map((name): [string, RegExp] => [
    name,
    / ?(?:\[[tcb]\])? ?\{[lcr|: ]{0,40}\}/y,
  ]),
  ...['alignat', 'alignedat'].map((name): [string, RegExp] => [name, / ?\*?\{\d{1,2}\}/y]),
]);

/** What is refused is refused as a whole. */
const refused = undefined;

class FormulaWriter {
  readonly #source: string;
  readonly #open: Frame[] = [];
  #out = '';
  #columns = 0;
  /** The command that stands directly before. */
  #command = '';

  constructor(source: string) {
    this.#source = source;
  }

  write(): string | undefined {
    for (const { 0: token, index } of this.#source.matchAll(piece)) {
      const written = this.#read(token, index + token.length);
      if (written === refused) return undefined;
      this.#out += written;
      if (token.trim() !== '') this.#command = /^\\([A-Za-z]+)$/.exec(token)?.[1] ?? '';
    }
    return this.#open.length === 0 ? this.#out : undefined;
  }

  get #top(): Frame | undefined {
    return this.#open.at(-1);
  }

  /** In a text, and at the very beginning, dollars begin a formula. */
  get #isText(): boolean {
    return this.#top?.isText ?? true;
  }

  #read(token: string, end: number): string | undefined {
    if (token === this.#top?.end) {
      this.#open.pop();
      return token;
    }
    switch (token) {
      case '{':
        return this.#begin(token, '}', this.#isText || textCommands.has(this.#command));
      case '$':
      case '$$':
        return this.#formula(token, token);
      case '\\(':
        return this.#formula(token, '\\)');
      case '\\[':
        return this.#formula(token, '\\]');
      case '\\left':
        return this.#isText ? refused : this.#begin(token, '\\right', false);
      case '&':
        return this.#column();
      case '%':
      case '#':
        return `\\${token}`;
      case '_':
        return this.#isText ? '\\_' : token;
      case '^':
        return this.#isText ? '{\\textasciicircum}' : token;
      case '}':
      case '^^':
      case '\\':
        return refused;
      default:
        return token.startsWith('\\') ? this.#readCommand(token, end) : token;
    }
  }

  #begin(token: string, end: string, isText: boolean, columns = false): string | undefined {
    if (this.#open.length >= deepest) return refused;
    this.#open.push({ end, isText, columns });
    return token;
  }

  /** Display formulas stand alone. */
  #formula(token: string, end: string): string | undefined {
    const isInside = this.#open.length > 0;
    if (!this.#isText || (isInside && (token === '$$' || token === '\\['))) return refused;
    return this.#begin(token, end, false);
  }

  #column(): string | undefined {
    this.#columns++;
    if (this.#columns > mostColumns) return refused;
    return this.#top?.columns === true ? '&' : '\\&';
  }

  #readCommand(token: string, end: number): string | undefined {
    const [, begun] = /^\\begin ?\{(.*)\}$/.exec(token) ?? [];
    const name = begun ?? token.slice(1);
    const needed = argumentsOf.get(name.replace('*', ''));
    if (needed && !matchesAt(needed, this.#source, end)) return refused;
    if (begun === undefined) return needed || formulaCommands.has(name) ? token : refused;
    const columns = formulaEnvironments.get(begun);
    if (columns === undefined) return refused;
    return this.#begin(token, token.replace('begin', 'end'), false, columns);
  }
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
