import type { Disposable } from './lifecycle.js';

/** What was answered last; an error when that failed. */
export type Answered<T> = { readonly value: T } | { readonly error: Error };

/** Between two answers lies a pause of so long at least, … */
const leastPauseMs = 250;
/** … of so many times the time that the last one took, … */
const pauseShare = 4;
/** … but no more than this: what is shown is to be true in the end. */
const mostPauseMs = 5000;

/**
 * The answer to one question, asked anew whenever that may change it, but never twice at a time and,
 * while everything changes, only now and then. An answer never outlives its question: another
 * question is another object.
 */
export class LiveAnswer<T> implements Disposable {
  readonly #ask: () => Promise<T>;
  readonly #onAnswer: () => void;
  readonly #given: Promise<void>;
  #give: () => void = () => undefined;
  #answered: Answered<T> | undefined;
  #stale = false;
  #busy = false;
  #disposed = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: () => Promise<T>, onAnswer: () => void) {
    this.#ask = ask;
    this.#onAnswer = onAnswer;
    this.#given = new Promise((resolve) => (this.#give = resolve));
    this.refresh();
  }

  /** None before the first. */
  get answered(): Answered<T> | undefined {
    return this.#answered;
  }

  /** Resolves when there is a first answer, or will never be one. */
  given(): Promise<void> {
    return this.#given;
  }

  refresh(): void {
    this.#stale = true;
    if (!this.#busy && this.#pause === undefined) void this.#askNow();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#pause);
    this.#give();
  }

  async #askNow(): Promise<void> {
    this.#stale = false;
    this.#busy = true;
    const began = Date.now();
    const answered = await answerOf(this.#ask);
    this.#busy = false;
    if (this.#disposed) return;
    const wanted = Math.max(leastPauseMs, pauseShare * (Date.now() - began));
    this.#pause = setTimeout(() => this.#endPause(), Math.min(wanted, mostPauseMs));
    this.#answered = answered;
    this.#give();
    this.#onAnswer();
  }

  #endPause(): void {
    this.#pause = undefined;
    if (this.#stale) void this.#askNow();
  }
}

async function answerOf<T>(ask: () => Promise<T>): Promise<Answered<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
