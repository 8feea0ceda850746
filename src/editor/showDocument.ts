import * as vscode from 'vscode';
import { notebookOf } from './notebooks.js';

/** Opens a document at a place; a cell within its notebook. */
export async function showDocument(uri: vscode.Uri, selection?: vscode.Range): Promise<void> {
  const options = selection ? { selection } : {};
  // As a text, VS Code would show a cell outside of its notebook.
  if (notebookOf(uri)) await vscode.commands.executeCommand('vscode.open', uri, options);
  else await vscode.window.showTextDocument(uri, options);
}
