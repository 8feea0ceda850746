import type { PaperKey } from '../core/paper.js';

/** So long a command waits for a page to show another paper. */
const patienceMs = 1000;

/** The moves that a page was told, each by its number, and what waits until they are done. */
export class PageMoves {
  readonly #open = new Map<number, () => void>();
  #last = 0;

  /**
   * @param at tells where the page is when it has done the move, or when it is gone or too busy
   * @returns the number by which the page says that it is done, and where it arrives
   */
  begin(at: () => PaperKey | undefined): {
    readonly order: number;
    readonly arriving: Promise<PaperKey | undefined>;
  } {
    const order = ++this.#last;
    const arriving = new Promise<PaperKey | undefined>((resolve) => {
      const timer = setTimeout(() => this.done(order), patienceMs);
      this.#open.set(order, () => {
        clearTimeout(timer);
        resolve(at());
      });
    });
    return { order, arriving };
  }

  done(order: number): void {
    this.#open.get(order)?.();
    this.#open.delete(order);
  }
}
