import * as vscode from 'vscode';

/** As people know a file: its path below the workspace folder, with the folder where there are several. */
export function nameOfFile(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
