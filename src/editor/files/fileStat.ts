import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * Type, size and time of a file, links followed, as VS Code tells them. For a file on disk VS Code
 * asks its window first, each time: a hover would wait longer for that than for its answer.
 */
export async function fileStat(
  uri: vscode.Uri,
): Promise<Pick<vscode.FileStat, 'type' | 'size' | 'mtime'>> {
  const found = uri.scheme === 'file' ? await stat(uri.fsPath).catch(() => undefined) : undefined;
  // What is wrong with a file VS Code tells in its own words.
  if (!found) return vscode.workspace.fs.stat(uri);
  const type = found.isFile()
    ? vscode.FileType.File
    : found.isDirectory()
      ? vscode.FileType.Directory
      : vscode.FileType.Unknown;
  return { type, size: found.size, mtime: found.mtime.getTime() };
}
