import * as vscode from 'vscode';
import { shownLine } from '../core/shownText.js';
import { fileOf } from '../editor/notebooks.js';

/**
 * As people know a file: its path below the workspace folder, with the folder where there are several.
 * To be read: names of files may hold what nobody sees (`shownText`).
 */
export function nameOfFile(uri: vscode.Uri): string {
  return shownLine(vscode.workspace.asRelativePath(fileOf(uri)));
}
