import type { TextRange } from './text.js';

/** The head of a text has no more lines than these, … */
const mostHeadLines = 400;
/** … fewer where they are long: it ends about here, in UTF-16 code units; … */
const headLength = 64_000;
/** … and never fewer than these, since one of them may be a picture. */
const fewestHeadLines = 40;

/**
 * A text cut into lines as VS Code cuts it: `\n`, `\r\n` and a lone `\r` end a line (U+2028 and the
 * like do not). Lines are sliced on demand, so that a digest of 1.6 MB costs one pass and one array
 * of numbers.
 */
export class Lines {
  readonly text: string;
  /** Offset of each line's first character. */
  readonly #starts: Uint32Array;
  #firstSign: string | undefined;
  #headCount: number | undefined;
  /** The code units with which the lines of the head begin, that of the line end where one is empty. */
  #firsts: Uint16Array | undefined;

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  /** At least 1: an empty text has one empty line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the line's first character in the text; for `count`, the text's length. */
  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** Offset behind the line's last character, its line end excluded. */
  end(line: number): number {
    let end = this.start(line + 1);
    const start = this.start(line);
    if (line + 1 < this.count) {
      if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
      if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  }

  /** The line without its line end; the empty string past the last line. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  startsWith(line: number, prefix: string): boolean {
    return line < this.count && this.text.startsWith(prefix, this.start(line));
  }

  /** The first character of the text that is no white space; the empty string when there is none. */
  get firstSign(): string {
    return (this.#firstSign ??= /\S/.exec(this.text)?.[0] ?? '');
  }

  /**
   * How many lines are the head of the text. Formats show themselves in it: digests begin with their
   * contents, not with prose.
   */
  get headCount(): number {
    if (this.#headCount === undefined) {
      let count = Math.min(this.count, mostHeadLines);
      while (count > fewestHeadLines && this.start(count - 1) > headLength) count--;
      this.#headCount = count;
    }
    return this.#headCount;
  }

  /**
   * The first line that begins so, among the first `limit`: the head, unless told. Costs one pass over the head, whoever asks
   * for whatever beginning, and a look at those with the same first character.
   * @param prefix not empty, without a line end
   */
  firstWith(prefix: string, limit = this.headCount): number | undefined {
    const to = Math.min(limit, this.count);
    const firsts = (this.#firsts ??= firstsOf(this));
    const first = prefix.charCodeAt(0);
    for (let line = 0; line < to && line < firsts.length; line++) {
      if (firsts[line] === first && this.startsWith(line, prefix)) return line;
    }
    for (let line = firsts.length; line < to; line++) {
      if (this.startsWith(line, prefix)) return line;
    }
    return undefined;
  }

  isBlank(line: number): boolean {
    const start = this.start(line);
    const end = this.end(line);
    if (start === end) return true;
    // A letter is the common case, and far cheaper to see than to slice and trim.
    const first = this.text.charCodeAt(start);
    return first > 32 && first < 127 ? false : this.line(line).trim() === '';
  }

  /** The first line from here on that is not blank; `count` when all are. */
  skipBlank(from: number): number {
    let line = from;
    while (line < this.count && this.isBlank(line)) line++;
    return line;
  }

  /** Lines `from` to `to` (exclusive), joined by `\n`, whatever ended them in the file. */
  slice(from: number, to: number): string {
    if (to <= from) return '';
    const text = this.text.slice(this.start(from), this.end(to - 1));
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** What a range holds, with lines that end at `\n`, whatever ended them in the file. */
  sliceRange({ startLine, startCharacter, endLine, endCharacter }: TextRange): string {
    const text = this.text.slice(
      this.start(startLine) + startCharacter,
      Math.min(this.start(endLine) + endCharacter, this.end(endLine)),
    );
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /**
   * The line that holds an offset. Costs a binary search, over as many lines as lie between.
   * @param from the line or one before it, such as that of an offset asked for before
   */
  lineAt(offset: number, from = 0): number {
    let low = from;
    let step = 1;
    while (low + step < this.count && this.start(low + step) <= offset) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.count) - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function firstsOf(lines: Lines): Uint16Array {
  const firsts = new Uint16Array(lines.headCount);
  for (let line = 0; line < firsts.length; line++) {
    firsts[line] = lines.text.charCodeAt(lines.start(line));
  }
  return firsts;
}

function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  if (text.includes('\r')) {
    const end = /\r\n?|\n/g;
    while (end.exec(text)) starts.push(end.lastIndex);
  } else {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
  }
  return Uint32Array.from(starts);
}
