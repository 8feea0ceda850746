import * as vscode from 'vscode';
import { noMark, type Mark } from '../core/marks/mark.js';
import type { PaperFacts, PaperKey } from '../core/paper.js';
import type { Disposable } from './lifecycle.js';

/** Stand-in: marks of this window alone. */
export class MarksService implements Disposable {
  readonly #marks = new Map<PaperKey, Mark>();
  readonly #changed = new vscode.EventEmitter<ReadonlySet<PaperKey>>();

  readonly onDidChange = this.#changed.event;

  start(): Promise<void> {
    return Promise.resolve();
  }

  of(key: PaperKey): Mark {
    return this.#marks.get(key) ?? noMark;
  }

  keys(): Iterable<PaperKey> {
    return this.#marks.keys();
  }

  change(keys: readonly PaperKey[], change: Partial<Mark>): Promise<void> {
    for (const key of keys) this.#marks.set(key, { ...this.of(key), ...change });
    this.#changed.fire(new Set(keys));
    return Promise.resolve();
  }

  muteReason({ key }: PaperFacts): object | undefined {
    return this.of(key).muted ? {} : undefined;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
