import type * as vscode from 'vscode';
import { readQueries, withoutQuery, withQuery } from '../core/recentQueries.js';

const storageKey = 'preprint.recentSearches';

/** What was looked for in this workspace, the newest first. */
export class SearchHistory {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get queries(): readonly string[] {
    return readQueries(this.#state.get(storageKey));
  }

  add(query: string): void {
    void this.#state.update(storageKey, withQuery(this.queries, query));
  }

  remove(query: string): void {
    void this.#state.update(storageKey, withoutQuery(this.queries, query));
  }
}
