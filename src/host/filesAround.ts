import * as vscode from 'vscode';
import type { Declarations } from '../core/bibliography/declared.js';
import type { ProjectFiles } from '../core/bibliography/project/parts.js';
import { mayReadRoot } from '../editor/files/rootGate.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import { folderOf, type FolderListing } from './folderListing.js';
import type { Slices } from './slices.js';

/** Paths that are looked at for one document: nobody's project names more of them, but a trap may. */
const mostPaths = { inside: 10_000, outside: 100 };

/** What is there, asked once and kept. */
export interface KnownFiles {
  readonly declarations: DeclarationReader;
  readonly listing: FolderListing;
  readonly slices: Slices;
}

/**
 * The files around a document, by paths. What lies elsewhere is read where the gate lets it: else it is
 * not there.
 */
export class FilesAround implements ProjectFiles {
  readonly #document: CitingDocument;
  readonly #top: vscode.Uri;
  readonly #known: KnownFiles;
  readonly #read = new Map<string, Promise<Declarations | undefined>>();
  readonly #folders = new Map<string, Promise<boolean>>();
  readonly #left = { ...mostPaths };

  /** @param top the highest folder that may be listed */
  constructor(document: CitingDocument, top: vscode.Uri, known: KnownFiles) {
    this.#document = document;
    this.#top = top;
    this.#known = known;
  }

  async list(
    folder: string,
  ): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
    await this.#known.slices.turn();
    if (!this.#isInside(folder)) return { files: [], folders: [] };
    const uri = this.#top.with({ path: folder });
    const { listing } = this.#known;
    // Around a file that was opened alone may lie everything that a person has.
    const isOpen = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    const folders = isOpen ? await listing.folders(uri, false) : [];
    return { files: await listing.files(uri), folders };
  }

  async read(path: string): Promise<Declarations | undefined> {
    await this.#known.slices.turn();
    const read = this.#read.get(path) ?? this.#readOnce(path);
    this.#read.set(path, read);
    return read;
  }

  async #readOnce(path: string): Promise<Declarations | undefined> {
    const place = this.#isInside(path) ? 'inside' : 'outside';
    if (this.#left[place]-- <= 0) return undefined;
    const uri = this.#top.with({ path });
    // A folder elsewhere is not even listed before it is known that it may be looked at.
    if (place === 'outside' && !(await mayReadRoot(uri, this.#document.uri))) return undefined;
    if (place === 'inside' && !(await this.#mayBeFolder(folderOf(uri)))) return undefined;
    if (!(await this.#known.listing.isFile(uri))) return undefined;
    return this.#known.declarations.of({ uri, languageId: '' });
  }

  /** VS Code reports each folder that is asked for and is not there. */
  async #mayBeFolder(folder: vscode.Uri): Promise<boolean> {
    const { path } = folder;
    if (path.length <= this.#top.path.replace(/\/$/, '').length || path === '/') return true;
    const known = this.#folders.get(path) ?? this.#askFolder(folder);
    this.#folders.set(path, known);
    return known;
  }

  async #askFolder(folder: vscode.Uri): Promise<boolean> {
    const isAbove = await this.#mayBeFolder(folderOf(folder));
    return isAbove && this.#known.listing.mayBeFolder(folder);
  }

  #isInside(path: string): boolean {
    return `${path}/`.startsWith(`${this.#top.path.replace(/\/$/, '')}/`);
  }
}
