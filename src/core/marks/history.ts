/** Something that a person has done, and can take back and do again. */
export interface Act {
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Who goes further back looks for a file's older version. */
const mostActs = 200;

/** What was done in a window, one thing after the other. */
export class History {
  readonly #done: Act[] = [];
  #undone: Act[] = [];

  add(act: Act): void {
    this.#done.push(act);
    if (this.#done.length > mostActs) this.#done.shift();
    this.#undone = [];
  }

  /** @returns whether there was something to take back */
  async undo(): Promise<boolean> {
    const act = this.#done.pop();
    if (!act) return false;
    this.#undone.push(act);
    await act.undo();
    return true;
  }

  /** @returns whether there was something to do again */
  async redo(): Promise<boolean> {
    const act = this.#undone.pop();
    if (!act) return false;
    this.#done.push(act);
    await act.redo();
    return true;
  }
}
