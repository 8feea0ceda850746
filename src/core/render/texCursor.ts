import type { MathSegment } from './mathSegments.js';

/** A place in a TeX text, which knows where formulas begin and where groups end. Moves forward only. */
export class TexCursor {
  position = 0;
  private nextMath = 0;
  private readonly closers: ReadonlyMap<number, number>;

  constructor(
    readonly text: string,
    private readonly math: readonly MathSegment[],
  ) {
    this.closers = matchBraces(text, math);
  }

  /** The formula that begins here. */
  mathHere(): MathSegment | undefined {
    let segment = this.math[this.nextMath];
    while (segment !== undefined && segment.start < this.position) {
      segment = this.math[++this.nextMath];
    }
    return segment?.start === this.position ? segment : undefined;
  }

  /** Matches a sticky pattern here, without moving. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text);
  }

  /** The character `offset` code units away, empty beyond the ends. */
  char(offset: number): string {
    return this.text.charAt(this.position + offset);
  }

  /** Where the group ends that begins here; undefined when none does. */
  groupEnd(): number | undefined {
    return this.closers.get(this.position);
  }

  /** Moves over the group that begins here and returns it as written, without its braces. */
  readRaw(): string {
    const close = this.groupEnd();
    if (close === undefined) return '';
    const raw = this.text.slice(this.position + 1, close);
    this.position = close + 1;
    return raw;
  }
}

/** Opening brace to closing brace, formulas and escaped braces left out. */
function matchBraces(text: string, math: readonly MathSegment[]): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const segment = math[next];
    const sign = text[at];
    if (segment?.start === at) {
      at = segment.end - 1;
      next++;
    } else if (sign === '\\') {
      at++;
    } else if (sign === '{') {
      open.push(at);
    } else if (sign === '}') {
      const start = open.pop();
      if (start !== undefined) closers.set(start, at);
    }
  }
  return closers;
}
