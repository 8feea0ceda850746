import type * as vscode from 'vscode';
import { ownLatexCommand } from '../core/citation/scan/latexCommands.js';
import type { IndexedDocument, Problem } from '../core/digest.js';
import type { CachePlace, Content, Explanation, IndexRequest } from '../worker/protocol.js';
import type { CachePlaces } from './cachePlaces.js';
import { nextMonth } from './idAt.js';
import { citationSettings } from './settings.js';
import { transferable, unlessDied, WorkerDied, type Answerer } from './workerClient.js';
import type { OwnFormats } from './ownFormats.js';
import type { FileState, NoContent, WorkspaceFiles } from './workspaceFiles.js';

/** How a document came to be known. */
export interface Reading {
  readonly document: IndexedDocument;
  /** From the cache, by the size and time of its file alone. */
  readonly restored: boolean;
  readonly milliseconds: number;
}

/** Makes documents of files: from the cache when their file has not changed, else by reading it. */
export class DocumentReader {
  readonly #files: WorkspaceFiles;
  readonly #workers: Answerer;
  readonly #places: CachePlaces;
  readonly #formats: Pick<OwnFormats, 'of' | 'notFor'>;
  readonly #log: vscode.LogOutputChannel;

  constructor(
    files: WorkspaceFiles,
    workers: Answerer,
    places: CachePlaces,
    formats: Pick<OwnFormats, 'of' | 'notFor'>,
    log: vscode.LogOutputChannel,
  ) {
    this.#files = files;
    this.#workers = workers;
    this.#places = places;
    this.#formats = formats;
    this.#log = log;
  }

  /**
   * undefined for a file that is no longer there. What cannot be read becomes a problem.
   * @throws {WorkerDied}
   */
  async read(uri: vscode.Uri): Promise<Reading | undefined> {
    const started = Date.now();
    const state = await this.#files.state(uri);
    if (state.kind === 'missing') return undefined;
    const cache = this.#placeOf(uri, state, started);
    const kept = cache && (await this.#workers.call('restore', { uri: uri.toString(), cache }));
    const document = kept ?? (await this.#index(uri, state, cache));
    if (!document) return undefined;
    return { document, restored: kept !== undefined, milliseconds: Date.now() - started };
  }

  /** Deletes what is kept of other documents than these. */
  async forgetAllBut(uris: Iterable<string>): Promise<void> {
    const { folder } = this.#places;
    if (folder === undefined) return;
    const keep = this.#places.namesOf(uris);
    // What is left over is deleted the next time.
    await unlessDied(this.#workers.call('pruneCache', { folder, keep }));
  }

  /** Bytes on disk of all that is kept; undefined when the worker cannot tell. */
  async keptBytes(): Promise<number | undefined> {
    const { folder } = this.#places;
    return folder === undefined ? 0 : unlessDied(this.#workers.call('cacheSize', { folder }));
  }

  /**
   * Reads a document for somebody who asks about it; nothing is kept. undefined for one that is not
   * there, or whose content cannot be had: `problem` says why.
   * @throws {WorkerDied} and what the worker says
   */
  async explain(uri: vscode.Uri): Promise<Explanation | Problem | undefined> {
    const state = await this.#files.state(uri);
    const read = await this.#files.content(uri, state);
    if (read.kind !== 'content') return problemOf(read);
    const { content } = read;
    const request = this.#request(uri, state, content);
    return this.#workers.call('explain', request, transferable(content));
  }

  /** The names of own formats that are for other files. */
  formatsNotFor(uri: vscode.Uri): readonly string[] {
    return this.#formats.notFor(uri, this.#files.path(uri));
  }

  #request(uri: vscode.Uri, state: FileState, content: Content): IndexRequest {
    const { languageId } = state.kind === 'open' ? state : {};
    return {
      ...{ uri: uri.toString(), path: this.#files.path(uri), content, latest: nextMonth() },
      ...(languageId !== undefined && { languageId }),
      ...this.#ownWays(uri),
    };
  }

  /** What a person has set that changes how the document is read. */
  #ownWays(uri: vscode.Uri): Pick<IndexRequest, 'latexCommand' | 'formats'> {
    const formats = this.#formats.of(uri, this.#files.path(uri));
    return { ...ownCommand(uri), ...(formats !== undefined && { formats }) };
  }

  #placeOf(uri: vscode.Uri, state: FileState, checked: number): CachePlace | undefined {
    const path = this.#places.document(uri.toString());
    if (path === undefined || state.kind !== 'file') return undefined;
    return { path, size: state.size, mtime: state.mtime, checked, ...this.#ownWays(uri) };
  }

  async #index(
    uri: vscode.Uri,
    state: FileState,
    cache: CachePlace | undefined,
  ): Promise<IndexedDocument | undefined> {
    const read = await this.#files.content(uri, state);
    if (read.kind !== 'content') {
      if (read.kind === 'unreadable') {
        this.#log.warn(`${uri.toString(true)} cannot be read: ${read.reason}`);
      }
      const problem = problemOf(read);
      return problem && withProblem(uri, problem);
    }
    const { content } = read;
    const request = this.#request(uri, state, content);
    try {
      return await this.#workers.call(
        'index',
        { ...request, ...(cache && { cache }) },
        transferable(content),
      );
    } catch (error) {
      if (error instanceof WorkerDied) throw error;
      this.#log.error(`${uri.toString(true)} could not be indexed: ${String(error)}`);
      return withProblem(uri, { kind: 'readerDied', line: 0, args: [] });
    }
  }
}

/** A document of which nothing else is known. */
export function withProblem(uri: vscode.Uri, problem: Problem): IndexedDocument {
  return { uri: uri.toString(), mentions: [], problems: [problem] };
}

/** undefined when there is nothing to be read. */
function problemOf(read: NoContent): Problem | undefined {
  switch (read.kind) {
    case 'missing':
      return undefined;
    case 'unreadable':
      return { kind: 'unreadable', line: 0, args: [] };
    case 'tooLarge': {
      const args = [megabytes(read.size), megabytes(read.limit)];
      return { kind: 'tooLarge', line: 0, args };
    }
  }
}

/** Of LaTeX alone, so that the index of other documents does not depend on the setting. */
function ownCommand(uri: vscode.Uri): { latexCommand?: string } {
  if (!/\.(?:tex|ltx|latex|rnw)$/i.test(uri.path)) return {};
  const latexCommand = ownLatexCommand(citationSettings(uri).latexCommand);
  return latexCommand === undefined ? {} : { latexCommand };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
