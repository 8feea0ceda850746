import * as vscode from 'vscode';
import { mayBeTypeset } from '../core/bibliography/bibliographyPath.js';
import { mayReadBibliography } from '../editor/files/bibliographyGate.js';
import type { BibliographySummary } from '../worker/bibliographyProtocol.js';
import { folderOf } from './folderListing.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { transferable, type WorkerClient } from './workerClient.js';
import { WorkerDied, type Blame } from './workerDied.js';
import {
  openDocument,
  type FileState,
  type ReadResult,
  type WorkspaceFiles,
} from './workspaceFiles.js';

/** The state of a bibliography that the worker has, or has been sent. */
interface Held {
  readonly document: vscode.TextDocument | undefined;
  /** Tells one state of the text from another. */
  readonly version: string;
  readonly summary: Promise<BibliographySummary | undefined>;
}

/**
 * Once may have been for want of memory; what ends the worker twice is not read any more, and what it
 * was not done with in time is not tried again.
 */
const mostDeaths = 2;

/**
 * The bibliographies that the worker holds, each in the state that it has now: an open editor's text
 * is sent when it has changed since, a file is read again when its watcher has told of a change. Only
 * who asks pays.
 */
export class HeldBibliographies implements Disposable {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #log: vscode.LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #held = new Map<string, Held>();
  /** How often the worker has ended over a text. */
  readonly #deaths = new Map<string, { readonly version: Held['version']; count: number }>();
  readonly #watched = new Set<string>();

  /** A bibliography outside of the workspace has changed; nobody else would tell. */
  readonly onDidChangeOutside = this.#changed.event;

  constructor(files: WorkspaceFiles, worker: WorkerClient, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#worker = worker;
    this.#log = log;
    this.#store.add(worker.onDidEnd(() => this.#held.clear()));
  }

  /** Whether somebody has asked for it since the worker was started. */
  has(uri: vscode.Uri): boolean {
    return this.#held.has(uri.toString());
  }

  /**
   * Makes sure that the worker has it as it is now.
   * @returns undefined when it cannot be read
   * @throws {WorkerDied}
   */
  async hold(uri: vscode.Uri): Promise<BibliographySummary | undefined> {
    const key = uri.toString();
    const state = await this.#files.state(uri);
    const document = openDocument(uri);
    // The watcher may tell of a change too late: new keys are made from what is there now.
    const version = document ? String(document.version) : versionOf(state);
    const known = this.#held.get(key);
    if (known && known.document === document && known.version === version) return known.summary;
    if (!document) this.#watch(uri);
    const held: Held = { document, version, summary: this.#send(uri, () => held) };
    this.#held.set(key, held);
    return held.summary;
  }

  /** Whether it has ended the worker, and is left out until it changes. */
  isLeftOut(uri: vscode.Uri): boolean {
    const key = uri.toString();
    const deaths = this.#deaths.get(key);
    return deaths?.version === this.#held.get(key)?.version && (deaths?.count ?? 0) >= mostDeaths;
  }

  /**
   * Asks the worker about one bibliography as it is now, which is left out when there is no answer in
   * time.
   * @throws {WorkerDied}
   */
  async about<T>(uri: vscode.Uri, question: () => Promise<T>): Promise<T> {
    await this.hold(uri);
    const version = this.#held.get(uri.toString())?.version;
    try {
      return await question();
    } catch (error) {
      const isOverdue = error instanceof WorkerDied && error.blame === 'overdue';
      if (isOverdue && version !== undefined) this.#noteDeath(uri, version, 'overdue');
      throw error;
    }
  }

  /** What is held of a file, or of a folder's files, is not what is there any more. */
  forget(uri: vscode.Uri): boolean {
    const key = uri.toString();
    let known = false;
    for (const each of [...this.#held.keys(), ...this.#deaths.keys()]) {
      if (each !== key && !each.startsWith(`${key}/`)) continue;
      known = true;
      this.#deaths.delete(each);
      if (!this.#held.get(each)?.document) this.#held.delete(each);
    }
    return known;
  }

  forgetAll(): void {
    this.#held.clear();
    this.#deaths.clear();
  }

  dispose(): void {
    this.#store.dispose();
  }

  async #send(uri: vscode.Uri, self: () => Held): Promise<BibliographySummary | undefined> {
    const key = uri.toString();
    // What a person has opened as BibTeX or LaTeX is read from its editor.
    const document = openDocument(uri);
    const isOpened = document?.languageId === 'bibtex' || (document && mayBeTypeset(uri.path));
    const mayRead = isOpened || (await mayReadBibliography(uri));
    const read: ReadResult = mayRead ? await this.#files.read(uri) : { kind: 'missing' };
    const now = this.#held.get(key);
    const held = self();
    // A later state has been sent in the meantime.
    if (now && now !== held) return now.summary;
    const deaths = this.#deaths.get(key);
    if (deaths?.version === held.version && deaths.count >= mostDeaths) return undefined;
    if (read.kind !== 'content') {
      if (!mayRead) this.#log.warn(`${uri.toString(true)} is outside, and no bibliography.`);
      else if (read.kind !== 'missing') this.#log.warn(`${uri.toString(true)} cannot be read.`);
      await this.#worker.call('removeBibliography', { uri: key });
      return undefined;
    }
    const { content } = read;
    try {
      const request = { uri: key, path: uri.path, content };
      return await this.#worker.call('setBibliography', request, transferable(content));
    } catch (error) {
      if (error instanceof WorkerDied) {
        this.#noteDeath(uri, held.version, error.blame);
        throw error;
      }
      this.#log.error(`${uri.toString(true)} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  #noteDeath(uri: vscode.Uri, version: Held['version'], blame: Blame): void {
    if (blame === 'none') return;
    const known = this.#deaths.get(uri.toString());
    const before = known?.version === version ? known.count : 0;
    const count = blame === 'overdue' ? mostDeaths : before + 1;
    this.#deaths.set(uri.toString(), { version, count });
    if (count === mostDeaths) {
      this.#log.error(`${uri.toString(true)} ends the worker that reads it, and is left out.`);
    }
  }

  /** A bibliography may lie anywhere; the workspace's own watchers do not see it there. */
  #watch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (vscode.workspace.getWorkspaceFolder(uri) || this.#watched.has(key)) return;
    this.#watched.add(key);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/[*?[\]{}]/g, '?');
    const pattern = new vscode.RelativePattern(folderOf(uri), name);
    const watcher = this.#store.add(vscode.workspace.createFileSystemWatcher(pattern));
    const tell = (): void => {
      this.forget(uri);
      this.#changed.fire(uri);
    };
    watcher.onDidCreate(tell);
    watcher.onDidChange(tell);
    watcher.onDidDelete(tell);
  }
}

function versionOf(state: FileState): string {
  return state.kind === 'file' ? `${state.size}/${state.mtime}` : state.kind;
}
