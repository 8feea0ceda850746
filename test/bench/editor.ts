import { fileURLToPath } from 'node:url';

/*
 * The little of the module `vscode` that Preprint's services need when they run in plain Node, where
 * the same work can be measured many times and without other tenants. Never loaded inside VS Code.
 */

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Of files alone. */
export class Uri {
  readonly scheme = 'file';
  readonly fsPath: string;
  readonly path: string;
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
    this.fsPath = fileURLToPath(text);
    this.path = this.fsPath;
  }

  static parse(text: string): Uri {
    return new Uri(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** Where `settings.ts` is loaded along; nothing is read from it. */
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
