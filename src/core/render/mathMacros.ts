/** What macros stand for, by their names with the backslash: `\RR` for `\mathbb{R}`, `#1` for an argument. */
export type MathMacros = Readonly<Record<string, string>>;

export const noMacros: MathMacros = {};

const mostMacros = 500;
const longestBody = 500;
const mostExpansions = 200;
const longestFormula = 5000;

/**
 * A person's own macros, from a setting's value of any kind: `{ "RR": "\\mathbb{R}" }`, the names with
 * or without their backslash. What is no macro is left out.
 */
export function readMathMacros(value: unknown): MathMacros {
  if (typeof value !== 'object' || value === null) return noMacros;
  const macros = Object.entries(value).flatMap(([name, body]): [string, string][] => {
    const letters = /^\\?([A-Za-z]+)$/.exec(name)?.[1];
    const fits = typeof body === 'string' && body.length <= longestBody;
    return letters !== undefined && fits ? [[`\\${letters}`, body]] : [];
  });
  return Object.fromEntries(macros.slice(0, mostMacros));
}

/**
 * The formula with its macros written out. This is done on the text, and not by the engine that
 * draws the formula, because KaTeX counts expansions but not how long they make a formula: 300 macros
 * of 500 signs take it twelve seconds. It is also why the page, a hover's picture and plain text
 * know the same macros.
 * @throws {Error} when macros call each other without end, or make the formula longer than 5,000 signs
 */
export function expandMacros(tex: string, macros: MathMacros): string {
  let text = tex;
  let at = 0;
  for (let count = 0; ; count++) {
    const call = nextCall(text, at, macros);
    if (call === undefined) return text;
    const written = call.inBraces ? `{${call.text}}` : call.text;
    text = text.slice(0, call.start) + written + text.slice(call.end);
    at = call.start;
    if (count >= mostExpansions || text.length > longestFormula) {
      throw new Error('The macros of this formula make it too long, or call themselves.');
    }
  }
}

/** The same; a formula that cannot be written out stays as it is. */
export function expandedOrSame(tex: string, macros: MathMacros): string {
  try {
    return expandMacros(tex, macros);
  } catch {
    return tex;
  }
}

interface MacroCall {
  readonly start: number;
  readonly end: number;
  /** The macro's body with its arguments in it. */
  readonly text: string;
  readonly inBraces: boolean;
}

function nextCall(text: string, from: number, macros: MathMacros): MacroCall | undefined {
  const word = /\\(?:[A-Za-z]+|[^])/g;
  word.lastIndex = from;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const [name] = match;
    if (!Object.hasOwn(macros, name)) continue;
    const body = macros[name] ?? '';
    const start = match.index;
    let end = start + name.length;
    const given: string[] = [];
    while (given.length < argumentCount(body)) {
      const argument = argumentAt(text, end);
      given.push(argument.text);
      end = argument.end;
    }
    const filled = body.replace(
      /#([1-9])/g,
      (_, number, place: number) =>
        gap(body.slice(0, place), given[Number(number) - 1]) + (given[Number(number) - 1] ?? ''),
    );
    const inBraces = isArgument.test(text.slice(Math.max(0, start - 80), start));
    return { start, end, text: filled + gap(filled, text.slice(end, end + 1)), inBraces };
  }
  return undefined;
}

/** Keeps the name of a command apart from a letter that comes to stand after it. */
function gap(before: string, after = ''): string {
  return /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}

/** What stands here belongs to an index or a command: as TeX reads it, all of a macro is one argument. */
const isArgument =
  /(?:[\^_]|\\(?:sqrt|(?:wide)?(?:hat|tilde|bar)|vec|d?dot|over(?:line|brace)|under(?:line|brace)|operatorname|(?:math|text)(?:bb|bf|cal|frak|it|rm|scr|sf|tt)|boldsymbol|bm|[dt]?frac(?:\s*(?:\w|\{[^{}]*\}))?|d?binom(?:\s*(?:\w|\{[^{}]*\}))?))\s*$/;

function argumentCount(body: string): number {
  return Math.max(0, ...Array.from(body.matchAll(/#([1-9])/g), ([, number]) => Number(number)));
}

/** A group without its braces, a command's name, or one sign; empty where the formula ends. */
function argumentAt(text: string, from: number): { readonly text: string; readonly end: number } {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (text[start] !== '{') {
    const one = /^(?:\\(?:[A-Za-z]+|[^])|[^\\{}&])/u.exec(text.slice(start))?.[0] ?? '';
    return { text: one, end: start + one.length };
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) {
      return { text: text.slice(start + 1, at), end: at + 1 };
    }
  }
  return { text: text.slice(start + 1), end: text.length };
}
