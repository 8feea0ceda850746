import * as vscode from 'vscode';
import type { IndexedDocument } from '../core/digest.js';
import type { HealthGroup } from '../core/health/finding.js';
import { missingDays, type MissingDays } from '../core/health/missingDays.js';
import { lostGroup } from '../core/health/onlyInTwin.js';
import { onlyInTwins } from '../core/twins.js';
import { nextMonth } from './idAt.js';
import type { LibraryService } from './libraryService.js';
import { transferable, type Answerer } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** What is wrong with the digests of the library. Their texts are looked at in the worker. */
export class DigestHealth {
  readonly #library: LibraryService;
  readonly #files: WorkspaceFiles;
  readonly #worker: Answerer;
  /** A digest that is read anew is another document. */
  readonly #checked = new WeakMap<IndexedDocument, readonly HealthGroup[]>();

  constructor(library: LibraryService, files: WorkspaceFiles, worker: Answerer) {
    this.#library = library;
    this.#files = files;
    this.#worker = worker;
  }

  /**
   * Of a document as the library knows it; nothing is told of one that is no digest, or that has gone.
   * @throws {WorkerDied}
   */
  async of(document: IndexedDocument): Promise<readonly HealthGroup[]> {
    const { uri, digest } = document;
    if (!digest) return [];
    const groups = this.#checked.get(document) ?? (await this.#check(document));
    const joined = this.#library.library.digestOf(uri);
    // What a data file lacks of its digest is no loss: it is the digest that people read.
    if (joined?.uri !== uri) return groups;
    return [...lostGroup(onlyInTwins(joined)), ...groups];
  }

  /** Days that series of digests leave out. */
  missingDays(): MissingDays[] {
    const digests = Array.from(this.#library.library.documents()).flatMap(({ uri, digest }) =>
      digest?.date ? [{ uri, date: digest.date }] : [],
    );
    return missingDays(digests);
  }

  async #check(document: IndexedDocument): Promise<readonly HealthGroup[]> {
    const { uri, digest, problems } = document;
    if (!digest) return [];
    const read = await this.#files.read(vscode.Uri.parse(uri));
    if (read.kind !== 'content') return [];
    const { content } = read;
    const request = { uri, digest, problems, content, latest: nextMonth() };
    try {
      const groups = await this.#worker.call('checkDigest', request, transferable(content));
      this.#checked.set(document, groups);
      return groups;
    } catch (error) {
      // What there was no time for is not tried again; the log tells of it.
      if (error instanceof WorkerDied && error.blame === 'overdue') this.#checked.set(document, []);
      throw error;
    }
  }
}
