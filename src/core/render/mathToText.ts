import { readTexLetter } from '../readTexLetter.js';
import { formulaSymbols } from './formulaSymbols.js';
import {
  brackets,
  columnEnvironments,
  combiningMarks,
  contents,
  escapedSigns,
  infixes,
  invisible,
  longArrows,
  opening,
  operators,
  spaces,
  tellingContents,
} from './formulaWords.js';
import { katexMacros } from './katexMacros.js';
import { expandedOrSame } from './mathMacros.js';
import { subscripts, superscripts, textSymbols } from './texSymbols.js';

/**
 * A formula as one line of readable text, for labels and hovers: `\alpha` is α, `^1` is ¹,
 * `\frac{1}{N}` is 1/N, fonts and sizes go, usual shorthands are what they stand for, a macro that is not known stays as it is written. Not
 * meant to be read back. Linear but for groups nested deeper than real formulas nest them.
 */
export function mathToText(tex: string): string {
  return readMath(tex).text;
}

export interface MathText {
  readonly text: string;
  /**
   * The text shows the formula as it is printed, or nearly: nothing had to be written on the line
   * that stands above or below it, and no letter lost a font that tells it from others.
   */
  readonly faithful: boolean;
}

export function readMath(tex: string): MathText {
  const reader = new FormulaReader(expandedOrSame(tex, katexMacros));
  const text = reader.read().replace(/\s+/g, ' ').trim();
  return { text, faithful: reader.faithful };
}

/** Groups nested deeper are left out. */
const deepest = 30;

class FormulaReader {
  faithful = true;
  private position = 0;
  private depth = 0;

  constructor(private readonly tex: string) {}

  /** Reads to the end of the group or of the formula. */
  read(): string {
    let text = '';
    while (this.position < this.tex.length && this.tex[this.position] !== '}') {
      text += this.readScript() ?? this.readAtom();
    }
    return text;
  }

  private readScript(): string | undefined {
    const mark = this.tex[this.position];
    if (mark !== '^' && mark !== '_') return undefined;
    this.position++;
    return this.scripted(mark, this.readArgument());
  }

  /** Raised or lowered, where Unicode has all of its letters so. */
  private scripted(mark: string, text: string): string {
    const table = mark === '^' ? superscripts : subscripts;
    const script = text.trim();
    const signs = Array.from(script.replace(/\s+/g, ''));
    const small = signs.map((sign) => table.get(sign));
    if (small.every((sign) => sign !== undefined)) return small.join('');
    this.faithful = false;
    return signs.length === 1 ? mark + script : `${mark}(${script})`;
  }

  /** A group, a macro with its arguments, or one character. */
  private readAtom(): string {
    const sign = String.fromCodePoint(this.tex.codePointAt(this.position) ?? 0x20);
    if (sign === '\\') return this.readMacro();
    if (sign === '{') return this.readGroup();
    this.position += sign.length;
    return /[&~\s]/.test(sign) ? ' ' : sign === '$' ? '' : sign;
  }

  private readGroup(): string {
    this.position++;
    this.depth++;
    const text = this.depth > deepest ? this.skipGroup() : this.read();
    this.depth--;
    this.position++;
    return text;
  }

  private skipGroup(): string {
    for (let open = 1; this.position < this.tex.length; this.position++) {
      const sign = this.tex[this.position];
      if (sign === '\\') this.position++;
      else if (sign === '{') open++;
      else if (sign === '}' && --open === 0) break;
    }
    return '…';
  }

  private readArgument(): string {
    this.skipBlanks();
    if (this.position >= this.tex.length || this.tex[this.position] === '}') return '';
    return this.readAtom();
  }

  private skipBlanks(): void {
    while (/\s/.test(this.tex.charAt(this.position))) this.position++;
  }

  private readMacro(): string {
    const start = this.position;
    const macro = /\\(?:[A-Za-z]+\*?|[^])?/y;
    macro.lastIndex = start;
    const written = macro.exec(this.tex)?.[0] ?? '\\';
    this.position += written.length;
    const name = written.slice(1);
    if (/^[^A-Za-z]?$/.test(name)) return escapedSigns.get(name) ?? this.readLetter(start) ?? name;
    const text = this.readNamed(name.replace(/\*$/, '')) ?? this.readLetter(start);
    if (text === undefined) this.faithful = false;
    return text ?? written;
  }

