import { homedir } from 'node:os';
import * as vscode from 'vscode';
import {
  bibliographiesOfTree,
  texFolders,
  type TexFolder,
} from '../core/bibliography/texInputs.js';
import { absolutePath } from './absolutePath.js';
import type { FolderListing } from './folderListing.js';

/** A tree of bibliographies has fewer; `//` behind the home folder would have no end. */
const mostFolders = 300;

/**
 * Looks for a file as TeX does without its index: in the folders of `BIBINPUTS`, in the tree of the
 * person, and in a folder `texmf` beside the document or above it.
 * @param path relative
 * @param bases folders that TeX may run in
 * @param deadline in milliseconds since 1970
 */
export async function foundByTex(
  path: string,
  bases: readonly vscode.Uri[],
  listing: FolderListing,
  deadline: number,
): Promise<vscode.Uri | undefined> {
  const local = { path: `texmf/${bibliographiesOfTree}`, isDeep: true };
  const separator = process.platform === 'win32' ? ';' : ':';
  const named = isOnDisk(bases) ? texFolders(process.env, separator, homedir()) : [];
  const left = { folders: mostFolders };
  for (const { uri, isDeep } of [...placesOf(named, bases), ...placesOf([local], bases)]) {
    const found = await foundIn(uri, isDeep, path, listing, left, deadline);
    if (found) return found;
  }
  return undefined;
}

function isOnDisk(bases: readonly vscode.Uri[]): boolean {
  return bases.every(({ scheme }) => scheme === 'file');
}

interface Place {
  readonly uri: vscode.Uri;
  readonly isDeep: boolean;
}

/** Each once: an absolute one is the same from every base. */
function placesOf(folders: readonly TexFolder[], bases: readonly vscode.Uri[]): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const { path, isDeep } of folders) {
    for (const base of bases) {
      const uri = absolutePath(path, base) ?? vscode.Uri.joinPath(base, path);
      const key = `${uri.toString()} ${isDeep}`;
      if (!places.has(key)) places.set(key, { uri, isDeep });
    }
  }
  return places.values();
}

/** @param left how many folders may still be listed, for all that is looked for at once */
async function foundIn(
  start: vscode.Uri,
  isDeep: boolean,
  path: string,
  listing: FolderListing,
  left: { folders: number },
  deadline: number,
): Promise<vscode.Uri | undefined> {
  const open = [start];
  for (let folder = open.shift(); folder; folder = open.shift()) {
    if (left.folders-- <= 0 || Date.now() >= deadline) return undefined;
    const file = vscode.Uri.joinPath(folder, path);
    if (await listing.isFile(file)) return file;
    if (!isDeep) continue;
    for (const name of (await listing.folders(folder, true)).toSorted()) {
      if (!name.startsWith('.')) open.push(vscode.Uri.joinPath(folder, name));
    }
  }
  return undefined;
}
