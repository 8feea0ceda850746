import type { PaperKey } from '../paper.js';

/** Numbers for papers, small enough to be places in arrays; a number is used again when it is free. */
export class PaperTable {
  readonly #numbers = new Map<PaperKey, number>();
  readonly #keys: PaperKey[] = [];
  /** Entries that hold on to each. */
  readonly #uses: number[] = [];
  readonly #free: number[] = [];

  /** All numbers are below. */
  get limit(): number {
    return this.#keys.length;
  }

  key(number: number): PaperKey | undefined {
    return this.#keys[number];
  }

  /** Entries of some papers. */
  uses(keys: readonly PaperKey[]): number {
    return keys.reduce((sum, key) => sum + (this.#uses[this.#numbers.get(key) ?? -1] ?? 0), 0);
  }

  take(key: PaperKey): number {
    const known = this.#numbers.get(key);
    const number = known ?? this.#free.pop() ?? this.#keys.length;
    if (known === undefined) {
      this.#numbers.set(key, number);
      this.#keys[number] = key;
      this.#uses[number] = 0;
    }
    this.#uses[number] = (this.#uses[number] ?? 0) + 1;
    return number;
  }

  release(number: number): void {
    const uses = (this.#uses[number] ?? 0) - 1;
    this.#uses[number] = uses;
    const key = this.#keys[number];
    if (uses > 0 || key === undefined) return;
    this.#numbers.delete(key);
    this.#free.push(number);
  }
}
