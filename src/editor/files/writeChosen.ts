import * as vscode from 'vscode';

/**
 * Writes a text to a file that the person has just chosen in a dialog, wherever that leads: no setting
 * and no document has a say in it, and the dialog has asked before a file is overwritten.
 * @throws what the file system says when it cannot be written
 */
export async function writeChosen(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
