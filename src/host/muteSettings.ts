import * as vscode from 'vscode';
import { muteRules, type MuteReason, type MuteRules } from '../core/marks/muteRules.js';
import type { Paper } from '../core/paper.js';
import { settings } from './contributions.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { muteLists } from './settings.js';

const lists = [settings.mutedKeywords, settings.mutedAuthors, settings.mutedCategories];

/** The mute lists of the settings, which may differ from folder to folder. */
export class MuteSettings implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** By folder; '' for files outside of all. */
  readonly #rules = new Map<string, MuteRules | undefined>();

  readonly onDidChange = this.#changed.event;

  constructor() {
    const forget = (): void => {
      this.#rules.clear();
      this.#changed.fire();
    };
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(forget));
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (lists.some((name) => event.affectsConfiguration(name))) forget();
      }),
    );
  }

  /** Nothing is muted by any list. */
  get isEmpty(): boolean {
    return folders().every((folder) => this.#rulesOf(folder) === undefined);
  }

  /** A paper that several folders hold is muted where all of them mute it. */
  reason(paper: Paper): MuteReason | undefined {
    const all = folders();
    if (all.length === 1) return this.#rulesOf(all[0])?.(paper);
    const holders = new Set(
      paper.occurrences.map(({ uri }) =>
        vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)),
      ),
    );
    const reasons = Array.from(holders, (folder) => this.#rulesOf(folder)?.(paper));
    return reasons.includes(undefined) ? undefined : reasons[0];
  }

  dispose(): void {
    this.#store.dispose();
  }

  #rulesOf(folder: vscode.WorkspaceFolder | undefined): MuteRules | undefined {
    const name = folder?.uri.toString() ?? '';
    if (!this.#rules.has(name)) this.#rules.set(name, muteRules(muteLists(folder)));
    return this.#rules.get(name);
  }
}

function folders(): readonly (vscode.WorkspaceFolder | undefined)[] {
  const all = vscode.workspace.workspaceFolders ?? [];
  return all.length === 0 ? [undefined] : all;
}
