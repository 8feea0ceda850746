import * as vscode from 'vscode';
import { realPath } from './realPath.js';

/** Where a file really is, or would be. */
export interface RealPlace {
  /** With every link on the way resolved. */
  readonly uri: vscode.Uri;
  /** The workspace folder that it lies in, by that folder's real place too. */
  readonly folder: vscode.WorkspaceFolder | undefined;
}

/**
 * Follows every link on the way to a file, at this moment: a link may lead elsewhere a moment later,
 * so this is asked right before a file is read or written. Other file systems than the disk tell of
 * no links' targets, and have none that lead out of them: their paths are taken as they are, with
 * `..` resolved.
 * @throws what the disk tells, such as EACCES or ELOOP; not that something is missing
 */
export async function realPlace(uri: vscode.Uri): Promise<RealPlace> {
  if (uri.scheme !== 'file') {
    const plain = vscode.Uri.joinPath(uri, '.');
    return { uri: plain, folder: vscode.workspace.getWorkspaceFolder(plain) };
  }
  const real = vscode.Uri.file(await realPath(uri.fsPath));
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    const root = vscode.Uri.file(await realPath(folder.uri.fsPath));
    if (isAtOrBelow(root, real)) return { uri: real, folder };
  }
  return { uri: real, folder: undefined };
}

/** Whether a path is that of a folder or of something in it; both have their links resolved. */
function isAtOrBelow(folder: vscode.Uri, uri: vscode.Uri): boolean {
  const root = `${folder.path.replace(/\/$/, '')}/`;
  return `${uri.path}/`.startsWith(root);
}
