import * as vscode from 'vscode';
import type { IndexedDocument, Problem } from '../core/digest.js';
import { Library } from '../core/library.js';
import { DocumentFolders } from './documentFolders.js';
import { DocumentQueue } from './documentQueue.js';
import { partUri, withProblem, type DocumentReader } from './documentReader.js';
import { LibraryNews, tellEveryMs } from './libraryNews.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { newestFirst } from './newestFirst.js';
import { settledWithin } from './settledWithin.js';
import { WorkerDied, type Blame } from './workerDied.js';
import { Slices } from './slices.js';
import type { FilesChange, WorkspaceFiles } from './workspaceFiles.js';

export type LibraryState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'indexing'; readonly done: number; readonly total: number }
  /** `unread`: documents that are left out because the person has stopped the reading. */
  | { readonly kind: 'ready'; readonly unread: number };

/** How the documents came in, since the last search for files. */
export interface LibraryRun {
  /** Until all were there; 0 while they come in. */
  readonly milliseconds: number;
  readonly restored: number;
  /** Milliseconds that each document took which was read. */
  readonly read: ReadonlyMap<string, number>;
}

/** Two for each of two workers: one is read while another is indexed. */
const atOnce = 4;

/**
 * The library of the workspace, kept true while files change. Nothing is read before somebody needs
 * it: `start` is called by the first view, provider or command.
 */
