import {
  argumentCounts,
  formulaCommands,
  formulaEnvironments,
  textCommands,
} from './formulaCommands.js';
import { FormulaFrames } from './formulaFrames.js';
import { findMath } from './mathSegments.js';
import { withoutAddresses } from './mathSource.js';

/**
 * A formula as it may be written where TeX (or what reads TeX, such as pandoc) will run it: nothing in
 * it defines, reads, writes, loops or leads anywhere, whatever its author meant. Only commands and
 * environments of a list may stand in it, and it must be whole: each group, environment and `\left`
 * with its end, each command with its arguments, for TeX gives up at the hundredth error of a paragraph.
 * Most formulas come back byte for byte. What TeX would take for something else than the signs that
 * they are (`%`, `#`, a stray `&`) gets its backslash, dollars in a formula's text become brackets, and
 * addresses go.
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

const piece =
  /\\(?:begin|end) ?\{[A-Za-z]+\*?\}|\\[A-Za-z@]+|\\[^]|\^\^|\$\$?|[{}&#%_^\\]|[^\\{}$&#%_^]+/gu;

/** With more of them TeX gives up: each that is too many for its matrix is an error. */
const mostColumns = 60;

const delimiter = / ?(?:[()[\]<>|/.]|\\[{}|]|\\[A-Za-z]+)/y;
const delimited = 'left right middle'.split(' ');
const sized = ['big', 'Big', 'bigg', 'Bigg'].flatMap((size) =>
  ['', 'l', 'm', 'r'].map((side) => size + side),
);

/** What must follow these, so that it is neither of any size nor a program of its own. */
const following: ReadonlyMap<string, RegExp> = new Map([
  ...[...delimited, ...sized].map((name): [string, RegExp] => [name, delimiter]),
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
  readonly #frames = new FormulaFrames();
  #columns = 0;
  /** The command that stands directly before. */
  #command = '';

  constructor(source: string) {
    this.#source = source;
  }

  write(): string | undefined {
    let out = '';
    for (const { 0: token, index } of this.#source.matchAll(piece)) {
      const written = this.#read(token, index + token.length);
      if (written === refused) return undefined;
      out += written;
      if (token.trim() !== '') this.#command = /^\\([A-Za-z]+)$/.exec(token)?.[1] ?? '';
    }
    return this.#frames.isOver ? out : undefined;
  }

  #read(token: string, end: number): string | undefined {
    const frames = this.#frames;
    if (token === frames.end) {
      if (token === '\\right' && !matchesAt(delimiter, this.#source, end)) return refused;
      if (!frames.close()) return refused;
      return token === '$' && frames.depth > 0 ? '\\)' : token;
    }
    switch (token) {
      case '{':
        return this.#begin(token, '}', frames.isText || textCommands.has(this.#command));
      case '$':
      case '$$':
        return this.#formula(token, token);
      case '\\(':
        return this.#formula(token, '\\)');
      case '\\[':
        return this.#formula(token, '\\]');
      case '&':
        return this.#column();
      case '%':
      case '#':
        return frames.add(1) ? `\\${token}` : refused;
      case '_':
        return frames.isText ? '\\_' : this.#script(token);
      case '^':
        return frames.isText ? '{\\textasciicircum}' : this.#script(token);
      case '}':
      case '^^':
      case '\\':
        return refused;
      default:
        return token.startsWith('\\') ? this.#readCommand(token, end) : this.#readSigns(token);
    }
  }

  #begin(token: string, end: string, isText: boolean, columns = false): string | undefined {
    return this.#frames.open({ end, isText, columns }) ? token : refused;
  }

  /**
   * Display formulas stand alone. Those in the text of another one have brackets, since Typst and
   * pandoc take their dollar for the end of the other.
   */
  #formula(token: string, end: string): string | undefined {
    const isInner = this.#frames.depth > 0;
    const stray = isInner && (token === '$$' || token === '\\[');
    if (stray || !this.#frames.isText) return refused;
    return this.#begin(isInner && token === '$' ? '\\(' : token, end, false);
  }

  #script(token: string): string | undefined {
    return this.#frames.script(token) ? token : refused;
  }

  #column(): string | undefined {
    this.#columns++;
    if (this.#columns > mostColumns || !this.#frames.column()) return refused;
    return this.#frames.hasColumns ? '&' : '\\&';
  }

  #readSigns(signs: string): string | undefined {
    return this.#frames.signs(signs) ? signs : refused;
  }

  #readCommand(token: string, end: number): string | undefined {
    const [, begun] = /^\\begin ?\{(.*)\}$/.exec(token) ?? [];
    const name = begun ?? token.slice(1);
    const needed = following.get(name.replace('*', ''));
    if (needed && !matchesAt(needed, this.#source, end)) return refused;
    if (begun !== undefined) {
      const columns = formulaEnvironments.get(begun);
      if (columns === undefined) return refused;
      return this.#begin(token, token.replace('begin', 'end'), false, columns);
    }
    if (name === 'left') {
      return this.#frames.isText ? refused : this.#begin(token, '\\right', false);
    }
    if (name === 'right' || (name === 'middle' && this.#frames.end !== '\\right')) return refused;
    if (!needed && !formulaCommands.has(name)) return refused;
    return this.#frames.command(argumentCounts.get(name) ?? 0) ? token : refused;
  }
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
