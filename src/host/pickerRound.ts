import type { PaperKey } from '../core/paper.js';
import { steadyOrder } from '../core/steadyOrder.js';
import { writePaper, type PaperRow, type PickerRow } from './pickerRows.js';
import type { Found, FoundPaper } from './searchService.js';

/** What is shown for one text, while more and more can be found for it. */
export class PickerRound {
  /** As it stands in the box: a blank at its end ends the last word. */
  readonly value: string;
  /** Ticked before the text was typed: these lead the list. */
  readonly #ticked: readonly PaperRow[];
  readonly #makePaper: (found: FoundPaper) => PaperRow;
  readonly #rows = new Map<string, PickerRow>();
  readonly #papers = new Map<PaperKey, PaperRow>();
  #order: readonly PaperRow[] = [];
  /** Counts how often there was a reason to look it up. */
  asked = 0;
  running = false;
  drawn = false;
  found: Found | undefined;
  /** What went wrong. */
  failure: string | undefined;

  constructor(
    value: string,
    ticked: readonly PaperRow[],
    makePaper: (found: FoundPaper) => PaperRow,
  ) {
    this.value = value;
    this.#ticked = ticked;
    this.#makePaper = makePaper;
    for (const row of ticked) this.#papers.set(row.found.paper.key, row);
  }

  get query(): string {
    return this.value.trim();
  }

  /** Papers in the order in which they are shown. */
  get papers(): readonly PaperRow[] {
    return this.#order;
  }

  /**
   * @param active the row under the person's hands: it and what is above it stay, unless it is the
   * first, which nobody has chosen
   */
  take(found: Found, active: PickerRow | undefined): void {
    this.found = found;
    this.failure = undefined;
    const rows = found.papers.map((paper) => this.#paper(paper));
    const place = this.#order.findIndex((row) => row === active);
    const steady = place > 0 ? steadyOrder(this.#order, place + 1, rows) : rows;
    const ticked = new Set(this.#ticked);
    this.#order = [...this.#ticked, ...steady.filter((row) => !ticked.has(row))];
  }

  /** The row of this id: one that is there already stays the same. */
  row(made: PickerRow): PickerRow {
    const known = this.#rows.get(made.id);
    if (known) return known;
    this.#rows.set(made.id, made);
    return made;
  }

  #paper(found: FoundPaper): PaperRow {
    const known = this.#papers.get(found.paper.key);
    if (!known) {
      const row = this.#makePaper(found);
      this.#papers.set(found.paper.key, row);
      return row;
    }
    known.found = found;
    writePaper(known);
    return known;
  }
}
