import * as vscode from 'vscode';
import type { IndexedDocument } from '../core/digest.js';
import type { HealthGroup } from '../core/health/finding.js';
import { missingDays, type MissingDays } from '../core/health/missingDays.js';
import { onlyInTwin, twinGroup } from '../core/health/onlyInTwin.js';
import type { PaperKey } from '../core/paper.js';
import { nextMonth } from './idAt.js';
import type { LibraryService } from './libraryService.js';
import { transferable, type Answerer } from './workerClient.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

/** The papers of the data file that belongs to a digest; undefined where there is none. */
export type TwinKeys = (uri: string) => Iterable<PaperKey> | undefined;

/** What is wrong with the digests of the library. Their texts are looked at in the worker. */
export class DigestHealth {
  readonly #library: LibraryService;
  readonly #files: WorkspaceFiles;
  readonly #worker: Answerer;
  readonly #twinKeys: TwinKeys;
  /** A digest that is read anew is another document. */
  readonly #checked = new WeakMap<IndexedDocument, readonly HealthGroup[]>();

  constructor(
    library: LibraryService,
    files: WorkspaceFiles,
    worker: Answerer,
    twinKeys: TwinKeys = () => undefined,
  ) {
    this.#library = library;
    this.#files = files;
    this.#worker = worker;
    this.#twinKeys = twinKeys;
  }

  /**
   * Of a document as the library knows it; nothing is told of one that is no digest, or that has gone.
   * @throws {WorkerDied}
   */
  async of(document: IndexedDocument): Promise<readonly HealthGroup[]> {
    const { uri, digest } = document;
    if (!digest) return [];
    const groups = this.#checked.get(document) ?? (await this.#check(document));
    const twin = this.#twinKeys(uri);
    if (twin === undefined) return groups;
    const own = digest.entries.map(({ key }) => key);
    return [...twinGroup(onlyInTwin(own, twin)), ...groups];
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
    const groups = await this.#worker.call(
      'checkDigest',
      { uri, digest, problems, content, latest: nextMonth() },
      transferable(content),
    );
    this.#checked.set(document, groups);
    return groups;
  }
}
