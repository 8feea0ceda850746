/** The text between two bars, without the blanks around it. */
export interface Cell {
  readonly text: string;
  /** Where the text begins in its line, in UTF-16 code units. */
  readonly start: number;
}

/** Cells end at bars that no backslash escapes. */
export function splitCells(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = line.startsWith('|') ? 1 : 0;
  for (let bar = line.indexOf('|', start); bar !== -1; bar = line.indexOf('|', bar + 1)) {
    if (line[bar - 1] === '\\') continue;
    cells.push(cellAt(line, start, bar));
    start = bar + 1;
  }
  if (line.slice(start).trim() !== '') cells.push(cellAt(line, start, line.length));
  return cells;
}

function cellAt(line: string, from: number, to: number): Cell {
  const text = line.slice(from, to);
  const own = text.trimStart();
  return { text: own.trimEnd(), start: to - own.length };
}

/** What a cell that opens with the first has to close with. */
const pairs: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['<details>', '</details>'],
];

/**
 * Joins the pieces of cells whose own texts hold bars (`$P(X|Y)$`): first those that leave open what
 * they opened, then the surplus from `wide` on.
 */
export function fitted(
  line: string,
  cells: readonly Cell[],
  count: number,
  wide: number,
): readonly Cell[] {
  let surplus = cells.length - count;
  if (surplus <= 0) return cells;
  const joined: Cell[] = [];
  for (let index = 0; index < cells.length; index++) {
    const first = cells[index];
    if (!first) break;
    let last = first;
    const close = pairs.find(([open]) => first.text.startsWith(open))?.[1];
    const needsMore = (): boolean =>
      (close !== undefined &&
        (last === first ? !closes(first.text, close) : !last.text.endsWith(close))) ||
      (joined.length === wide && close === undefined);
    while (surplus > 0 && index + 1 < cells.length && needsMore()) {
      last = cells[++index] ?? last;
      surplus--;
    }
    joined.push(last === first ? first : cellAt(line, first.start, last.start + last.text.length));
  }
  return joined;
}

function closes(text: string, close: string): boolean {
  return text.length > close.length && text.endsWith(close);
}
