import * as vscode from 'vscode';
import { anyGlob } from '../core/pathGlob.js';
import { entriesOnDisk } from '../editor/files/diskFolder.js';
import { realPath } from '../editor/files/realPath.js';
import {
  walkFolders,
  type FileFilter,
  type Walked,
  type WalkedDisk,
  type WalkStart,
} from './folderWalk.js';
import type { FileSettings } from './settings.js';

export type { FileFilter };

export function fileFilter({
  include,
  exclude,
}: Pick<FileSettings, 'include' | 'exclude'>): FileFilter {
  const included = anyGlob(include, { dot: true, nocase: true });
  // `**/build/**` names what is in the folder; the folder itself need not be entered either.
  const excluded = anyGlob(
    exclude.flatMap((glob) => [glob, glob.replace(/\/\*\*(?:\/\*)?$/, ''), `${glob}/**`]),
    { dot: true },
  );
  return {
    excludes: excluded,
    includes: (path) => included(path) && !excluded(path),
  };
}

export type Walk = Walked<vscode.Uri>;

/**
 * Says which folders it was not let into, which a file search does not. Only disks tell where links
 * lead; remote and virtual folders are asked through `workspace.fs`.
 */
const disk: WalkedDisk<vscode.Uri> = {
  async list(folder) {
    if (folder.scheme === 'file') return entriesOnDisk(folder.fsPath);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
      isLink: (type & vscode.FileType.SymbolicLink) !== 0,
    }));
  },
  below: (folder, name) => vscode.Uri.joinPath(folder, name),
  path: ({ path }) => pathOnDisk(path),
  real: async ({ scheme, fsPath }) =>
    scheme === 'file' ? pathOnDisk(vscode.Uri.file(await realPath(fsPath)).path) : undefined,
  isMissing: (error) => isMissing(error) || isMissingOnDisk(error),
};

/** Walks below several folders at once: what is reached from two of them is found once. */
export function walkAll(starts: readonly WalkStart<vscode.Uri>[]): Promise<Walk> {
  return walkFolders(starts, disk);
}

/** @param path of `start` below the workspace folder; '' for the workspace folder itself */
export function walk(start: vscode.Uri, path: string, filter: FileFilter): Promise<Walk> {
  return walkAll([{ place: start, path, filter }]);
}

/** The path of a URI of a disk, parted by `/`: Windows' drives go by either case. */
export function pathOnDisk(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

export function isMissing(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}

function isMissingOnDisk(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
