import { katexMacros } from './katexMacros.js';
import { expandedOrSame } from './mathMacros.js';
import { mathSymbols, subscripts, superscripts } from './texSymbols.js';

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
    const table = mark === '^' ? superscripts : subscripts;
    const script = this.readArgument().trim();
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
    const macro = /\\(?:[A-Za-z]+\*?|[^])?/y;
    macro.lastIndex = this.position;
    const written = macro.exec(this.tex)?.[0] ?? '\\';
    this.position += written.length;
    const name = written.slice(1);
    if (/^[^A-Za-z]?$/.test(name)) return signs.get(name) ?? name;
    const plain = name.replace(/\*$/, '');
    const symbol = mathSymbols.get(plain);
    if (plain === 'sqrt') return `√${this.grouped(this.readArgument())}`;
    if (symbol !== undefined) {
      if (opening.has(plain)) this.skipBlanks();
      return symbol;
    }
    if (operators.has(plain)) return this.spaced(plain);
    if (invisible.has(plain)) {
      // `\right.` is a bracket that is not there.
      if (this.tex[this.position] === '.' && /t$|le$/.test(plain)) this.position++;
      return '';
    }
    if (fonts.has(plain)) {
      if (tellingFonts.has(plain)) this.faithful = false;
      return this.readArgument();
    }
    const text = this.readFunction(plain);
    if (text === undefined) this.faithful = false;
    return text ?? written;
  }

  private readFunction(name: string): string | undefined {
    const mark = combining.get(name);
    if (mark !== undefined) {
      const base = this.readArgument();
      if (Array.from(base).length === 1) return (base + mark).normalize('NFC');
      this.faithful = false;
      return base;
    }
    switch (name) {
      case 'frac':
      case 'tfrac':
      case 'dfrac':
      case 'nicefrac':
        return `${this.grouped(this.readArgument())}/${this.grouped(this.readArgument())}`;
      case 'binom':
        this.faithful = false;
        return `C(${this.readArgument()}, ${this.readArgument()})`;
      case 'href':
      case 'textcolor':
        this.readArgument();
        return this.readArgument();
      case 'begin':
      case 'end':
        this.faithful = false;
        this.readArgument();
        return ' ';
      case 'quad':
      case 'qquad':
        return ' ';
      default:
        return undefined;
    }
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

/** Backslash and one sign. */
const signs: ReadonlyMap<string, string> = new Map([
  ...[',', ';', ':', '>', ' ', '\\', '\n'].map((sign): [string, string] => [sign, ' ']),
  ['!', ''],
  ['|', '‖'],
]);

/** Accents over one character; over more the base stands alone. */
const combining: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
]);

const fonts = new Set(
  (
    'text textrm textbf textit textsf textsc texttt textnormal mathrm mathbf mathit mathsf mathtt ' +
    'mathcal mathbb mathfrak mathscr mathds boldsymbol bm operatorname mbox hbox ensuremath ' +
    'underline underbrace overbrace emph phantom url ce mathbin mathrel mathop'
  ).split(' '),
);

/** Fonts without which a letter means something else, or which put things above and below each other. */
const tellingFonts = new Set(
  'mathcal mathbb mathfrak mathscr mathds underline underbrace overbrace phantom ce'.split(' '),
);

const invisible = new Set(
  (
    'left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle limits ' +
    'nolimits rm bf it cal bigm middle nonumber label xspace'
  ).split(' '),
);

const opening = new Set('lVert lvert langle lceil lfloor lbrace lbrack'.split(' '));

const operators = new Set(
  (
    'log ln exp sin cos tan tanh min max inf sup lim arg argmin argmax det dim ker gcd deg Pr mod ' +
    'poly polylog tr rank diag sign sgn'
  ).split(' '),
);
