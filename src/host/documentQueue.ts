import type { Disposable } from './lifecycle.js';
import { WorkerDied, type Blame } from './workerDied.js';

export interface QueueOptions {
  /** Documents that are worked on at the same time. */
  readonly atOnce: () => number;
  /** May throw `WorkerDied`, and nothing else. */
  readonly work: (uri: string) => Promise<void>;
  /** This document has ended the worker: alone and twice, or by the time that it takes. */
  readonly setAside: (uri: string, blame: Blame) => void;
  /** A document is done, or the queue has been emptied or filled. */
  readonly onStep: () => void;
}

/**
 * Documents to be worked on, in the order in which they were put in, several at a time. When a worker
 * dies, those that it was working on are tried again one by one, so that only the one to blame is set
 * aside.
 */
export class DocumentQueue implements Disposable {
  readonly #options: QueueOptions;
  readonly #waiting = new Set<string>();
  readonly #suspects = new Set<string>();
  readonly #tried = new Set<string>();
  #running = 0;
  #done = 0;
  #pumping = false;
  #again = false;
  #disposed = false;
  #idle: (() => void)[] = [];

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Since the queue was last empty. */
  get done(): number {
    return this.#done;
  }

  /** Waiting and being worked on. */
  get open(): number {
    return this.#running + this.#waiting.size + this.#suspects.size;
  }

  /** One that waits already keeps its place. To be followed by `pump`, once for all. */
  add(uri: string): void {
    this.#waiting.add(uri);
  }

  delete(uri: string): void {
    this.#waiting.delete(uri);
    this.#suspects.delete(uri);
  }

  pump(): void {
    // A step may put in more.
    this.#again = true;
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#again) {
      this.#again = false;
      for (let uri = this.#next(); uri !== undefined; uri = this.#next()) void this.#run(uri);
      this.#options.onStep();
    }
    this.#pumping = false;
    if (this.open > 0) return;
    this.#done = 0;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Resolves when nothing is left to do. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.pump();
    });
  }

  /** Forgets what has not been begun. @returns it */
  clear(): string[] {
    const left = [...this.#waiting, ...this.#suspects];
    this.#waiting.clear();
    this.#suspects.clear();
    this.pump();
    return left;
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting.clear();
    this.#suspects.clear();
  }

  #next(): string | undefined {
    // Whoever is tried is tried alone.
    if (this.#disposed || this.#tried.size > 0) return undefined;
    const [suspect] = this.#suspects;
    if (suspect !== undefined) {
      if (this.#running > 0) return undefined;
      this.#suspects.delete(suspect);
      this.#tried.add(suspect);
      return suspect;
    }
    if (this.#running >= this.#options.atOnce()) return undefined;
    const [first] = this.#waiting;
    if (first !== undefined) this.#waiting.delete(first);
    return first;
  }

  async #run(uri: string): Promise<void> {
    this.#running++;
    try {
      await this.#options.work(uri);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      if (this.#disposed) return;
      const { blame } = error;
      if (blame === 'none') this.#waiting.add(uri);
      else if (blame === 'overdue' || this.#tried.has(uri)) this.#options.setAside(uri, blame);
      else this.#suspects.add(uri);
    } finally {
      this.#tried.delete(uri);
      this.#running--;
      this.#done++;
      if (!this.#disposed) this.pump();
    }
  }
}
