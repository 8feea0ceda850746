import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { CachePlaces } from '../../src/host/cachePlaces.js';
import { DocumentReader } from '../../src/host/documentReader.js';
import { nextMonth } from '../../src/host/idAt.js';
import { LibraryService } from '../../src/host/libraryService.js';
import { SearchService } from '../../src/host/searchService.js';
import { LeastBusy } from '../../src/host/leastBusy.js';
import { WorkerClient } from '../../src/host/workerClient.js';
import type { FilesChange, FileState, WorkspaceFiles } from '../../src/host/workspaceFiles.js';

/** Logs nothing: the end of a worker, say, is expected here. */
export const silentLog = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
} as Partial<vscode.LogOutputChannel> as vscode.LogOutputChannel;

/** The files of a bench in place of a workspace's. */
export class BenchFiles implements Pick<
  WorkspaceFiles,
  'find' | 'read' | 'state' | 'content' | 'path'
> {
  readonly #files: readonly vscode.Uri[];
  readonly #changes = new vscode.EventEmitter<FilesChange>();
  readonly onDidChange = this.#changes.event;

  constructor(files: readonly string[]) {
    this.#files = files.map((file) => vscode.Uri.parse(pathToFileURL(file).href));
  }

  find(): ReturnType<WorkspaceFiles['find']> {
    return Promise.resolve({ files: [...this.#files], unreadable: [] });
  }

  async read(uri: vscode.Uri): ReturnType<WorkspaceFiles['read']> {
    return this.content(uri);
  }

  async state(uri: vscode.Uri): Promise<FileState> {
    const { size, mtimeMs } = await stat(uri.fsPath);
    return { kind: 'file', size, mtime: Math.trunc(mtimeMs) };
  }

  async content(uri: vscode.Uri): ReturnType<WorkspaceFiles['content']> {
    return { kind: 'content', content: await readFile(uri.fsPath) };
  }

  path(uri: vscode.Uri): string {
    return path.basename(uri.fsPath);
  }

  /** As the watcher tells it, but at once. */
  tellChanged(file: string): void {
    const changed = [vscode.Uri.parse(pathToFileURL(file).href)];
    this.#changes.fire({ changed, deleted: [], others: [], extent: 'these' });
  }
}

export interface Services {
  readonly files: BenchFiles;
  readonly library: LibraryService;
  readonly search: SearchService;
  readonly searcher: WorkerClient;
  readonly places: CachePlaces;
  /** Milliseconds until both workers had answered. */
  readonly workerStart: number;
  dispose(): void;
}

/**
 * Makes the services as `extension.ts` does, with their workers up.
 * @param program the worker's bundle
 * @param cache a folder: an empty one for a cold start
 */
export async function openServices(
  paths: readonly string[],
  program: string,
  cache: string,
): Promise<Services> {
  const created = performance.now();
  const reader = new WorkerClient(program, silentLog, Infinity);
  const searcher = new WorkerClient(program, silentLog, Infinity);
  const both = new LeastBusy([reader, searcher]);
  const nothing = { text: '', latest: nextMonth() };
  await Promise.all([reader, searcher].map((worker) => worker.call('findLinks', nothing)));
  const workerStart = performance.now() - created;
  const files = new BenchFiles(paths);
  const workspaceFiles = files as unknown as WorkspaceFiles;
  const storage = vscode.Uri.parse(pathToFileURL(cache).href);
  const places = new CachePlaces(storage);
  const noFormats = { of: () => undefined, notFor: () => [] };
  const documents = new DocumentReader(workspaceFiles, both, places, noFormats, silentLog);
  const library = new LibraryService(workspaceFiles, documents, silentLog);
  const workers = { searcher, builders: both };
  const search = new SearchService(library, workspaceFiles, workers, places, silentLog);
  const dispose = (): void => {
    for (const one of [search, library, reader, searcher]) one.dispose();
  };
  return { files, library, search, searcher, places, workerStart, dispose };
}
