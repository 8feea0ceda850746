import type * as vscode from 'vscode';
import { ownLatexCommand } from '../core/citation/scan/latexCommands.js';
import type { IndexedDocument, Problem } from '../core/digest.js';
import { notebookOf } from '../editor/notebooks.js';
import type {
  CachePlace,
  Content,
  Explanation,
  IndexRequest,
  PartRequest,
} from '../worker/protocol.js';
import type { CachePlaces } from './cachePlaces.js';
import { settings } from './contributions.js';
import { nextMonth } from './idAt.js';
import { isBibliography } from './generatedDigest.js';
import { citationSettings, largeFileCategories, takesBibliographies } from './settings.js';
import { transferable, type Answerer } from './workerClient.js';
import { unlessDied, WorkerDied } from './workerDied.js';
import type { OwnFormats } from './ownFormats.js';
import type { FileState, NoContent, WorkspaceFiles } from './workspaceFiles.js';

/** How a document came to be known. */
export interface Reading {
  readonly document: IndexedDocument;
  /** From the cache, by the size and time of its file alone. */
  readonly restored: boolean;
  readonly milliseconds: number;
  /** Of a file that is too large to be read at once: its parts, each a document. */
  readonly parts?: AsyncIterable<IndexedDocument>;
}

/** The part of a file by its number, from 0: no file's URI has a fragment. */
export function partUri(uri: string, number: number): string {
  return `${uri}#${number}`;
}

/** Where papers may stand one on each line. */
const dataFile = /\.(?:json|jsonl|ndjson)$/i;

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
   * @param anew somebody has told that its bytes are others, whatever size and time say
   * @throws {WorkerDied}
   */
  async read(uri: vscode.Uri, anew = false): Promise<Reading | undefined> {
    const started = Date.now();
    const state = await this.#files.state(uri);
    if (state.kind === 'missing') return undefined;
    if (state.kind === 'tooLarge') {
      const parts = await this.#partsOf(uri, state, started, anew);
      const milliseconds = Date.now() - started;
      const document = { uri: uri.toString(), mentions: [], problems: [] };
      if (parts) return { document, restored: false, milliseconds, parts };
    }
    const cache = this.#placeOf(uri, state, started);
    const kept = anew ? undefined : await this.#restore(uri, cache);
    const document = kept ?? (await this.#index(uri, state, cache));
    if (!document) return undefined;
    return { document, restored: kept !== undefined, milliseconds: Date.now() - started };
  }

  async #restore(
    uri: vscode.Uri,
    cache: CachePlace | undefined,
  ): Promise<IndexedDocument | undefined> {
    if (!cache) return undefined;
    const of = uri.scheme === 'file' ? { file: uri.fsPath } : {};
    return this.#workers.call('restore', { uri: uri.toString(), cache, ...of });
  }

  /** Deletes what is kept of other documents than these. */
  async forgetAllBut(uris: Iterable<string>): Promise<void> {
    const { folder } = this.#places;
    if (folder === undefined) return;
    const keep = await this.#places.namesOf(uris);
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
    if (read.kind !== 'content') return problemOf(uri, read);
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
      ...(notebookOf(uri) && { isCell: true }),
      ...this.#ownWays(uri),
    };
  }

  /** What a person has set that changes how the document is read. */
  #ownWays(uri: vscode.Uri): Pick<IndexRequest, 'latexCommand' | 'formats' | 'isSource'> {
    const formats = this.#formats.of(uri, this.#files.path(uri));
    return {
      ...ownCommand(uri),
      ...(formats !== undefined && { formats }),
      ...(isBibliography(uri) && takesBibliographies(uri) && { isSource: true }),
    };
  }

  /** undefined for a file that is not to be read in parts, or cannot be. */
  async #partsOf(
    uri: vscode.Uri,
    { size, mtime }: Extract<FileState, { kind: 'tooLarge' }>,
    checked: number,
    anew: boolean,
  ): Promise<AsyncIterable<IndexedDocument> | undefined> {
    const categories = largeFileCategories(uri);
    if (!isLargeData(uri) || categories.length === 0) return undefined;
    const of = uri.toString();
    const read = (number: number, from: PartRequest['from']) => {
      const part = partUri(of, number);
      const path = this.#places.document(part);
      const wanted = JSON.stringify([from.offset, categories]);
      return this.#workers.call('indexPart', {
        ...{ uri: part, of, file: uri.fsPath, from, size, mtime, categories },
        latest: nextMonth(),
        ...(anew && { anew }),
        ...(path !== undefined && { cache: { path, size, mtime, checked, part: wanted } }),
      });
    };
    try {
      const first = await read(0, { offset: 0, line: 0 });
      return first && partsFrom(first, read);
    } catch (error) {
      if (error instanceof WorkerDied) throw error;
      this.#log.warn(`${uri.toString(true)} cannot be read in parts: ${String(error)}`);
      return undefined;
    }
  }

  #placeOf(uri: vscode.Uri, state: FileState, checked: number): CachePlace | undefined {
    const path = this.#places.document(uri.toString());
    if (path === undefined || state.kind !== 'file') return undefined;
    const encoding = this.#files.encoding(uri);
    return {
      ...{ path, size: state.size, mtime: state.mtime, checked, ...this.#ownWays(uri) },
      ...(encoding !== undefined && { encoding }),
    };
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
        const kept = await this.#restore(uri, cache);
        if (kept) return kept;
      }
      const problem = problemOf(uri, read);
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

/** Each part tells where the next one begins. */
async function* partsFrom(
  first: IndexedDocument,
  read: (number: number, from: PartRequest['from']) => Promise<IndexedDocument | undefined>,
): AsyncGenerator<IndexedDocument> {
  let part: IndexedDocument | undefined = first;
  for (let number = 1; part; number++) {
    yield part;
    const next: PartRequest['from'] | undefined = part.part?.next;
    part = next && (await read(number, next));
  }
}

/** The worker reads it itself: what is not on a disk of this machine would be sent as a whole. */
function isLargeData(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && dataFile.test(uri.path);
}

/** A document of which nothing else is known. */
export function withProblem(uri: vscode.Uri, problem: Problem): IndexedDocument {
  return { uri: uri.toString(), mentions: [], problems: [problem] };
}

/** undefined when there is nothing to be read. */
function problemOf(uri: vscode.Uri, read: NoContent): Problem | undefined {
  switch (read.kind) {
    case 'missing':
      return undefined;
    case 'unreadable':
      return { kind: 'unreadable', line: 0, args: [] };
    case 'tooLarge': {
      const sizes = [megabytes(read.size), megabytes(read.limit)];
      const isHelped = isLargeData(uri) && largeFileCategories(uri).length === 0;
      const args = isHelped ? [...sizes, settings.largeFileCategories] : sizes;
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
