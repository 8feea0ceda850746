import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The text of a new index report, which is then the active editor's. */
export async function indexReport(): Promise<string> {
  await vscode.commands.executeCommand('preprint.showIndexReport');
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'preprint-report');
  return document.getText();
}

/** The text of Explain This File, which is then the active editor's. Without a file, of the editor in front. */
export async function explained(uri?: vscode.Uri): Promise<string> {
  await vscode.commands.executeCommand('preprint.explainFile', ...(uri ? [uri] : []));
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'preprint-report');
  return document.getText();
}
