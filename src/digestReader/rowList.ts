import { rowElement, showMark, type RowWords } from './rowElement.js';
import type { ListRow, PaperKey, RowMark } from './protocol.js';

export interface RowListOptions {
  readonly markOf: (key: PaperKey) => RowMark;
  readonly words: () => RowWords;
  /** A row was chosen, by a key or a press. */
  readonly onSelect: (index: number) => void;
  /** Its paper is wanted for reading: the keyboard goes there. */
  readonly onOpen: (index: number) => void;
  readonly onStar: (key: PaperKey) => void;
}

/**
 * A list of thousands of rows, all of one height: only those in sight are drawn, and as many again
 * above and below, so that none is missing while it scrolls.
 */
export class RowList {
  readonly #box: HTMLElement;
  readonly #space: HTMLElement;
  readonly #options: RowListOptions;
  readonly #drawn = new Map<number, HTMLElement>();
  #rows: readonly ListRow[] = [];
  #selected = -1;
  #height = 0;

  constructor(box: HTMLElement, options: RowListOptions) {
    this.#box = box;
    this.#options = options;
    this.#space = box.appendChild(document.createElement('div'));
    this.#space.className = 'space';
    this.#space.role = 'presentation';
    box.addEventListener('scroll', () => this.#draw(), { passive: true });
    box.addEventListener('keydown', (event) => this.#press(event));
    box.addEventListener('click', (event) => this.#click(event));
    new ResizeObserver(() => this.measure()).observe(box);
  }

  get rows(): readonly ListRow[] {
    return this.#rows;
  }

  get selected(): number {
    return this.#selected;
  }

  /** -1 for a paper that is none of the rows. */
  indexOf(key: PaperKey | undefined): number {
    return this.#rows.findIndex((row) => row.key === key);
  }

  /** In CSS pixels. */
  get top(): number {
    return this.#box.scrollTop;
  }

  /** @param selected its row; -1 for none */
  show(rows: readonly ListRow[], selected: number): void {
    this.#rows = rows;
    this.#selected = selected;
    this.#clear();
    this.measure();
  }

  inSight(): readonly ListRow[] {
    const { scrollTop, clientHeight } = this.#box;
    if (this.#height === 0) return [];
    const first = Math.floor(scrollTop / this.#height);
    return this.#rows.slice(first, Math.ceil((scrollTop + clientHeight) / this.#height));
  }

  select(index: number): void {
    const before = this.#drawn.get(this.#selected);
    before?.setAttribute('aria-selected', 'false');
    this.#selected = index;
    this.reveal();
    this.#draw();
  }

  /** Brings the selected row into sight, with the least movement. */
  reveal(): void {
    if (this.#selected < 0) return;
    const { scrollTop, clientHeight } = this.#box;
    const top = this.#selected * this.#height;
    if (top < scrollTop) this.#box.scrollTop = top;
    else if (top + this.#height > scrollTop + clientHeight) {
      this.#box.scrollTop = top + this.#height - clientHeight;
    }
  }

  scrollTo(top: number): void {
    this.#box.scrollTop = top;
    this.#draw();
  }

  /** Shows the marks of all rows in sight as they are now. */
  refreshMarks(): void {
    for (const [index, element] of this.#drawn) {
      const row = this.#rows[index];
      if (row) showMark(element, this.#options.markOf(row.key), this.#options.words());
    }
  }

  focus(): void {
    this.#box.focus({ preventScroll: true });
  }

  /** Anew when letters or the panel have another size. */
  measure(): void {
    const probe = this.#space.appendChild(document.createElement('div'));
    probe.className = 'row';
    this.#height = probe.getBoundingClientRect().height;
    probe.remove();
    this.#space.style.height = `${this.#rows.length * this.#height}px`;
    for (const [index, element] of this.#drawn) element.style.top = `${index * this.#height}px`;
    this.#draw();
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.#box;
    if (this.#height === 0) return;
    const inSight = Math.ceil(clientHeight / this.#height) + 1;
    const first = Math.max(0, Math.floor(scrollTop / this.#height) - inSight);
    const end = Math.min(this.#rows.length, first + 3 * inSight);
    for (const [index, element] of this.#drawn) {
      // The selected row stays: the list tells screen readers of it.
      if ((index >= first && index < end) || index === this.#selected) continue;
      element.remove();
      this.#drawn.delete(index);
    }
    for (let index = first; index < end; index++) this.#add(index);
    if (this.#selected >= 0) this.#add(this.#selected);
    const active = this.#drawn.get(this.#selected);
    active?.setAttribute('aria-selected', 'true');
    if (active) this.#box.setAttribute('aria-activedescendant', active.id);
    else this.#box.removeAttribute('aria-activedescendant');
  }

  #add(index: number): void {
    const row = this.#rows[index];
    if (row === undefined || this.#drawn.has(index)) return;
    const { markOf, words } = this.#options;
    const element = rowElement(row, index, this.#rows.length);
    showMark(element, markOf(row.key), words());
    element.style.top = `${index * this.#height}px`;
    this.#drawn.set(index, element);
    // In their order, which is that in which they are read.
    const next = [...this.#drawn].reduce<readonly [number, HTMLElement] | undefined>(
      (least, one) => (one[0] > index && (!least || one[0] < least[0]) ? one : least),
      undefined,
    );
    this.#space.insertBefore(element, next?.[1] ?? null);
  }

  #clear(): void {
    this.#drawn.clear();
    this.#space.replaceChildren();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(this.#box.clientHeight / this.#height) - 1);
    const last = this.#rows.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: this.#selected + 1,
      ArrowUp: this.#selected - 1,
      PageDown: this.#selected + page,
      PageUp: this.#selected - page,
      Home: 0,
      End: last,
    };
    const index = to[event.key];
    if (index !== undefined) {
      event.preventDefault();
      if (last >= 0) this.#options.onSelect(Math.min(last, Math.max(0, index)));
    } else if (event.key === 'Enter' && this.#selected >= 0) {
      event.preventDefault();
      this.#options.onOpen(this.#selected);
    }
  }

  #click({ target }: MouseEvent): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    const index = Number(element?.dataset.index);
    const row = this.#rows[index];
    if (row === undefined || !(target instanceof Element)) return;
    if (target.closest('.star')) this.#options.onStar(row.key);
    else this.#options.onOpen(index);
  }
}
