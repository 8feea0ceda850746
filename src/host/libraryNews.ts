import * as vscode from 'vscode';
import type { IndexedDocument } from '../core/digest.js';
import type { PaperKey } from '../core/paper.js';
import type { Disposable } from './lifecycle.js';

/** Which papers and documents have changed since the last event. */
export interface LibraryEvent {
  readonly papers: ReadonlySet<PaperKey>;
  /** URIs of documents that were read, read again, or are gone. */
  readonly documents: ReadonlySet<string>;
  /** Entries of digests or problems may have changed; else it is mentions alone that have. */
  readonly digests: boolean;
}

/** While many documents come in, listeners are told this often, not once for each. */
export const tellEveryMs = 250;

/** Gathers the changes of the library, and tells them together. */
export class LibraryNews implements Disposable {
  readonly #isMany: () => boolean;
  readonly #changed = new vscode.EventEmitter<LibraryEvent>();
  #papers = new Set<PaperKey>();
  #documents = new Set<string>();
  #digests = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAt = 0;
  #isDisposed = false;

  readonly onDidChange = this.#changed.event;

  /** @param isMany whether more changes are about to come */
  constructor(isMany: () => boolean) {
    this.#isMany = isMany;
  }

  /** @param documents what was known by this URI before, and what is now */
  note(
    uri: string,
    papers: ReadonlySet<PaperKey>,
    documents: readonly (IndexedDocument | undefined)[],
  ): void {
    this.#documents.add(uri);
    for (const key of papers) this.#papers.add(key);
    this.#digests ||= documents.some(
      (document) => document && (document.digest || document.problems.length > 0),
    );
    // The first of many is told at once: the newest digest is what a person waits for.
    const wait = this.#isMany() ? this.#toldAt + tellEveryMs - Date.now() : 0;
    this.#timer ??= setTimeout(() => this.tell(), Math.max(0, wait));
  }

  /** Tells at once what has been noted, if only that nothing has. */
  tell(): void {
    this.#toldAt = Date.now();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const event = { papers: this.#papers, documents: this.#documents, digests: this.#digests };
    this.#papers = new Set();
    this.#documents = new Set();
    this.#digests = false;
    if (!this.#isDisposed) this.#changed.fire(event);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}
