import { homedir } from 'node:os';
import * as vscode from 'vscode';

/**
 * Where a path leads that is absolute: from the root of the disk, of a drive of Windows, or from the home
 * folder (`~/`); undefined for a relative one.
 * @param path parted by `/`
 * @param base tells the file system
 */
export function absolutePath(path: string, base: vscode.Uri): vscode.Uri | undefined {
  if (path === '~' || path.startsWith('~/')) {
    if (base.scheme !== 'file') return undefined;
    return vscode.Uri.joinPath(vscode.Uri.file(homedir()), path.slice(1));
  }
  const onDrive = /^[a-z]:\//i.test(path) ? `/${path}` : path;
  if (!onDrive.startsWith('/')) return undefined;
  return vscode.Uri.joinPath(base.with({ path: '/' }), onDrive);
}
