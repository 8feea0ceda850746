/** What has begun and not ended yet. */
interface Frame {
  /** The token that ends it. */
  readonly end: string;
  /** Text, in which formulas may begin, or a formula. */
  readonly isText: boolean;
  /** `&` parts its columns. */
  readonly columns: boolean;
}

/** A frame with what is still to come in it. */
interface OpenFrame extends Frame {
  /** Arguments that its last command waits for. */
  wanted: number;
  /** An argument in square brackets has begun. */
  optional: boolean;
  /** The scripts that its last sign has: `^`, `_` or both. */
  scripts: string;
  /** The last of them has no argument yet. */
  pending: boolean;
}

/** TeX has room for 255 groups in each other; real formulas need a dozen. */
const deepest = 30;

/**
 * How far a formula is read: the groups that are open, and in each what TeX would take next for an
 * argument or a script. Each step returns false where TeX would find something else.
 */
export class FormulaFrames {
  readonly #open: OpenFrame[] = [opened({ end: '', isText: true, columns: false })];

  get #top(): OpenFrame {
    return this.#open.at(-1) ?? opened({ end: '', isText: true, columns: false });
  }

  /** The token that ends what was opened last. */
  get end(): string {
    return this.#top.end;
  }

  /** In a text, and at the very beginning, dollars begin a formula. */
  get isText(): boolean {
    return this.#top.isText;
  }

  get hasColumns(): boolean {
    return this.#top.columns;
  }

  get depth(): number {
    return this.#open.length - 1;
  }

  get isOver(): boolean {
    return this.depth === 0;
  }

  open(frame: Frame): boolean {
    if (this.depth >= deepest || !this.add(1)) return false;
    this.#open.push(opened(frame));
    return true;
  }

  close(): boolean {
    if (!this.#isComplete) return false;
    this.#open.pop();
    return true;
  }

  /** `&`, and whatever else is no argument. */
  column(): boolean {
    if (!this.#isComplete) return false;
    this.#top.scripts = '';
    return true;
  }

  script(sign: string): boolean {
    const top = this.#top;
    if (!this.#isComplete || top.scripts.includes(sign)) return false;
    top.scripts += sign;
    top.pending = true;
    return true;
  }

  /** Something that may be an argument: a sign, a group or a command. */
  add(count: number): boolean {
    const top = this.#top;
    if (top.optional) return true;
    const asScript = top.pending ? 1 : 0;
    top.pending = false;
    const asArguments = Math.min(top.wanted, count - asScript);
    top.wanted -= asArguments;
    if (count > asScript + asArguments || asArguments > 0) top.scripts = '';
    return true;
  }

  /** @param count of its arguments. One that has any must not be one without braces. */
  command(count: number): boolean {
    const top = this.#top;
    if (count > 0 && top.wanted > 0 && !top.optional) return false;
    this.add(1);
    if (!top.optional) top.wanted = count;
    return true;
  }

  /** A run of signs; blanks count for nothing. */
  signs(run: string): boolean {
    const top = this.#top;
    let rest = run;
    if (top.wanted > 0 && /^\s*\[/.test(run)) top.optional = true;
    if (top.optional) {
      const end = run.indexOf(']');
      if (end < 0) return true;
      top.optional = false;
      rest = run.slice(end + 1);
    }
    // The star of `\operatorname*` is none of its arguments.
    if (top.wanted > 0 && !top.pending) rest = rest.replace(/^\*/, '');
    const count = Array.from(rest.replace(/\s+/g, '')).length;
    if (count > 0) this.add(count);
    return true;
  }

  get #isComplete(): boolean {
    const { wanted, optional, pending } = this.#top;
    return wanted === 0 && !optional && !pending;
  }
}

function opened(frame: Frame): OpenFrame {
  return { ...frame, wanted: 0, optional: false, scripts: '', pending: false };
}
