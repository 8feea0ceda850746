import * as vscode from 'vscode';
import type { LibraryService } from './libraryService.js';

/** Reading fewer files is not worth telling: a note is read again at every pause in writing it. */
const fewestTold = 20;

/** The bar at the top of a view, from a search for files or a reading of many until all is read. */
export class LibraryProgress {
  readonly #service: LibraryService;
  readonly #viewId: string;
  #end: (() => void) | undefined;

  constructor(service: LibraryService, viewId: string) {
    this.#service = service;
    this.#viewId = viewId;
  }

  get running(): boolean {
    return this.#end !== undefined;
  }

  /** How far it is, as soon as there is much to read. */
  get message(): string | undefined {
    const { state } = this.#service;
    if (state.kind !== 'indexing' || state.total < fewestTold) return undefined;
    return vscode.l10n.t('Reading {0} of {1} files…', state.done, state.total);
  }

  /** To be called whenever the state of the library has changed. */
  follow(): void {
    const { state } = this.#service;
    if (state.kind !== 'indexing') {
      this.#end?.();
      this.#end = undefined;
    } else if (!this.running && (state.total === 0 || state.total >= fewestTold)) {
      const ended = new Promise<void>((resolve) => (this.#end = resolve));
      void vscode.window.withProgress({ location: { viewId: this.#viewId } }, () => ended);
    }
  }
}
