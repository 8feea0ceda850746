import type * as vscode from 'vscode';
import type { Declarations } from '../core/bibliography/declared.js';
import type { ProjectFiles } from '../core/bibliography/project/parts.js';
import { mayReadRoot } from '../editor/files/rootGate.js';
import type { CitingDocument, DeclarationReader } from './declarations.js';
import type { FolderListing } from './folderListing.js';

/**
 * The files around a document, by paths. What lies elsewhere is read where the gate lets it: else it is
 * not there.
 */
export class FilesAround implements ProjectFiles {
  readonly #document: CitingDocument;
  readonly #top: vscode.Uri;
  readonly #declarations: DeclarationReader;
  readonly #listing: FolderListing;

  /** @param top the highest folder that may be listed */
  constructor(
    document: CitingDocument,
    top: vscode.Uri,
    declarations: DeclarationReader,
    listing: FolderListing,
  ) {
    this.#document = document;
    this.#top = top;
    this.#declarations = declarations;
    this.#listing = listing;
  }

  async list(
    folder: string,
  ): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
    if (!this.#isInside(folder)) return { files: [], folders: [] };
    const uri = this.#uri(folder);
    return { files: await this.#listing.files(uri), folders: await this.#listing.ownFolders(uri) };
  }

  async read(path: string): Promise<Declarations | undefined> {
    const uri = this.#uri(path);
    // A folder elsewhere is not even listed before it is known that it may be looked at.
    if (!this.#isInside(path) && !(await mayReadRoot(uri, this.#document.uri))) return undefined;
    if (!(await this.#listing.isFile(uri))) return undefined;
    return this.#declarations.of({ uri, languageId: '' });
  }

  #uri(path: string): vscode.Uri {
    return this.#top.with({ path });
  }

  #isInside(path: string): boolean {
    return `${path}/`.startsWith(`${this.#top.path.replace(/\/$/, '')}/`);
  }
}
