import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { fileOf } from '../notebooks.js';

/**
 * Whether a document may be changed. VS Code's edits do change what is only to be read, and it tells
 * of files that nobody may write to only when they are saved.
 */
export async function isWritable(document: vscode.Uri): Promise<boolean> {
  const uri = fileOf(document);
  // Nothing but VS Code itself has this scheme, and no file system.
  if (uri.scheme === 'untitled') return true;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true && !(await isLocked(uri));
}

async function isLocked(uri: vscode.Uri): Promise<boolean> {
  try {
    if (uri.scheme === 'file') return ((await stat(uri.fsPath)).mode & 0o222) === 0;
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}
