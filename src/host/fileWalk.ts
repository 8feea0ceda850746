import picomatch from 'picomatch';
import * as vscode from 'vscode';
import type { FileSettings } from './settings.js';

/** Decides over paths below a workspace folder, parted by `/`. */
export interface FileFilter {
  readonly includes: (path: string) => boolean;
  /** For files and folders alike: an excluded folder is not entered. */
  readonly excludes: (path: string) => boolean;
}

export function fileFilter({
  include,
  exclude,
}: Pick<FileSettings, 'include' | 'exclude'>): FileFilter {
  const included = picomatch([...include], { dot: true, nocase: true });
  // `**/build/**` names what is in the folder; the folder itself need not be entered either.
  const excluded = picomatch(
    exclude.flatMap((glob) => [glob, glob.replace(/\/\*\*(?:\/\*)?$/, ''), `${glob}/**`]),
    { dot: true },
  );
  return {
    excludes: excluded,
    includes: (path) => included(path) && !excluded(path),
  };
}

export interface Walk {
  readonly files: readonly vscode.Uri[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly vscode.Uri[];
}

/** Folders listed at the same time: the disk is asked, never crowded. */
const atOnce = 8;

/**
 * Lists the files below a folder that pass the filter. It asks `workspace.fs` alone, so that remote
 * and virtual folders are read like local ones, and says which folders it was not let into, which a
 * file search does not. A linked folder is entered, a link inside it is not: loops end.
 * @param path of `start` below the workspace folder; '' for the workspace folder itself
 */
export async function walk(start: vscode.Uri, path: string, filter: FileFilter): Promise<Walk> {
  const files: vscode.Uri[] = [];
  const unreadable: vscode.Uri[] = [];
  const open: { uri: vscode.Uri; path: string; linked: boolean }[] = [
    { uri: start, path, linked: false },
  ];
  const list = async (folder: (typeof open)[number]): Promise<void> => {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder.uri);
    } catch (error) {
      if (!isMissing(error)) unreadable.push(folder.uri);
      return;
    }
    for (const [name, type] of entries) {
      const below = folder.path === '' ? name : `${folder.path}/${name}`;
      const linked = (type & vscode.FileType.SymbolicLink) !== 0;
      if (filter.excludes(below)) continue;
      if (type & vscode.FileType.Directory) {
        if (linked && folder.linked) continue;
        open.push({
          uri: vscode.Uri.joinPath(folder.uri, name),
          path: below,
          linked: linked || folder.linked,
        });
      } else if (filter.includes(below)) {
        files.push(vscode.Uri.joinPath(folder.uri, name));
      }
    }
  };
  while (open.length > 0) await Promise.all(open.splice(0, atOnce).map(list));
  return { files, unreadable };
}

export function isMissing(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
