import * as vscode from 'vscode';
import { noMark, type Mark } from '../core/marks/mark.js';
import type { PaperFacts, PaperKey } from '../core/paper.js';
import type { Disposable } from './lifecycle.js';

export type MuteReason = { readonly kind: 'paper' };

/** A STAND-IN that forgets everything: the real one takes its place. */
export class MarksService implements Disposable {
  readonly #marks = new Map<PaperKey, Mark>();
  readonly #steps: Map<PaperKey, Mark>[] = [];
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
    this.#steps.push(new Map(keys.map((key) => [key, this.of(key)])));
    for (const key of keys) this.#marks.set(key, { ...this.of(key), ...change });
    this.#changed.fire(new Set(keys));
    return Promise.resolve();
  }

  undo(): Promise<boolean> {
    const step = this.#steps.pop();
    for (const [key, mark] of step ?? []) this.#marks.set(key, mark);
    if (step) this.#changed.fire(new Set(step.keys()));
    return Promise.resolve(step !== undefined);
  }

  muteReason({ key }: PaperFacts): MuteReason | undefined {
    return this.of(key).muted ? { kind: 'paper' } : undefined;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