  private readNamed(name: string): string | undefined {
    const symbol = formulaSymbols.get(name);
    if (name === 'sqrt') return this.root();
    if (symbol !== undefined) {
      if (opening.has(name)) this.skipBlanks();
      return symbol;
    }
    const operator = operators.get(name);
    if (operator !== undefined) return this.spaced(operator);
    if (spaces.has(name)) return ' ';
    if (invisible.has(name)) {
      // `\right.` is a bracket that is not there.
      if (this.tex[this.position] === '.' && /^(?:left|right|middle)$/.test(name)) this.position++;
      return '';
    }
    if (contents.has(name)) {
      if (tellingContents.has(name)) this.faithful = false;
      return this.readArgument();
    }
    return this.readFunction(name) ?? textSymbols.get(name);
  }

  /** An accent or a letter of text, as in `\text{Poincar\'e}`. */
  private readLetter(start: number): string | undefined {
    const letter = readTexLetter(this.tex, start);
    if (letter !== undefined) this.position = letter.end;
    return letter?.text;
  }

  private readFunction(name: string): string | undefined {
    const mark = combiningMarks.get(name);
    if (mark !== undefined) return this.marked(mark);
    const infix = infixes.get(name);
    if (infix !== undefined) {
      this.faithful &&= name === 'bmod';
      return infix;
    }
    const pair = brackets.get(name);
    if (pair !== undefined) return pair[0] + this.readArgument().trim() + pair[1];
    const arrow = longArrows.get(name);
    if (arrow !== undefined) return this.labelled(arrow);
    switch (name) {
      case 'frac':
      case 'tfrac':
      case 'dfrac':
      case 'cfrac':
      case 'nicefrac':
        this.readOption();
        return `${this.grouped(this.readArgument())}/${this.grouped(this.readArgument())}`;
      case 'binom':
      case 'dbinom':
      case 'tbinom':
        this.faithful = false;
        return `C(${this.readArgument()}, ${this.readArgument()})`;
      case 'overset':
      case 'stackrel':
        return this.stacked('^');
      case 'underset':
        return this.stacked('_');
      case 'not':
        return `${this.readArgument()}\u0338`.normalize('NFC');
      case 'href':
      case 'textcolor':
      case 'colorbox':
        this.readArgument();
        return this.readArgument();
      case 'color':
      case 'hspace':
        this.readArgument();
        return name === 'color' ? '' : ' ';
      case 'begin':
      case 'end':
        this.environment(name);
        return ' ';
      default:
        return undefined;
    }
  }

  /** `\sqrt[3]{n}` is ∛n. */
  private root(): string {
    const index = this.readOption();
    const known = new Map([
      ['', '√'],
      ['2', '√'],
      ['3', '∛'],
      ['4', '∜'],
    ]).get(index);
    return (known ?? `${this.scripted('^', index)}√`) + this.grouped(this.readArgument());
  }

  private marked(mark: string): string {
    const base = this.readArgument();
    if (Array.from(base).length === 1) return (base + mark).normalize('NFC');
    this.faithful = false;
    return base;
  }

  /** `\overset{a}{=}`: what stands over or under a sign is written behind it. */
  private stacked(mark: string): string {
    this.faithful = false;
    const script = this.readArgument();
    return this.readArgument() + this.scripted(mark, script);
  }

  /** `\xrightarrow[under]{over}` */
  private labelled(arrow: string): string {
    this.faithful = false;
    const under = this.readOption();
    const over = this.readArgument();
    const label = (mark: string, text: string) =>
      text.trim() === '' ? '' : this.scripted(mark, text);
    return arrow + label('_', under) + label('^', over);
  }

  private environment(edge: 'begin' | 'end'): void {
    this.faithful = false;
    const name = this.readArgument().replace('*', '');
    if (edge === 'end' || !columnEnvironments.has(name)) return;
    this.readOption();
    this.skipBlanks();
    if (this.tex[this.position] === '{') this.readGroup();
  }

  /** What stands in square brackets here, empty without them. */
  private readOption(): string {
    const option = /\s*\[([^[\]{}]{0,80})\]/y;
    option.lastIndex = this.position;
    const [written = '', text = ''] = option.exec(this.tex) ?? [];
    this.position += written.length;
    return text.trim() === '' ? '' : new FormulaReader(text).read().trim();
  }

  private grouped(part: string): string {
    const text = part.trim();
    if (/^[\p{L}\p{M}\p{N}.₀-₉⁰¹²³⁴-⁹]*$/u.test(text)) return text;
    this.faithful = false;
    return `(${text})`;
  }

  /** `\log n` keeps a blank, `\log(n)` needs none. */
  private spaced(name: string): string {
    return /^(?:[A-Za-z]|\\[A-Za-z])/.test(this.tex.slice(this.position, this.position + 2))
      ? `${name} `
      : name;
  }
}
