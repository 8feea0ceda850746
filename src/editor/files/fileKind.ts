import { lstat } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * What stands at a path itself, its link not followed; a file as well when nothing is there any more: the
 * event of its deletion follows. Only a disk tells of links.
 */
export async function fileKind(uri: vscode.Uri): Promise<'file' | 'folder' | 'link'> {
  try {
    if (uri.scheme === 'file') {
      const found = await lstat(uri.fsPath);
      return found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'folder' : 'file';
    }
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) === 0 ? 'file' : 'folder';
  } catch {
    return 'file';
  }
}
