/** A stretch of a text in UTF-16 code units, the end exclusive. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export const openBrace = 123;
export const closeBrace = 125;
export const openBracket = 91;
export const closeBracket = 93;
export const colon = 58;
export const comma = 44;
export const quote = 34;
export const endOfText = 0;
const backslash = 92;
const lineFeed = 10;
const carriageReturn = 13;
/** A quote, a backslash or what is below the blank: what may not stand in a text as it is. */
const special = /[^ !#-[\]-\uffff]/g;

/**
 * Walks over the signs and texts of a JSON file, damaged or not; numbers and words are passed over.
 * Texts are looked for by their end and not read, which takes a fraction of the time of a parser
 * that has to know what they say: nearly all of a data file is abstracts that nobody has asked for yet. A text
 * that is not closed ends with its line, since a line break has to be escaped inside one.
 */
export class JsonScan {
  readonly text: string;
  readonly #to: number;
  /** Of the sign or text that `next` went to; a text's quotes are part of it. */
  start: number;
  end: number;
  /** Whether the last text has its second quote. */
  closed = true;
  /** Where the last text first has what is more than a character to a parser; -1 when it never has. */
  escape = -1;

  constructor(text: string, { start, end }: JsonSpan) {
    this.text = text;
    this.start = start;
    this.end = start;
    this.#to = end;
  }

  /** The code of the next sign, `quote` for a text, or `endOfText`. */
  next(): number {
    for (let at = this.end; at < this.#to; at++) {
      const code = this.text.charCodeAt(at);
      switch (code) {
        case openBrace:
        case closeBrace:
        case openBracket:
        case closeBracket:
        case colon:
        case comma:
          this.start = at;
          this.end = at + 1;
          return code;
        case quote:
          this.start = at;
          this.end = this.#behindText(at);
          return code;
      }
    }
    this.start = this.#to;
    this.end = this.#to;
    return endOfText;
  }

  /** Makes `next` go to the same sign again. */
  stepBack(): void {
    this.end = this.start;
  }

  #behindText(opening: number): number {
    const { text } = this;
    const to = this.#to;
    // One search finds the end of most texts; where escapes begin, more are near, one by one.
    special.lastIndex = opening + 1;
    const first = special.test(text) ? special.lastIndex - 1 : to;
    this.escape = first < to && text.charCodeAt(first) !== quote ? first : -1;
    this.closed = false;
    for (let at = first; at < to; at++) {
      let code = text.charCodeAt(at);
      if (code === quote) {
        this.closed = true;
        return at + 1;
      }
      if (code === backslash && at + 1 < to) code = text.charCodeAt(++at);
      if (code === lineFeed || code === carriageReturn) return at;
    }
    return to;
  }
}

/** What a text says, its quotes given with it; undefined when it is damaged. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
