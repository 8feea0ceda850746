import type { PaperKey } from '../core/paper.js';

/**
 * The paper that the active page shows: what a command is about that is given none. A page tells it
 * when it comes to the front, and takes it back when it goes.
 */
export class PaperInSight {
  #page: object | undefined;
  #key: PaperKey | undefined;
  #goesOn = false;
  #arriving: Promise<PaperKey | undefined> | undefined;

  /**
   * The paper that a command is about which was called just now: a key may be pressed before the page
   * is where the key before it led to.
   */
  asked(): Promise<PaperKey | undefined> {
    return this.#arriving ?? Promise.resolve(this.#key);
  }

  /** @param arriving at which paper the page arrives, where it was sent just now */
  move(arriving: Promise<PaperKey | undefined>): void {
    this.#arriving = arriving;
    void arriving.then(() => {
      if (this.#arriving === arriving) this.#arriving = undefined;
    });
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
