import { RowFilterer, type Filtered, type RowFilter } from '../core/reading/rowFilter.js';
import type { ListRow, PageWords, PaperKey, RowMark, ToPage } from './protocol.js';

type ListMessage = Extract<ToPage, { type: 'list' }>;
type RowsMessage = Extract<ToPage, { type: 'rows' }>;

const noMark: RowMark = { progress: 'new', starred: false, muted: false };

/** What the page knows of its list: the papers as far as they have come, their marks, the filter. */
export class ListModel {
  readonly #filterer = new RowFilterer();
  readonly #marks = new Map<PaperKey, RowMark>();
  #list: ListMessage | undefined;
  #rows: readonly ListRow[] = [];
  /** Of a list that takes the place of the one shown when all of it is there. */
  #coming: readonly ListRow[] | undefined;
  #found: { readonly text: string; readonly keys: ReadonlySet<PaperKey> } | undefined;
  /** @see FilterSources */
  #kept = new Set<PaperKey>();

  get list(): ListMessage | undefined {
    return this.#list;
  }

  /** Nothing is drawn before the first list is there. */
  get words(): PageWords {
    return this.#list?.words ?? ({} as PageWords);
  }

  get rows(): readonly ListRow[] {
    return this.#rows;
  }

  /** Of the list, whether they have come or not. */
  get total(): number {
    return this.#coming ? this.#rows.length : Math.max(this.#list?.total ?? 0, this.#rows.length);
  }

  markOf(key: PaperKey): RowMark {
    return this.#marks.get(key) ?? noMark;
  }

  /** The first list is shown as it comes; a later one takes the place of what is read just now. */
  begin(message: ListMessage): void {
    const isFirst = this.#rows.length === 0 || message.total === 0;
    this.#list = message;
    this.#coming = isFirst ? undefined : [];
    if (isFirst) this.#rows = [];
  }

  /** @returns whether the rows are others than before */
  takeRows({ list, rows, marks, isLast }: RowsMessage): boolean {
    if (list !== this.#list?.list) return false;
    rows.forEach((row, index) => this.#marks.set(row.key, marks[index] ?? noMark));
    if (!this.#coming) {
      this.#rows = [...this.#rows, ...rows];
      return true;
    }
    this.#coming = [...this.#coming, ...rows];
    if (!isLast) return false;
    this.#rows = this.#coming;
    this.#coming = undefined;
    return true;
  }

  /**
   * Papers whose marks have changed stay where they are until another filter is set, but for muted
   * ones.
   */
  takeMarks(changed: readonly (readonly [PaperKey, RowMark])[]): {
    readonly isFilteredAnew: boolean;
    /** The one paper that is not muted any more. */
    readonly back: PaperKey | undefined;
  } {
    let isFilteredAnew = false;
    let back: PaperKey | undefined;
    for (const [key, mark] of changed) {
      const before = this.markOf(key);
      this.#marks.set(key, mark);
      this.#kept.add(key);
      isFilteredAnew ||= before.muted !== mark.muted;
      if (before.muted && !mark.muted && changed.length === 1) back = key;
    }
    return { isFilteredAnew, back };
  }

  takeFound(text: string, keys: readonly PaperKey[]): void {
    this.#found = { text, keys: new Set(keys) };
  }

  /** Somebody sets another filter. */
  forgetKept(): void {
    this.#kept = new Set();
  }

  filtered(filter: RowFilter): Filtered {
    const isFound = this.#found?.text === filter.text;
    return this.#filterer.filter(this.#rows, filter, {
      markOf: (key) => this.markOf(key),
      kept: this.#kept,
      ...(isFound && this.#found && { found: this.#found.keys }),
    });
  }
}
