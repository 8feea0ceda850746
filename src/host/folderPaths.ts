import * as vscode from 'vscode';

/** A path of the settings below a folder; undefined for one that is absolute or leads out of it. */
export function insideFolder(folder: vscode.Uri, path: string): vscode.Uri | undefined {
  const parts: string[] = [];
  if (/^(?:[\\/~]|[A-Za-z]:)/.test(path)) return undefined;
  for (const part of path.trim().split(/[\\/]+/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return vscode.Uri.joinPath(folder, ...parts);
}

/** The path of a file below a folder, parted by `/`; undefined when it lies elsewhere. */
export function below(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  const root = `${folder.path.replace(/\/$/, '')}/`;
  const isThere = folder.scheme === uri.scheme && folder.authority === uri.authority;
  return isThere && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}

/** The address of one file from another of the same folder, for a link in Markdown. */
export function relativeAddress(from: vscode.Uri, to: vscode.Uri): string {
  const source = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  let common = 0;
  while (common < source.length && source[common] === target[common]) common++;
  const up = source.slice(common).map(() => '..');
  const down = target.slice(common).map((part) => encodeURIComponent(part));
  return [...up, ...down].join('/').replace(/[!'()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16)}`;
  });
}
