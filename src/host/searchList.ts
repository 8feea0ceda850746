import * as vscode from 'vscode';
import {
  placeOfSearch,
  readQueries,
  withoutSearch,
  withSearch,
  withSearchChanged,
  type SavedSearch,
} from '../core/savedSearches.js';
import { savedNode, searchNodes, unsavedNode, type RootNode } from '../core/searchTree.js';
import { settings } from './contributions.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { changeSavedSearches, savedSearches } from './settings.js';

const storedAs = 'preprint.searches';

/** A search is about to become another row, which is to be unfolded if it was, or in any case. */
interface Move {
  readonly from: RootNode;
  readonly to: RootNode;
  readonly unfold: boolean;
}

/** A search is to be brought into sight; an unfolded one shows what it finds. */
export interface SearchCall {
  readonly node: RootNode;
  readonly unfold: boolean;
}

/**
 * The searches of the tree: those of this workspace that are not saved, which outlive the window, and
 * the saved ones, which live in the settings and follow them.
 */
export class SearchList implements Disposable {
  readonly #memory: vscode.Memento;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #moved = this.#store.add(new vscode.EventEmitter<Move>());
  readonly #called = this.#store.add(new vscode.EventEmitter<SearchCall>());
  /** The newest first. */
  #queries: readonly string[];

  readonly onDidChange = this.#changed.event;
  readonly onWillMove = this.#moved.event;
  readonly onDidCall = this.#called.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#queries = readQueries(memory.get(storedAs));
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.savedSearches)) this.#changed.fire();
      }),
    );
  }

  get nodes(): readonly RootNode[] {
    return searchNodes(this.#queries, savedSearches());
  }

  /** Brings a search into sight, at the top if there is none of this query yet. */
  async show(query: string): Promise<void> {
    const known = this.nodes.find(({ search }) => search.query === query);
    const call = { node: known ?? unsavedNode(query), unfold: true };
    if (known) this.#called.fire(call);
    else await this.#setQueries([query, ...this.#queries], call);
  }

  hasName(name: string): boolean {
    return savedSearches().some((saved) => saved.name === name);
  }

  async save(node: RootNode, name: string): Promise<void> {
    const { query } = node.search;
    const to = savedNode({ name, query });
    this.#moved.fire({ from: node, to, unfold: false });
    await changeSavedSearches((value) => withSearch(value, { name, query }));
    const others = this.#queries.filter((other) => other !== query);
    await this.#setQueries(others, { node: to, unfold: false });
  }

  async rename(saved: SavedSearch, name: string): Promise<void> {
    await this.#change(saved, { ...saved, name }, false);
  }

  /** A saved search keeps its name, unless its query was its name. */
  async edit({ search: { name, query } }: RootNode, changed: string): Promise<void> {
    if (changed === query) return;
    if (name !== undefined) {
      const isNamed = name !== query || this.hasName(changed);
      await this.#change({ name, query }, { name: isNamed ? name : changed, query: changed }, true);
      return;
    }
    this.#moved.fire({ from: unsavedNode(query), to: unsavedNode(changed), unfold: true });
    const others = this.#queries.filter((other) => other !== changed);
    const queries = others.map((other) => (other === query ? changed : other));
    await this.#setQueries(queries, { node: unsavedNode(changed), unfold: true });
  }

  /** Of one that is not saved nothing is left. @returns what brings a saved one back */
  async remove({ search: { name, query } }: RootNode): Promise<(() => Promise<void>) | undefined> {
    if (name === undefined) {
      await this.#setQueries(this.#queries.filter((other) => other !== query));
      return undefined;
    }
    const saved = { name, query };
    let at = -1;
    const target = await changeSavedSearches((value) => {
      at = placeOfSearch(value, saved);
      return withoutSearch(value, saved);
    });
    return async () => {
      await changeSavedSearches((value) => withSearch(value, saved, at), target);
      this.#called.fire({ node: savedNode(saved), unfold: false });
    };
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #change(saved: SavedSearch, changed: SavedSearch, unfold: boolean): Promise<void> {
    const [from, to] = [savedNode(saved), savedNode(changed)];
    this.#moved.fire({ from, to, unfold });
    await changeSavedSearches((value) => withSearchChanged(value, saved, changed));
    this.#called.fire({ node: to, unfold });
  }

  async #setQueries(queries: readonly string[], call?: SearchCall): Promise<void> {
    this.#queries = queries;
    this.#changed.fire();
    // In the same moment: a row that was drawn folded stays so.
    if (call) this.#called.fire(call);
    await this.#memory.update(storedAs, queries);
  }
}
