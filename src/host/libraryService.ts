import * as vscode from 'vscode';
import type { IndexedDocument, Problem } from '../core/digest.js';
import { Library } from '../core/library.js';
import type { Paper, PaperKey } from '../core/paper.js';
import { newestKeysFirst } from '../core/paperOrder.js';
import { matchesPaper, queryWords } from '../core/search/matchPaper.js';
import { nextMonth } from './idAt.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { transferable, type WorkerClient } from './workerClient.js';
import type { FilesChange, WorkspaceFiles } from './workspaceFiles.js';

export type LibraryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'indexing'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' };

/** Which papers and documents have changed since the last event. */
export interface LibraryEvent {
  readonly papers: ReadonlySet<PaperKey>;
  /** Entries of digests or problems may have changed; else it is mentions alone that have. */
  readonly digests: boolean;
}

/** Documents that are read and indexed at the same time: one is read while another is indexed. */
const atOnce = 3;
/** While many documents come in, listeners are told this often, not once for each. */
const tellEveryMs = 250;
/** How long a search may hold the event loop. */
const sliceMs = 5;

/**
 * The library of the workspace, kept true while files change. Nothing is read before somebody needs
 * it: `start` is called by the first view, provider or command.
 */
export class LibraryService implements Disposable {
  readonly library = new Library();
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #log: vscode.LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<LibraryEvent>());
  readonly #stateChanged = this.#store.add(new vscode.EventEmitter<LibraryState>());
  /** To be indexed, in this order; a document that changes again keeps its place. */
  readonly #queue = new Map<string, vscode.Uri>();
  /** Counts the changes of each document, so that an answer about an older text is dropped. */
  readonly #generations = new Map<string, number>();
  #state: LibraryState = { kind: 'idle' };
  #ready: Promise<void> | undefined;
  #running = 0;
  #done = 0;
  #touched = new Set<PaperKey>();
  #digestsTouched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: (() => void)[] = [];
  #turns = Promise.resolve();
  #toldStateAt = 0;

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(files: WorkspaceFiles, worker: WorkerClient, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#worker = worker;
    this.#log = log;
    this.#store.add(files.onDidChange((change) => void this.#apply(change)));
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** Begins to index, once; resolves when all documents of the workspace have been read. */
  start(): Promise<void> {
    this.#ready ??= this.#findAll();
    return this.#ready;
  }

  /** As `start`, but gives up waiting; the library fills all the same. */
  async startWithin(milliseconds: number): Promise<void> {
    if (this.#state.kind === 'ready') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([this.start(), late]);
    clearTimeout(timer);
  }

  /** Reads a document anew that is not what it was when it was indexed. */
  reread(uri: vscode.Uri): void {
    this.#enqueue(uri);
    this.#pump();
  }

  /** Reads everything anew. */
  async refresh(): Promise<void> {
    if (this.#ready === undefined) return this.start();
    for (const { uri } of this.library.documents()) this.#enqueue(vscode.Uri.parse(uri));
    return this.#findAll();
  }

  /**
   * Papers whose title, authors, id or category hold all words of a query, newest first by id. Yields
   * to the event loop while it looks, so that no keystroke waits.
   */
  async find(query: string, limit: number): Promise<Paper[]> {
    await this.start();
    const words = queryWords(query);
    const found: Paper[] = [];
    let pause = Date.now() + sliceMs;
    for (const key of newestKeysFirst(this.library.keys())) {
      if (found.length >= limit) break;
      const paper = this.library.paper(key);
      if (paper && matchesPaper(paper, words)) found.push(paper);
      if (Date.now() < pause) continue;
      await new Promise((resolve) => setImmediate(resolve));
      pause = Date.now() + sliceMs;
    }
    return found;
  }

  /** Documents and folders of which something could not be read. */
  problems(): { readonly uri: vscode.Uri; readonly problem: Problem }[] {
    return [...this.library.documents()].flatMap((document) =>
      document.problems.map((problem) => ({ uri: vscode.Uri.parse(document.uri), problem })),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#queue.clear();
    this.#store.dispose();
  }

  async #findAll(): Promise<void> {
    const started = Date.now();
    this.#setState({ kind: 'indexing', done: 0, total: 0 });
    const { files, unreadable } = await this.#files.find();
    const found = new Set([...files, ...unreadable].map((uri) => uri.toString()));
    for (const { uri } of [...this.library.documents()]) if (!found.has(uri)) this.#remove(uri);
    for (const uri of unreadable) {
      this.#put(withProblem(uri, { kind: 'unreadable', line: 0, args: [] }));
    }
    for (const uri of newestFirst(files)) {
      const known = this.library.document(uri.toString());
      if (!known || known.problems.some(wasNotRead)) this.#enqueue(uri);
    }
    await this.#drained();
    this.#log.info(
      `Read ${this.library.documentCount} documents with ${this.library.size} papers in ${Date.now() - started} ms.`,
    );
  }

  async #apply({ changed, deleted, extent }: FilesChange): Promise<void> {
    const kept = new Set(changed.map((uri) => uri.toString()));
    for (const uri of deleted) this.#removeBelow(uri.toString(), kept);
    for (const uri of changed) this.#enqueue(uri);
    this.#pump();
    if (extent === 'read') await this.refresh();
    else if (extent === 'find') await this.#findAll();
  }

  /**
   * A deleted folder takes along what it held. What is there again stays as it was until it has been
   * read anew: nothing vanishes for a moment.
   */
  #removeBelow(uri: string, kept: ReadonlySet<string>): void {
    const known = Array.from(this.library.documents(), (document) => document.uri);
    // Those that are being read just now count as well: their answer is to be dropped.
    for (const key of new Set([uri, ...known, ...this.#generations.keys()])) {
      const below = key === uri || key.startsWith(`${uri}/`);
      if (below && !kept.has(key)) this.#remove(key);
    }
  }

  /** To be followed by `#pump`, once for all that is put in. */
  #enqueue(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#generations.set(key, (this.#generations.get(key) ?? 0) + 1);
    this.#queue.set(key, uri);
  }

  #pump(): void {
    while (this.#running < atOnce && this.#queue.size > 0) {
      const [key, uri] = this.#queue.entries().next().value as [string, vscode.Uri];
      this.#queue.delete(key);
      this.#running++;
      void this.#index(uri, this.#generations.get(key) ?? 0).finally(() => {
        this.#running--;
        this.#done++;
        this.#pump();
      });
    }
    const open = this.#running + this.#queue.size;
    if (open > 0) {
      this.#setState({ kind: 'indexing', done: this.#done, total: this.#done + open });
    } else {
      this.#done = 0;
      this.#setState({ kind: 'ready' });
      this.#tell();
      for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#pump();
    });
  }

  async #index(uri: vscode.Uri, generation: number): Promise<void> {
    const key = uri.toString();
    const document = await this.#readDocument(uri);
    await this.#turn();
    if (this.#store.disposed || this.#generations.get(key) !== generation) return;
    if (document) this.#put(document);
    else this.#remove(key);
  }

  /** Answers that arrive together are taken one at a time, and the editor has its turn in between. */
  #turn(): Promise<void> {
    this.#turns = this.#turns.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#turns;
  }

  /** undefined for a file that is no longer there. */
  async #readDocument(uri: vscode.Uri): Promise<IndexedDocument | undefined> {
    const read = await this.#files.read(uri);
    switch (read.kind) {
      case 'missing':
        return undefined;
      case 'unreadable':
        this.#log.warn(`${uri.toString(true)} cannot be read: ${read.reason}`);
        return withProblem(uri, { kind: 'unreadable', line: 0, args: [] });
      case 'tooLarge':
        return withProblem(uri, {
          kind: 'tooLarge',
          line: 0,
          args: [megabytes(read.size), megabytes(read.limit)],
        });
      case 'content':
    }
    try {
      return await this.#worker.call(
        'index',
        {
          uri: uri.toString(),
          path: this.#files.path(uri),
          content: read.content,
          latest: nextMonth(),
        },
        transferable(read.content),
      );
    } catch (error) {
      this.#log.error(`${uri.toString(true)} could not be indexed: ${String(error)}`);
      return withProblem(uri, { kind: 'readerDied', line: 0, args: [] });
    }
  }

  #put(document: IndexedDocument): void {
    const before = this.library.document(document.uri);
    this.#note(this.library.replace(document), [before, document]);
  }

  #remove(uri: string): void {
    this.#generations.set(uri, (this.#generations.get(uri) ?? 0) + 1);
    this.#queue.delete(uri);
    const before = this.library.document(uri);
    if (before) this.#note(this.library.remove(uri), [before]);
  }

  #note(touched: ReadonlySet<PaperKey>, documents: readonly (IndexedDocument | undefined)[]): void {
    for (const key of touched) this.#touched.add(key);
    this.#digestsTouched ||= documents.some(
      (document) => document && (document.digest || document.problems.length > 0),
    );
    const busy = this.#state.kind === 'indexing';
    this.#timer ??= setTimeout(() => this.#tell(), busy ? tellEveryMs : 0);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [papers, digests] = [this.#touched, this.#digestsTouched];
    this.#touched = new Set();
    this.#digestsTouched = false;
    if (!this.#store.disposed) this.#changed.fire({ papers, digests });
  }

  /** Steps of a long work are told now and then; its beginning and its end at once. */
  #setState(state: LibraryState): void {
    const step = state.kind === this.#state.kind;
    this.#state = state;
    if (step && (state.kind !== 'indexing' || Date.now() - this.#toldStateAt < tellEveryMs)) return;
    this.#toldStateAt = Date.now();
    if (!this.#store.disposed) this.#stateChanged.fire(state);
  }
}

function withProblem(uri: vscode.Uri, problem: Problem): IndexedDocument {
  return { uri: uri.toString(), mentions: [], problems: [problem] };
}

/** The setting may allow it now, or the permissions. */
function wasNotRead({ kind }: Problem): boolean {
  return kind === 'tooLarge' || kind === 'unreadable' || kind === 'readerDied';
}

/** Files name their day; the newest are read first, so that today's papers are there at once. */
function newestFirst(files: readonly vscode.Uri[]): vscode.Uri[] {
  const day = /(20\d\d)\D?(\d\d)\D?(\d\d)/;
  return files
    .map((uri) => ({ uri, day: day.exec(uri.path)?.slice(1).join('') ?? '' }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ uri }) => uri);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
