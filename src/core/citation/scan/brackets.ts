/** A closed pair of brackets. */
export interface Pair {
  /** Offset of the closing bracket. */
  readonly close: number;
  /** No brace stands inside the pair of braces. */
  readonly flat: boolean;
}

interface Open {
  readonly at: number;
  readonly sign: string;
  flat: boolean;
}

const closers: ReadonlyMap<string, string> = new Map([
  [']', '['],
  ['}', '{'],
  [')', '('],
]);

/**
 * The pairs of a text by the offset of their opening bracket, in one pass: asking for the end of each
 * opening bracket by itself would be quadratic where none is closed. A closing brace ends what is left
 * open inside it; a blank line ends everything, for no citation goes beyond its paragraph.
 * @param kinds the opening brackets that count
 */
export function bracketPairs(text: string, kinds: string): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  let open: Open[] = [];
  /** Those of them that are braces, so that the next one outside is found at once. */
  let braces: Open[] = [];
  for (const match of text.matchAll(/\\[^]|[[\](){}]|\n[^\S\n]*\n/g)) {
    const sign = match[0];
    if (sign.startsWith('\\')) continue;
    if (sign.startsWith('\n')) {
      open = [];
      braces = [];
    } else if (kinds.includes(sign)) {
      const opened = { at: match.index, sign, flat: true };
      open.push(opened);
      if (sign !== '{') continue;
      const outer = braces.at(-1);
      if (outer) outer.flat = false;
      braces.push(opened);
    } else {
      const opening = closers.get(sign);
      if (opening === undefined || !kinds.includes(opening)) continue;
      if (sign === '}') while (open.length > 0 && open.at(-1)?.sign !== '{') open.pop();
      const last = open.at(-1);
      if (last?.sign !== opening) continue;
      open.pop();
      if (opening === '{') braces.pop();
      pairs.set(last.at, { close: match.index, flat: last.flat });
    }
  }
  return pairs;
}

/** A text between offsets as the items of a list, with their offsets; blanks at their ends cut off. */
export function listItems(
  text: string,
  from: number,
  to: number,
  separator: string,
): { readonly text: string; readonly start: number }[] {
  return text
    .slice(from, to)
    .split(separator)
    .map((item) => {
      const start = from;
      from += item.length + separator.length;
      const lead = /^[\s\u0001]*/.exec(item)?.[0].length ?? 0;
      return { text: item.slice(lead).replace(/[\s\u0001]+$/, ''), start: start + lead };
    });
}
