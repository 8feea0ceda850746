import * as vscode from 'vscode';
import type { SavedSearch } from '../core/savedSearches.js';
import type { RootNode } from '../core/searchTree.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { askQuery } from '../host/queryInput.js';
import type { SearchList } from '../host/searchList.js';

/** The commands that put searches into the view Papers, save them, change them and take them away. */
export function registerTreeSearches({ searches }: FeatureContext): Disposable {
  const register = (command: string, run: (...args: unknown[]) => Promise<void>): Disposable =>
    vscode.commands.registerCommand(command, run);
  return vscode.Disposable.from(
    register(commands.showSearchInTree, async (given) => {
      const query = typeof given === 'string' ? given : await askQuery(showTitle(), '');
      // What is pasted may have lines, a row has one.
      const tidy = query?.replace(/\s+/g, ' ').trim();
      if (tidy) await searches.show(tidy);
    }),
    register(commands.saveSearch, async (row) => {
      if (!isSearchNode(row) || row.search.name !== undefined) return;
      const name = await askName(searches, vscode.l10n.t('Save Search'), row.search.query);
      if (name !== undefined) await searches.save(row, name);
    }),
    register(commands.renameSearch, async (row) => {
      const saved = isSearchNode(row) ? savedBy(row) : undefined;
      if (!saved) return;
      const name = await askName(searches, vscode.l10n.t('Rename Search'), saved.name, saved);
      if (name !== undefined && name !== saved.name) await searches.rename(saved, name);
    }),
    register(commands.editSearch, async (row) => {
      if (!isSearchNode(row)) return;
      const query = await askQuery(vscode.l10n.t('Change Query'), row.search.query);
      if (query) await searches.edit(row, query);
    }),
    register(commands.removeSearch, async (row, selection) => {
      const rows: readonly unknown[] = Array.isArray(selection) ? selection : [row];
      await remove(searches, rows.filter(isSearchNode));
    }),
  );
}

function showTitle(): string {
  return vscode.l10n.t('Show Search Results in Tree');
}

/** @param own the search that is to be named, which may keep its name */
function askName(
  searches: SearchList,
  title: string,
  value: string,
  own?: SavedSearch,
): Promise<string | undefined> {
  const complaint = (text: string): string | undefined => {
    const name = text.trim();
    if (name === '') return vscode.l10n.t('A saved search has a name.');
    const isTaken = name !== own?.name && searches.hasName(name);
    return isTaken ? vscode.l10n.t('There is a saved search of this name.') : undefined;
  };
  const prompt = vscode.l10n.t('Name of the search');
  const options = { title, prompt, value, validateInput: complaint };
  return Promise.resolve(vscode.window.showInputBox(options)).then((name) => name?.trim());
}

async function remove(searches: SearchList, nodes: readonly RootNode[]): Promise<void> {
  const undos: { readonly name: string; readonly undo: () => Promise<void> }[] = [];
  // One after the other, since they change one setting.
  for (const node of nodes) {
    const undo = await searches.remove(node);
    if (undo) undos.push({ name: node.search.name ?? '', undo });
  }
  const [first] = undos;
  if (!first) return;
  void offerUndo(
    undos.length === 1
      ? vscode.l10n.t('The saved search "{0}" was deleted.', first.name)
      : vscode.l10n.t('{0} saved searches were deleted.', undos.length),
    undos.map(({ undo }) => undo).reverse(),
  );
}

async function offerUndo(message: string, undos: readonly (() => Promise<void>)[]): Promise<void> {
  const label = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(message, label)) !== label) return;
  for (const undo of undos) await undo();
}

function savedBy({ search: { name, query } }: RootNode): SavedSearch | undefined {
  return name === undefined ? undefined : { name, query };
}

/** Arguments come from rows of the tree, but also from whoever calls the command. */
function isSearchNode(value: unknown): value is RootNode {
  const { kind, search } = (value ?? {}) as Partial<RootNode>;
  return kind === 'search' && typeof search?.query === 'string';
}
