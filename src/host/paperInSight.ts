import type { PaperKey } from '../core/paper.js';

/**
 * The paper that the active page shows: what a command is about that is given none. A page tells it
 * when it comes to the front, and takes it back when it goes.
 */
export class PaperInSight {
  #page: object | undefined;
  #key: PaperKey | undefined;
  #goesOn = false;
  #settled: Promise<void> = Promise.resolve();

  /** Resolves when the page has gone where it was sent: a key may be pressed before it is there. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** @param arrived resolves when the page is where it was sent, or does not get there */
  move(arrived: Promise<void>): void {
    this.#settled = this.#settled.then(() => arrived);
  }

  get key(): PaperKey | undefined {
    return this.#key;
  }

  /** Whoever reads there goes on with the next paper: the keyboard is not to be taken away. */
  get goesOn(): boolean {
    return this.#goesOn;
  }

  show(page: object, key: PaperKey | undefined, goesOn = false): void {
    this.#page = page;
    this.#key = key;
    this.#goesOn = goesOn;
  }

  /** Another page may have come to the front before this one went. */
  leave(page: object): void {
    if (this.#page !== page) return;
    this.#page = undefined;
    this.#key = undefined;
    this.#goesOn = false;
  }
}
