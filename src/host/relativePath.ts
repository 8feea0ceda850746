import * as vscode from 'vscode';
import { folderOf } from './folderListing.js';

/** How a document names another file: its path from the document's folder, parted by `/`. */
export function relativePath(document: vscode.Uri, target: vscode.Uri): string {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folder = document.scheme === 'untitled' ? first?.uri : folderOf(document);
  const from = (folder?.path ?? '').split('/').filter(Boolean);
  const to = target.path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