export class LibraryService implements Disposable {
  readonly library = new Library();
  readonly #files: WorkspaceFiles;
  readonly #reader: DocumentReader;
  readonly #log: vscode.LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #news = this.#store.add(
    new LibraryNews(() => this.#state.kind === 'indexing' || this.#streams.size > 0),
  );
  readonly #stateChanged = this.#store.add(new vscode.EventEmitter<LibraryState>());
  readonly #queue = this.#store.add(
    new DocumentQueue({
      atOnce: () => atOnce,
      work: (uri) => this.#index(uri),
      setAside: (uri, blame) => this.#setAside(uri, blame),
      onStep: () => this.#step(),
    }),
  );
  /** The last change of each document by its number, so that an answer about an older text is dropped. */
  readonly #generations = new Map<string, number>();
  #changes = 0;
  /** Those of which somebody has told that they are others than the disk's size and time say. */
  readonly #anew = new Set<string>();
  /** All that are known or being read. */
  readonly #folders = new DocumentFolders();
  /** To be read, or being read. */
  readonly #unsettled = new Set<string>();
  #onSettled: (() => void)[] = [];
  /** Gone from where they were; they stay until what has come at the same time is read. */
  readonly #leaving = new Set<string>();
  /** Files that are too large to be read at once, with the number of their parts in the library. */
  readonly #parts = new Map<string, number>();
  /** Files whose parts are coming in. */
  readonly #streams = new Set<Promise<void>>();
  #state: LibraryState = { kind: 'idle' };
  #ready: Promise<void> | undefined;
  #run = { milliseconds: 0, restored: 0, read: new Map<string, number>() };
  #unread = 0;
  /** Searches for files that are under way: what they find is still to come. */
  #finding = 0;
  #stops = 0;
  #turns = Promise.resolve();
  #toldStateAt = 0;

  readonly onDidChange = this.#news.onDidChange;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(files: WorkspaceFiles, reader: DocumentReader, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#reader = reader;
    this.#log = log;
    this.#store.add(files.onDidChange((change) => void this.#apply(change)));
  }

  get state(): LibraryState {
    return this.#state;
  }

  get run(): LibraryRun {
    return this.#run;
  }

  /** Begins to index, once; resolves when all documents of the workspace have been read. */
  start(): Promise<void> {
    this.#ready ??= this.#findAll();
    return this.#ready;
  }

  /** As `start`, but gives up waiting; the library fills all the same. */
  async startWithin(milliseconds: number): Promise<void> {
    if (this.#state.kind === 'ready') return;
    await settledWithin(this.start(), milliseconds);
  }

  /**
   * What is known of a document once it has been read as it stands now: an edit is waited for, no
   * other document is. Starts nothing.
   */
  async current(uri: string): Promise<IndexedDocument | undefined> {
    while (!this.#store.disposed && (this.#files.hasNews(uri) || this.#unsettled.has(uri))) {
      await new Promise<void>((resolve) => this.#onSettled.push(resolve));
    }
    return this.library.document(uri);
  }

  /** Reads a document anew that is not what it was when it was indexed. */
  reread(uri: string): void {
    this.#enqueue(uri, true);
    this.#queue.pump();
  }

  /**
   * Looks at everything anew, and takes in what has changed.
   * @param anew reads every byte, rather than believe the disk's sizes and times
   */
  async refresh(anew = false): Promise<void> {
    if (this.#ready === undefined) return this.start();
    const slices = new Slices();
    for (const { uri, part } of [...this.library.documents()]) {
      if (!part) this.#enqueue(uri, anew);
      await slices.turn();
    }
    return this.#findAll();
  }

  /** Forgets what is kept on disk, and reads everything anew. */
  async rebuild(): Promise<void> {
    await this.#reader.forgetAllBut([]);
    return this.refresh();
  }

  /** Bytes on disk of what is kept for the next start; undefined when nobody can tell just now. */
  keptBytes(): Promise<number | undefined> {
    return this.#reader.keptBytes();
  }

  /** Leaves out the documents that have not been read yet, until the next `refresh`. */
  stop(): void {
    this.#stops++;
    const left = this.#queue.clear();
    this.#unread += left.length;
    for (const uri of left) this.#settle(uri);
    this.#queue.pump();
  }

  /** Tells that something cannot be done with a document, until it is read again. */
  addProblem(uri: string, kind: Problem['kind']): void {
    const before = this.library.document(uri);
    if (!before || before.problems.some((problem) => problem.kind === kind)) return;
    const document = { ...before, problems: [...before.problems, { kind, line: 0, args: [] }] };
    this.#news.note(uri, this.library.replace(document), [before, document]);
  }

  /** Documents and folders of which something could not be read. */
  problems(): { readonly uri: vscode.Uri; readonly problem: Problem }[] {
    return [...this.library.documents()].flatMap(({ uri, part, problems }) =>
      problems.map((problem) => ({ uri: vscode.Uri.parse(part?.of ?? uri), problem })),
    );
  }

  dispose(): void {
    this.#store.dispose();
    for (const resolve of this.#onSettled.splice(0)) resolve();
  }

  async #findAll(): Promise<void> {
    const started = Date.now();
    this.#run = { milliseconds: 0, restored: 0, read: new Map() };
    this.#unread = 0;
    const stops = this.#stops;
    this.#setState({ kind: 'indexing', done: 0, total: 0 });
    this.#finding++;
    const found = await this.#takeFound().finally(() => this.#finding--);
    // While files were still being looked for there was nothing to leave out.
    if (this.#stops > stops) this.stop();
    const run = this.#run;
    await this.#queue.drained();
    run.milliseconds = Date.now() - started;
    this.#log.info(
      `${this.library.documentCount} documents with ${this.library.size} papers after ${run.milliseconds} ms: ${run.restored} from the cache, ${run.read.size} read.`,
    );
    // What is kept of parts that are still to come is not to be forgotten.
    void Promise.all(this.#streams).then(() => {
      if (this.#store.disposed) return;
      void this.#reader.forgetAllBut([...found, ...this.#partUris()]);
    });
  }

  /** Puts into the queue what a search for files finds, and takes out what it does not. @returns all URIs */
  async #takeFound(): Promise<ReadonlySet<string>> {
    const { files, unreadable } = await this.#files.find();
    const slices = new Slices();
    const found = new Set([...files, ...unreadable].map((uri) => uri.toString()));
    for (const { uri, part } of [...this.library.documents()]) {
      if (!part && !found.has(uri)) this.#remove(uri);
      await slices.turn();
    }
    for (const uri of unreadable) {
      this.#put(withProblem(uri, { kind: 'unreadable', line: 0, args: [] }));
    }
    for (const uri of await newestFirst(files, slices)) {
      const key = uri.toString();
      const known = this.library.document(key);
      // A link may lead elsewhere now, so that what has gone is there again as something else.
      const isAnother = this.#leaving.has(key);
      if (!known || isAnother || known.problems.some(wasNotRead)) this.#enqueue(key);
      await slices.turn();
    }
    return found;
  }

  async #apply({ changed, deleted, extent }: FilesChange): Promise<void> {
    const kept = new Set(changed.map((uri) => uri.toString()));
    // A deleted folder takes along what it held, but for what is there again.
    for (const uri of deleted) {
      for (const gone of this.#folders.at(uri.toString())) {
        if (!kept.has(gone)) this.#leaving.add(gone);
      }
    }
    for (const uri of kept) this.#enqueue(uri, true);
    this.#queue.pump();
    if (extent === 'read') await this.refresh();
    else if (extent === 'find') await this.#findAll();
    // A renamed digest is read under its new name before it goes from the old one.
    else if (kept.size > 0 && this.#leaving.size > 0) await this.#queue.drained();
    for (const uri of this.#leaving) this.#remove(uri);
    this.#leaving.clear();
  }

  /** To be followed by a `pump` of the queue, once for all that is put in. */
  #enqueue(uri: string, anew = false): void {
    this.#generations.set(uri, ++this.#changes);
    if (anew) this.#anew.add(uri);
    this.#folders.add(uri);
    this.#leaving.delete(uri);
    this.#unsettled.add(uri);
    this.#queue.add(uri);
  }

  #step(): void {
    const { done, open } = this.#queue;
    if (open > 0 || this.#finding > 0) {
      this.#setState({ kind: 'indexing', done, total: done + open });
    } else {
      this.#setState({ kind: 'ready', unread: this.#unread });
      this.#news.tell();
    }
  }

  async #index(uri: string): Promise<void> {
    const generation = this.#generations.get(uri);
    const reading = await this.#reader.read(vscode.Uri.parse(uri), this.#anew.has(uri));
    await this.#turn();
    if (this.#store.disposed || this.#generations.get(uri) !== generation) return;
    this.#anew.delete(uri);
    if (!reading) {
      this.#remove(uri);
      return;
    }
    if (reading.restored) this.#run.restored++;
    else this.#run.read.set(uri, reading.milliseconds);
    this.#put(reading.document);
    if (reading.parts) this.#stream(uri, generation, reading.parts);
    else await this.#dropParts(uri, generation, 0);
  }

  /** Takes in the parts of a large file. Nobody waits for them: there may be hundreds. */
  #stream(
    uri: string,
    generation: number | undefined,
    parts: AsyncIterable<IndexedDocument>,
  ): void {
    const stream = this.#takeParts(uri, generation, parts)
      .catch((error: unknown) => {
        this.#log.error(`${uri} could not be read to its end: ${String(error)}`);
        if (this.#generations.get(uri) !== generation || this.#store.disposed) return;
        this.#put(leftOut(uri, error instanceof WorkerDied ? error.blame : 'died'));
      })
      .finally(() => this.#streams.delete(stream));
    this.#streams.add(stream);
  }

  async #takeParts(
    uri: string,
    generation: number | undefined,
    parts: AsyncIterable<IndexedDocument>,
  ): Promise<void> {
    const stops = this.#stops;
    const isWanted = (): boolean =>
      !this.#store.disposed && this.#generations.get(uri) === generation && this.#stops === stops;
    let count = 0;
    for await (const part of parts) {
      await this.#turn();
      if (!isWanted()) return;
      this.#put(part);
      count++;
      this.#parts.set(uri, Math.max(count, this.#parts.get(uri) ?? 0));
    }
    await this.#dropParts(uri, generation, count);
  }

  /** Takes out the parts of a file from a number on, one at a time. */
  async #dropParts(uri: string, generation: number | undefined, from: number): Promise<void> {
    for (let count = this.#parts.get(uri) ?? 0; count > from; count--) {
      await this.#turn();
      if (this.#store.disposed || this.#generations.get(uri) !== generation) return;
      const part = partUri(uri, count - 1);
      const before = this.library.document(part);
      if (before) this.#news.note(part, this.library.remove(part), [before]);
      this.#parts.set(uri, count - 1);
    }
    if (from === 0) this.#parts.delete(uri);
  }

  #partUris(): string[] {
    return [...this.#parts].flatMap(([uri, count]) =>
      Array.from({ length: count }, (_, number) => partUri(uri, number)),
    );
  }

  #setAside(uri: string, blame: Blame): void {
    this.#log.error(`${uri} ends the worker that reads it, and is left out.`);
    this.#put(leftOut(uri, blame));
  }

  /** Answers that arrive together are taken one at a time, and the editor has its turn in between. */
  #turn(): Promise<void> {
    this.#turns = this.#turns.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#turns;
  }

  #put(document: IndexedDocument): void {
    const before = this.library.document(document.uri);
    if (!document.part) this.#folders.add(document.uri);
    this.#news.note(document.uri, this.library.replace(document), [before, document]);
    this.#settle(document.uri);
  }

  #remove(uri: string): void {
    this.#generations.delete(uri);
    this.#anew.delete(uri);
    this.#folders.delete(uri);
    this.#queue.delete(uri);
    this.#run.read.delete(uri);
    const before = this.library.document(uri);
    if (before) this.#news.note(uri, this.library.remove(uri), [before]);
    void this.#dropParts(uri, this.#generations.get(uri), 0);
    this.#settle(uri);
  }

  #settle(uri: string): void {
    this.#unsettled.delete(uri);
    for (const resolve of this.#onSettled.splice(0)) resolve();
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

function leftOut(uri: string, blame: Blame): IndexedDocument {
  const kind = blame === 'overdue' ? 'readerOverdue' : 'readerDied';
  return withProblem(vscode.Uri.parse(uri), { kind, line: 0, args: [] });
}

/** The setting may allow it now, or the permissions. */
function wasNotRead({ kind }: Problem): boolean {
  return ['tooLarge', 'unreadable', 'keptAlone', 'readerDied'].includes(kind);
}
