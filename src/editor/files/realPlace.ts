import * as vscode from 'vscode';
import { realPath } from './realPath.js';

/** Where a file really is, or would be. */
export interface RealPlace {
  /** With every link on the way resolved. */
  readonly uri: vscode.Uri;
  /** The workspace folder that it lies in, by that folder's real place too. */
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** Its path below that folder's real place, parted by `/`; '' for the folder, and for no folder. */
  readonly path: string;
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
    const folder = vscode.workspace.getWorkspaceFolder(plain);
    return { uri: plain, folder, path: (folder && pathBelow(folder.uri, plain)) ?? '' };
  }
  const real = vscode.Uri.file(await realPath(uri.fsPath));
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    const path = pathBelow(vscode.Uri.file(await realPath(folder.uri.fsPath)), real);
    if (path !== undefined) return { uri: real, folder, path };
  }
  return { uri: real, folder: undefined, path: '' };
}

/** The path from a folder to itself or to something in it; undefined for what lies elsewhere. */
function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  const root = `${folder.path.replace(/\/$/, '')}/`;
  return `${uri.path}/`.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
