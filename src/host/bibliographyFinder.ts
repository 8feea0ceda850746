import * as vscode from 'vscode';
import type { Declarations } from '../core/bibliography/declared.js';
import { namedBibliographies } from '../core/bibliography/project/namedBibliographies.js';
import { filesNamed, longestGlobsMs } from './bibliographyPaths.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import { FilesAround, type KnownFiles } from './filesAround.js';
import { FolderListing, folderOf } from './folderListing.js';
import { bibliographyFiles } from './settings.js';
import { Slices } from './slices.js';

/** Who says that a document cites from a bibliography; `nearest` when nobody does. */
export type BibliographyOrigin = 'document' | 'project' | 'setting' | 'nearest';

export interface CitedBibliography {
  /** Where it is, or would be. */
  readonly uri: vscode.Uri;
  readonly origin: BibliographyOrigin;
  /** It is named, but not there. */
  readonly missing: boolean;
}

/** Each is looked for on the disk. */
const mostNames = 100;

/**
 * Which bibliographies a document cites from: those that it names, those that its project names (see
 * `namedBibliographies`), those of the setting; without any, those of the nearest folder upwards that
 * has one. Each once, in this order. Nothing is looked for above the workspace folder.
 */
export class BibliographyFinder {
  readonly #declarations: DeclarationReader;
  readonly #listing = new FolderListing();
  readonly #known: KnownFiles;
  readonly #found = new Map<string, Promise<readonly CitedBibliography[]>>();

  constructor(declarations: DeclarationReader) {
    this.#declarations = declarations;
    this.#known = { declarations, listing: this.#listing, slices: new Slices() };
  }

  async find(document: CitingDocument): Promise<readonly CitedBibliography[]> {
    const says = await this.#declarations.of(document);
    const { uri, languageId } = document;
    // Where it says so is no part of it: that changes with every line above.
    const question = JSON.stringify([uri.toString(), languageId, says], (name, value: unknown) =>
      name === 'range' ? undefined : value,
    );
    const known = this.#found.get(question) ?? this.#find(document, says);
    this.#found.set(question, known);
    return known;
  }

  /** Files have come or gone, or a project says something else. */
  forget(): void {
    this.#listing.forget();
    this.#found.clear();
  }

  async #find(document: CitingDocument, says: Declarations): Promise<readonly CitedBibliography[]> {
    const found = new Map<string, CitedBibliography>();
    const deadline = Date.now() + longestGlobsMs;
    const add = async (
      path: string,
      origin: BibliographyOrigin,
      { bases, ifThere }: { readonly bases: readonly vscode.Uri[]; readonly ifThere?: true },
    ): Promise<void> => {
      const files = await filesNamed(path, bases, this.#listing, deadline);
      const missing = files.found.length === 0;
      if (missing && ifThere) return;
      for (const uri of missing ? [files.wanted] : files.found) {
        const key = uri?.toString() ?? '';
        if (uri && !found.has(key)) found.set(key, { uri, origin, missing });
      }
    };
    const folders = foldersUp(document.uri);
    const top = folders.at(-1);
    if (!top) return [];
    const { uri, languageId } = document;
    const path = uri.path.startsWith('/') ? uri.path : vscode.Uri.joinPath(top, uri.path).path;
    const named = await namedBibliographies(
      { path, languageId, says },
      folders.map(({ path }) => path),
      new FilesAround(document, top, this.#known),
    );
    for (const { path, folders: bases, by, declared } of named.slice(0, mostNames)) {
      await add(path, by, { bases: bases.map((base) => top.with({ path: base })), ...declared });
    }
    for (const path of bibliographyFiles(uri).slice(0, mostNames)) {
      await add(path, 'setting', { bases: [top] });
    }
    return found.size > 0 ? [...found.values()] : this.#nearest(folders);
  }

  /** The `.bib` files of the first folder that has one. */
  async #nearest(folders: readonly vscode.Uri[]): Promise<CitedBibliography[]> {
    for (const folder of folders) {
      const files = await this.#listing.files(folder);
      const names = files.filter((name) => name.toLowerCase().endsWith('.bib')).sort();
      if (names.length === 0) continue;
      return names.map((name) => ({
        uri: vscode.Uri.joinPath(folder, name),
        origin: 'nearest',
        missing: false,
      }));
    }
    return [];
  }
}

/** The document's folder and those above it, up to the workspace folder; outside only its own. */
function foldersUp(uri: vscode.Uri): vscode.Uri[] {
  const workspace = vscode.workspace.getWorkspaceFolder(uri);
  if (!workspace) {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    if (uri.scheme === 'untitled') return first ? [first.uri] : [];
    return [folderOf(uri)];
  }
  const folders: vscode.Uri[] = [];
  const top = workspace.uri.path.replace(/\/$/, '');
  for (let folder = folderOf(uri); folder.path.length >= top.length; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder.path === '/' || folder.path.replace(/\/$/, '') === top) break;
  }
  return folders;
}
