import type * as vscode from 'vscode';
import type { Declarations } from '../core/bibliography/declared.js';
import type { Library } from '../core/library.js';
import { headOf, openNotebook } from '../editor/notebooks.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import { openDocument, type WorkspaceFiles } from './workspaceFiles.js';

/** A document as far as it has to be known to say what it cites from. A `TextDocument` is one. */
export interface CitingDocument {
  readonly uri: vscode.Uri;
  /** '' for a file that is not open: its name tells. */
  readonly languageId: string;
}

const nothing: Declarations = { bibliographies: [], includes: [] };
/** A file that takes part in a project is not longer; what is was not written by hand. */
const longest = 4 * 1024 * 1024;

interface Read {
  /** Of an open document; undefined for a file. */
  readonly version: number | undefined;
  readonly document: vscode.TextDocument | undefined;
  readonly declarations: Promise<Declarations>;
}

/** What documents say of their bibliographies, read once for each state of their text. */
export class DeclarationReader {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #library: Library;
  readonly #read = new Map<string, Read>();
  /** Files of which the library may not know yet what they say now. */
  readonly #changed = new Set<string>();

  /** @param library knows what most files say already */
  constructor(files: WorkspaceFiles, worker: WorkerClient, library: Library) {
    this.#files = files;
    this.#worker = worker;
    this.#library = library;
  }

  /** Nothing for what cannot be read. A notebook says it in its first cell of prose. */
  of({ uri, languageId }: CitingDocument): Promise<Declarations> {
    const key = uri.toString();
    const notebook = openNotebook(uri);
    const document = notebook ? headOf(notebook) : openDocument(uri);
    if (notebook && !document) return Promise.resolve(nothing);
    const isIndexed = !document && !this.#changed.has(key);
    const indexed = isIndexed ? this.#library.document(key) : undefined;
    if (indexed) return Promise.resolve(indexed.declarations ?? nothing);
    const known = this.#read.get(key);
    if (known && known.document === document && known.version === document?.version) {
      return known.declarations;
    }
    const declarations = notebook
      ? this.#ask(document?.uri ?? uri, 'markdown')
      : this.#ask(uri, document?.languageId ?? languageId);
    this.#read.set(key, { document, version: document?.version, declarations });
    return declarations;
  }

  forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#read.delete(key);
    this.#changed.add(key);
  }

  forgetAll(): void {
    this.#read.clear();
  }

  async #ask(uri: vscode.Uri, languageId: string): Promise<Declarations> {
    const state = await this.#files.state(uri);
    if (state.kind === 'file' && state.size > longest) return nothing;
    const read = await this.#files.content(uri, state);
    if (read.kind !== 'content') return nothing;
    const { content } = read;
    const request = { languageId, path: uri.path, content };
    try {
      return await this.#worker.call('readDeclarations', request, transferable(content));
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      // What there was no time for is not tried again before it changes.
      if (error.blame !== 'overdue') this.#read.delete(uri.toString());
      return nothing;
    }
  }
}
