/** A clock that counts so many steps stands still while the machine sleeps, but for one of them. */
const steps = 8;

/**
 * Tells when the time of one job is over. The machine may have slept in between, or the host may have
 * had no turn to hear that the job is done: neither counts for more than a step.
 */
export class JobClock {
  readonly #onOver: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onOver: () => void) {
    this.#onOver = onOver;
  }

  /** Ends the time of the job before. */
  start(milliseconds: number): void {
    this.stop();
    this.#step(milliseconds / steps, steps);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #step(milliseconds: number, left: number): void {
    this.#timer = setTimeout(() => {
      if (left > 1) this.#step(milliseconds, left - 1);
      else this.#onOver();
    }, milliseconds);
  }
}
