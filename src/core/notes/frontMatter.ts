/** The block of YAML that a document begins with; offsets are UTF-16 code units, ends exclusive. */
export interface FrontMatter {
  /** The YAML, from behind the first `---` line to the line that closes it. */
  readonly start: number;
  readonly end: number;
  /** What comes behind the closing line. */
  readonly bodyStart: number;
}

/** No front matter is longer; what is has lost its end. */
const longest = 100_000;

/** undefined for a text that does not begin with a closed block between `---` and `---` or `...`. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const start = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const rest = text.slice(start, start + longest);
  const close = /(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/.exec(rest);
  if (!close) return undefined;
  const end = start + close.index;
  return { start, end, bodyStart: end + close[0].length };
}
