import type { Memento } from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { listName, type ListSpec } from '../core/reading/listSpec.js';

const storedAs = 'preprint.readingPlaces';
/** Lists whose place is remembered: more than a year of daily digests. */
const mostRemembered = 500;

/** How far somebody has come in each list, kept for the workspace: the last one read stands last. */
export class ReadingPlaces {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  of(spec: ListSpec): PaperKey | undefined {
    return this.#all().find(([name]) => name === listName(spec))?.[1];
  }

  async remember(spec: ListSpec, key: PaperKey): Promise<void> {
    const name = listName(spec);
    const others = this.#all().filter(([other]) => other !== name);
    await this.#memory.update(storedAs, [...others, [name, key]].slice(-mostRemembered));
  }

  #all(): readonly (readonly [string, PaperKey])[] {
    return this.#memory.get<readonly (readonly [string, PaperKey])[]>(storedAs, []);
  }
}
