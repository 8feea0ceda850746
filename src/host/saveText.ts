import * as vscode from 'vscode';
import { writeChosen } from '../editor/files/writeChosen.js';
import { nameOfFile } from './fileName.js';

/**
 * Asks where a text is to be saved, writes it there and says so. The dialog itself asks before a file
 * is overwritten.
 * @param name the file's, as it is proposed
 */
export async function saveText(name: string, text: string): Promise<void> {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { [extension]: [extension] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!uri) return;
  try {
    await writeChosen(uri, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = vscode.l10n.t('{0} could not be written: {1}', nameOfFile(uri), reason);
    void vscode.window.showErrorMessage(message);
    return;
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('Saved {0}', nameOfFile(uri)));
}
