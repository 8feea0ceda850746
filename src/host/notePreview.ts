import * as vscode from 'vscode';
import type { Disposable } from './lifecycle.js';

const scheme = 'preprint-note';

/** Shows what a note would become beside what it is, and asks. */
export class NotePreview implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: ({ path }) => this.#texts.get(path) ?? '',
  });

  /**
   * @param changes names what changes
   * @returns whether the person wants it
   */
  async accepts(note: vscode.TextDocument, text: string, changes: string): Promise<boolean> {
    const name = note.uri.path.slice(note.uri.path.lastIndexOf('/') + 1);
    const proposal = vscode.Uri.from({ scheme, path: note.uri.path });
    this.#texts.set(proposal.path, text);
    this.#changed.fire(proposal);
    const title = vscode.l10n.t('{0}: as it is ↔ updated', name);
    await vscode.commands.executeCommand('vscode.diff', note.uri, proposal, title);
    const update: vscode.QuickPickItem = {
      label: vscode.l10n.t('Update the Note'),
      description: vscode.l10n.t('Changes {0}', changes),
    };
    const leave: vscode.QuickPickItem = { label: vscode.l10n.t('Leave It as It Is') };
    try {
      const picked = await vscode.window.showQuickPick([update, leave], {
        ignoreFocusOut: true,
        title: vscode.l10n.t('Update Literature Note'),
        placeHolder: vscode.l10n.t('Your own words stay. One undo takes the update back.'),
      });
      return picked?.label === update.label;
    } finally {
      this.#texts.delete(proposal.path);
      await closeDiff(proposal);
    }
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

async function closeDiff(proposal: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff &&
        input.modified.toString() === proposal.toString(),
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
