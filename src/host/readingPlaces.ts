import type { Memento } from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { listName, type ListSpec } from '../core/reading/listSpec.js';
import type { Disposable } from './lifecycle.js';

const storedAs = 'preprint.readingPlaces';
/** Lists whose place is remembered: more than a year of daily digests. */
const mostRemembered = 500;
/** All places are stored at once, so not at each of the keys that lead through a list. */
const storedAfterMs = 250;

/** How far somebody has come in each list, kept for the workspace: the last one read stands last. */
export class ReadingPlaces implements Disposable {
  readonly #memory: Memento;
  readonly #places: Map<string, PaperKey>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#places = new Map(memory.get<readonly (readonly [string, PaperKey])[]>(storedAs, []));
  }

  of(spec: ListSpec): PaperKey | undefined {
    return this.#places.get(listName(spec));
  }

  remember(spec: ListSpec, key: PaperKey): void {
    const name = listName(spec);
    this.#places.delete(name);
    this.#places.set(name, key);
    this.#timer ??= setTimeout(() => this.#store(), storedAfterMs);
  }

  dispose(): void {
    if (this.#timer !== undefined) this.#store();
  }

  #store(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#memory.update(storedAs, [...this.#places].slice(-mostRemembered));
  }
}
