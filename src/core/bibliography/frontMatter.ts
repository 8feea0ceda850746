/** No front matter is longer; what is has lost its end. In UTF-16 code units. */
export const longestFrontMatter = 100_000;

/** Whether a document begins with a header; what it says is not looked at, and no parser of YAML is loaded. */
export function hasFrontMatter(text: string): boolean {
  return frontMatter(text).yaml.trim() !== '';
}

/** The block between `---` and `---` or `...` that a document begins with; empty without one. */
export function frontMatter(text: string): { readonly yaml: string; readonly begin: number } {
  const begin = /^---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length;
  if (begin === undefined) return { yaml: '', begin: 0 };
  const rest = text.slice(begin, begin + longestFrontMatter);
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)?.index;
  return { yaml: rest.slice(0, end ?? 0), begin };
}
