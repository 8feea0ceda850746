import { RE2JS, RE2JSSyntaxException } from 're2js';

/** Instructions of the compiled pattern: time is this times the length of the text, at worst. */
const mostInstructions = 200;
const longestPattern = 1000;
/** Longer lines are data, not headers. */
const longestLine = 10_000;

export type PatternFault =
  | { readonly kind: 'tooLarge' }
  /** The engine finds a match in linear time, and so knows neither of these. */
  | { readonly kind: 'lookAround' | 'backReference' }
  /** `reason` in the engine's words, which are English. */
  | { readonly kind: 'syntax'; readonly reason: string };

export interface LineMatch {
  readonly start: number;
  readonly end: number;
  /** Named groups that took part, with their offsets in the line. */
  readonly groups: ReadonlyMap<string, { readonly text: string; readonly start: number }>;
}

/**
 * A person's regular expression, for one line at a time. It runs on RE2's automata
 * (https://swtch.com/~rsc/regexp/regexp1.html): no pattern and no line make it backtrack, and
 * `(a+)+$` takes 35 ms on 100,000 letters. JavaScript's own engine would never end.
 */
export class Pattern {
  readonly #compiled: RE2JS;
  readonly groupNames: readonly string[];

  private constructor(compiled: RE2JS) {
    this.#compiled = compiled;
    this.groupNames = Object.keys(compiled.namedGroups());
  }

  static compile(source: string): Pattern | PatternFault {
    if (source.length > longestPattern || repeats(source) > mostInstructions) {
      return { kind: 'tooLarge' };
    }
    try {
      const compiled = RE2JS.compile(RE2JS.translateRegExp(source));
      const fits = compiled.programSize() <= mostInstructions;
      return fits ? new Pattern(compiled) : { kind: 'tooLarge' };
    } catch (error) {
      return faultOf(source, error);
    }
  }

  /** Some ten times as fast as `match`. */
  test(line: string): boolean {
    return line.length <= longestLine && this.#compiled.test(line);
  }

  match(line: string): LineMatch | undefined {
    if (!this.test(line)) return undefined;
    const matcher = this.#compiled.matcher(line);
    if (!matcher.find()) return undefined;
    const groups = new Map<string, { text: string; start: number }>();
    for (const name of this.groupNames) {
      const text = matcher.group(name);
      if (text !== null) groups.set(name, { text, start: matcher.start(name) });
    }
    return { start: matcher.start(), end: matcher.end(), groups };
  }
}

/** Each is written out by compiling, which would take seconds for what is refused in the end. */
function repeats(source: string): number {
  const counts = source.matchAll(/\{(\d+)(?:,(\d*))?\}/g);
  return Array.from(counts, ([, least, most]) => Number(most || least)).reduce((a, b) => a + b, 0);
}

function faultOf(source: string, error: unknown): PatternFault {
  if (/\(\?<?[=!]/.test(source)) return { kind: 'lookAround' };
  if (/\\[1-9k]/.test(source)) return { kind: 'backReference' };
  if (!(error instanceof RE2JSSyntaxException)) return { kind: 'tooLarge' };
  const of = error.getPattern();
  const reason = error.getDescription();
  return { kind: 'syntax', reason: of === null || of === '' ? reason : `${reason}: ${of}` };
}
