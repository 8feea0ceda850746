import * as vscode from 'vscode';
import { fileOf } from '../editor/notebooks.js';
import type { FileGlobs } from './fileGlobs.js';
import type { WorkspacePlaces } from './workspacePlaces.js';

/** The documents that are open in editors, whose texts outrank the disk. */
export class OpenDocuments {
  readonly #globs: FileGlobs;
  readonly #places: WorkspacePlaces;

  constructor(globs: FileGlobs, places: WorkspacePlaces) {
    this.#globs = globs;
    this.#places = places;
  }

  /** Any document is, wherever it lies, but for an excluded one. */
  isRead({ uri }: vscode.TextDocument): boolean {
    return isUsersDocument(uri) && !this.#globs.excludes(uri);
  }

  /** Those that are read. */
  all(): readonly vscode.Uri[] {
    return vscode.workspace.textDocuments
      .filter((document) => this.isRead(document))
      .map(({ uri }) => uri);
  }

  /** Those that are read and lie in a folder. */
  below(folder: vscode.Uri): readonly vscode.Uri[] {
    const start = `${folder.toString()}/`;
    return this.all().filter((uri) => fileOf(uri).toString().startsWith(start));
  }

  /**
   * Files that are not read from the disk, because an editor shows them by another path, along a link, or
   * as the cells of a notebook: what it shows is read in their place. An editor of each path makes two
   * documents.
   */
  replaced(): readonly vscode.Uri[] {
    const open = this.all();
    const others = open.map((uri) => this.#places.known(uri)).filter((uri, at) => uri !== open[at]);
    const notebooks = vscode.workspace.notebookDocuments
      .map(({ uri }) => uri)
      .filter((uri) => this.#globs.includes(uri));
    return [...others, ...notebooks].filter((uri) => !openDocument(uri));
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** Output, diffs of git, settings and the like are documents too, but nobody's notes. */
export function isUsersDocument(uri: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const { scheme } = fileOf(uri);
  return (
    scheme === 'file' ||
    scheme === 'untitled' ||
    folders.some((folder) => folder.uri.scheme === scheme)
  );
}
