/** The places of a table's columns by their names in lower case. */
export type Columns = ReadonlyMap<string, number>;

/** Stands in the labels between the columns of two tables: no cell consists of it. */
const bar = '|';

export function columnsOf(names: readonly string[]): Columns {
  return new Map(names.map((name, index) => [name.toLowerCase(), index]));
}

/** A row is tried with each of them. */
const mostHeads = 8;

/** The heads of a digest's tables, each once, in the order in which they come. */
export class TableHeads {
  readonly #numbers = new Map<string, number>();
  readonly #labels: string[] = [];
  readonly #columns: Columns[] = [];

  /** @returns the number of the head, from 0; undefined for one more than there may be */
  add(names: readonly string[]): number | undefined {
    const head = names.join(bar);
    const known = this.#numbers.get(head);
    if (known !== undefined || this.#columns.length === mostHeads) return known;
    const number = this.#columns.push(columnsOf(names)) - 1;
    this.#numbers.set(head, number);
    if (number > 0) this.#labels.push(bar);
    this.#labels.push(...names);
    return number;
  }

  get columns(): readonly Columns[] {
    return this.#columns;
  }

  /** What `columnsIn` makes the columns of again. */
  get labels(): readonly string[] {
    return this.#labels;
  }
}

/** @param labels of a digest */
export function columnsIn(labels: readonly string[]): Columns[] {
  const tables: Columns[] = [];
  for (let from = 0; from < labels.length;) {
    const next = labels.indexOf(bar, from);
    const to = next === -1 ? labels.length : next;
    tables.push(columnsOf(labels.slice(from, to)));
    from = to + 1;
  }
  return tables;
}
