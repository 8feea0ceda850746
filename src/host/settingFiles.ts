import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { settingPath } from '../core/bibliography/settingPath.js';
import { absolutePath } from './absolutePath.js';
import { filesNamed, isElsewhere, noFiles, type NamedFiles } from './bibliographyPaths.js';
import type { FolderListing } from './folderListing.js';

/**
 * Finds the bibliographies that one path of `preprint.bibliography.files` names: a file, a glob, or a
 * folder, whose `.bib` files all count. Never throws.
 * @param own the workspace folder that the setting holds for
 * @param deadline as `filesNamed` takes it
 */
export async function filesOfSetting(
  setting: string,
  own: vscode.Uri,
  listing: FolderListing,
  deadline: number,
): Promise<NamedFiles> {
  const read = settingPath(setting, { env: (name) => process.env[name], home: homedir() });
  if (!read) return noFiles;
  const base = read.folder === '' ? own : folderNamed(read.folder);
  if (!base) return noFiles;
  const named = await filesNamed(read.path, { bases: [base] }, listing, deadline);
  if (named.found.length > 0 || isElsewhere(read.path)) return named;
  const all = await bibliographiesIn(read.path, base, listing);
  return all.length > 0 ? { found: all, wanted: undefined } : named;
}

function folderNamed(name: string): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.find((folder) => folder.name === name)?.uri;
}

async function bibliographiesIn(
  path: string,
  base: vscode.Uri,
  listing: FolderListing,
): Promise<readonly vscode.Uri[]> {
  try {
    const folder = absolutePath(path, base) ?? vscode.Uri.joinPath(base, path);
    const names = (await listing.files(folder)).filter((name) => /\.bib$/i.test(name));
    return names.toSorted().map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}
