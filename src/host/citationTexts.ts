import type * as vscode from 'vscode';
import type { TextInsertion } from '../core/bibliography/insertEntry.js';
import type { KeyRewrite } from '../core/citation/scan/rewriteKey.js';
import type { CitationUse } from '../core/digest.js';
import type { NoteText } from '../worker/bibliographyProtocol.js';
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

  /** What to write where a document cites by a key, when the key becomes another. */
  async rewriteKey(uri: vscode.Uri, key: string, newKey: string): Promise<readonly KeyRewrite[]> {
    const note = await this.#note(uri);
    if (!note) return [];
    const request = { ...note, key, newKey };
    return this.#worker.call('rewriteKey', request, transferable(note.content));
  }

  /**
   * Where an entry is to be written into a bibliography; one that is not there yet is empty.
   * @param entry in the bibliography's format; several are parted by blank lines
   * @returns undefined when there is no place for it
   */
  async place(
    bibliography: vscode.Uri,
    format: string,
    entry: string,
  ): Promise<TextInsertion | undefined> {
    const read = await this.#files.read(bibliography);
    if (read.kind !== 'content' && read.kind !== 'missing') return undefined;
    const content = read.kind === 'content' ? read.content : '';
    const request = { format, content, entry };
    return this.#worker.call('placeEntries', request, transferable(content));
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
