import type { PaperKey } from '../core/paper.js';
import { steadyOrder } from '../core/steadyOrder.js';
import type { FoundEntries } from './pickerOptions.js';
import {
  entryRow,
  isEntryRow,
  isPaper,
  writePaper,
  type EntryRow,
  type PaperRow,
  type PickerRow,
  type WorkRow,
} from './pickerRows.js';
import type { Found, FoundPaper } from './searchService.js';

/** What is shown for one text, while more and more can be found for it. */
export class PickerRound {
  /** As it stands in the box: a blank at its end ends the last word. */
  readonly value: string;
  /** Ticked before the text was typed: these lead the list. */
  readonly #ticked: readonly WorkRow[];
  readonly #makePaper: (found: FoundPaper) => PaperRow;
  readonly #rows = new Map<string, PickerRow>();
  readonly #papers = new Map<PaperKey, PaperRow>();
  #order: readonly PaperRow[] = [];
  #entries: readonly EntryRow[] = [];
  /** Counts how often there was a reason to look it up. */
  asked = 0;
  running = false;
  drawn = false;
  /** Rows that have come first, of which VS Code has not told yet that they have the focus; the last has. */
  #leads: readonly PickerRow[] = [];
  #isChosen = false;
  found: Found | undefined;
  /** What went wrong. */
  failure: string | undefined;

  constructor(
    value: string,
    ticked: readonly WorkRow[],
    makePaper: (found: FoundPaper) => PaperRow,
  ) {
    this.value = value;
    this.#ticked = ticked;
    this.#makePaper = makePaper;
    for (const row of ticked) {
      if (isPaper(row)) this.#papers.set(row.found.paper.key, row);
      else this.#rows.set(row.id, row);
    }
  }

  get query(): string {
    return this.value.trim();
  }

  /** Whether a person has given the focus to a row; the first has it of itself. */
  get isChosen(): boolean {
    return this.#isChosen;
  }

  /** The list is drawn with this row in front. */
  led(row: PickerRow): void {
    if (this.#leads.at(-1) !== row) this.#leads = [...this.#leads, row];
  }

  /** VS Code tells which row has the focus, which may be of the list as it was some states ago. */
  focused(row: PickerRow): void {
    const place = this.#leads.lastIndexOf(row);
    this.#isChosen = place < 0;
    if (place > 0) this.#leads = this.#leads.slice(place);
  }

  /** Papers in the order in which they are shown. */
  get papers(): readonly PaperRow[] {
    return this.#order;
  }

  /** Works that no digest tells of. */
  get entries(): readonly EntryRow[] {
    return this.#entries;
  }

  /** What leads the list: nobody has to choose it. */
  get first(): WorkRow | undefined {
    return this.#entries[0] ?? this.#order[0];
  }

  /** @param found for the papers as they were taken */
  takeEntries({ ofPapers, others }: FoundEntries): void {
    const papers = this.found?.papers ?? [];
    for (const [index, { paper }] of papers.entries()) {
      const [row, entry] = [this.#papers.get(paper.key), ofPapers[index]];
      if (!row) continue;
      if (entry) row.entry = entry;
      else delete row.entry;
      writePaper(row);
    }
    this.#entries = others.map((place) => this.row(entryRow(place))).filter(isEntryRow);
  }

  /** @param chosen the row under the person's hands: it and what is above it stay */
  take(found: Found, chosen: PickerRow | undefined): void {
    this.found = found;
    this.failure = undefined;
    const rows = found.papers.map((paper) => this.#paper(paper));
    const place = this.#order.findIndex((row) => row === chosen);
    const steady = place >= 0 ? steadyOrder(this.#order, place + 1, rows) : rows;
    const ticked = new Set<WorkRow>(this.#ticked);
    this.#order = [...this.#ticked.filter(isPaper), ...steady.filter((row) => !ticked.has(row))];
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
