import type { TextRange } from './text.js';

/** In longer texts, to look at the beginning of each line takes less than to search all of the text. */
const quickSearch = 32_000;

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
   * The first line that begins so, among the first `limit`.
   * @param prefix without a line end
   */
  firstWith(prefix: string, limit = this.count): number | undefined {
    const to = Math.min(limit, this.count);
    const end = this.start(to);
    if (end > quickSearch) {
      for (let line = 0; line < to; line++) if (this.startsWith(line, prefix)) return line;
      return undefined;
    }
    const head = this.text.slice(0, end);
    for (let at = head.indexOf(prefix); at !== -1; at = head.indexOf(prefix, at + 1)) {
      if (at === 0 || isLineEnd(head.charCodeAt(at - 1))) return this.lineAt(at);
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

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
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
