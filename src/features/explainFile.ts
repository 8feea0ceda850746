import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import { explainText } from '../host/explainText.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import type { Disposable } from '../host/lifecycle.js';
import { openDocument } from '../host/workspaceFiles.js';

/** Tells of one file why it is or is not taken for a digest, and what was found in it. */
export function registerExplainFile({ documents, files, reports }: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.explainFile, async (clicked?: unknown) => {
    const uri = clicked instanceof vscode.Uri ? clicked : activeFile();
    if (!uri) {
      const message = vscode.l10n.t('Open the file that is to be explained.');
      void vscode.window.showInformationMessage(message);
      return;
    }
    const report = explainText({
      uri,
      isOpen: openDocument(uri) !== undefined,
      standing: files.standing(uri),
      read: await documents.explain(uri),
      otherFormats: documents.formatsNotFor(uri),
    });
    const name = nameOfFile(uri).split('/').at(-1) ?? '';
    await reports.show(vscode.l10n.t('About {0}', name), report);
  });
}

/** Of the tab in front, whether it shows a text, a digest's papers or a change. */
function activeFile(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return vscode.window.activeTextEditor?.document.uri;
}
