import { findMath } from '../../render/mathSegments.js';
import { writtenFormula } from '../../render/writtenFormula.js';

/** Signs that Unicode leaves to everybody, far from those that fonts of icons use. */
const firstSign = 0x100000;
const mostSigns = 0xfffe;
const ownSigns = /[\u{100000}-\u{10fffd}]/gu;
/**
 * What begins a tag of HTML or a character by its name, raised and lowered letters, and marks behind
 * blanks, which would pass for a style's own.
 */
const readSigns =
  /[<>&\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u1d2c-\u1d6a\u2070-\u209f]|(?<=\s)[.,;:]/g;
/** Quotes that the engine writes as the style's language and their place want them, once they are straight. */
const quotes = /(?<=^|[\s(])“([^“”"]*)”/g;

/**
 * Texts of one paper on their way through the engine, which reads HTML in them, changes quotes,
 * capitals and small digits, and must not touch formulas. What it must not see is one sign each, and
 * comes back after.
 */
export class CslText {
  readonly #hidden: string[] = [];

  /** @param math formulas are to be kept, those that are fit to be written */
  hide(text: string, math: boolean): string {
    let out = '';
    let at = 0;
    const clean = text.replace(ownSigns, '').replace(/\p{Surrogate}/gu, '\ufffd');
    for (const { start, end } of math ? findMath(clean) : []) {
      const written = writtenFormula(clean.slice(start, end));
      if (written === undefined) continue;
      out += this.#plain(clean.slice(at, start)) + this.#sign(written);
      at = end;
    }
    return out + this.#plain(clean.slice(at));
  }

  /**
   * @param text as the engine has left it
   * @param plain what becomes of all else than formulas
   * @param formula what becomes of a formula between its delimiters
   */
  show(
    text: string,
    plain: (text: string) => string,
    formula: (math: string) => string = (math) => math,
  ): string {
    let out = '';
    let run = '';
    for (const sign of text) {
      const hidden = this.#hidden[(sign.codePointAt(0) ?? 0) - firstSign];
      if (hidden === undefined || hidden.length === 1) {
        run += hidden ?? sign;
        continue;
      }
      out += plain(run) + formula(hidden);
      run = '';
    }
    return out + plain(run);
  }

  #plain(text: string): string {
    return text.replace(readSigns, (sign) => this.#sign(sign)).replace(quotes, '"$1"');
  }

  #sign(text: string): string {
    const known = this.#hidden.indexOf(text);
    if (known >= 0) return String.fromCodePoint(firstSign + known);
    if (this.#hidden.length >= mostSigns) return '';
    this.#hidden.push(text);
    return String.fromCodePoint(firstSign + this.#hidden.length - 1);
  }
}
