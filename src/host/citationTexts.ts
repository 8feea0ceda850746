import type * as vscode from 'vscode';
import type { KeyRewrite } from '../core/citation/scan/rewriteKeys.js';
import type { CitationUse } from '../core/digest.js';
import { headOf, notebookOf } from '../editor/notebooks.js';
import type { NoteText } from '../worker/bibliographyProtocol.js';
import { keepEncoding } from './keepEncoding.js';
import { citationSettings } from './settings.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { openDocument, type WorkspaceFiles } from './workspaceFiles.js';

/** Where to change texts that cite, as they are at this moment, unsaved ones included. */
export class CitationTexts {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;

  constructor(files: WorkspaceFiles, worker: WorkerClient) {
    this.#files = files;
    this.#worker = worker;
  }

  /** Every key that a document cites by; none for what cannot be read. */
  async uses(uri: vscode.Uri): Promise<readonly CitationUse[]> {
    const note = await this.#note(uri);
    return note ? this.#worker.call('findUses', note, transferable(note.content)) : [];
  }

  /** The CSL style that a document names, as written; of a cell its notebook. */
  async style(uri: vscode.Uri): Promise<string | undefined> {
    const notebook = notebookOf(uri);
    const note = await this.#note((notebook && headOf(notebook)?.uri) ?? uri);
    if (!note) return undefined;
    return (await this.#worker.call('readDeclarations', note, transferable(note.content))).style;
  }

  /**
   * To be called for each file that is to be changed, so that it can be saved as it is otherwise.
   * @throws Error when it cannot be
   */
  async keepEncoding(uri: vscode.Uri): Promise<void> {
    const kept = await keepEncoding(this.#files, this.#worker, uri);
    if (typeof kept === 'object') throw new Error(kept.refusal);
  }

  /**
   * What to write where a document cites by some keys, when they become another.
   * @throws Error when the document cannot be saved without loss
   */
  async rewriteKeys(
    uri: vscode.Uri,
    keys: readonly string[],
    newKey: string,
  ): Promise<readonly KeyRewrite[]> {
    const note = await this.#note(uri);
    if (!note) return [];
    const request = { ...note, keys, newKey };
    const rewrites = await this.#worker.call('rewriteKeys', request, transferable(note.content));
    if (rewrites.length > 0) await this.keepEncoding(uri);
    return rewrites;
  }

  /** The same where entries of a bibliography name others (`crossref`). */
  async rewriteReferences(
    uri: vscode.Uri,
    keys: readonly string[],
    newKey: string,
  ): Promise<readonly KeyRewrite[]> {
    const note = await this.#note(uri);
    if (!note) return [];
    const { content } = note;
    return this.#worker.call('rewriteReferences', { content, keys, newKey }, transferable(content));
  }

  async #note(uri: vscode.Uri): Promise<NoteText | undefined> {
    const read = await this.#files.read(uri);
    if (read.kind !== 'content') return undefined;
    return {
      languageId: openDocument(uri)?.languageId ?? '',
      path: uri.path,
      content: read.content,
      latexCommand: citationSettings(uri).latexCommand,
    };
  }
}
