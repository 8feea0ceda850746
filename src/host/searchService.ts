import * as vscode from 'vscode';
import { newestPapers } from '../core/newestPapers.js';
import type { PaperKey } from '../core/paper.js';
import type { Passage } from '../core/search/passage.js';
import type { SearchFigures } from '../worker/protocol.js';
import type { CachePlaces } from './cachePlaces.js';
import { contentOf } from './digestContents.js';
import { DocumentQueue } from './documentQueue.js';
import { nextMonth } from './idAt.js';
import { PaperLooks, type FoundPaper } from './paperLooks.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { LibraryEvent } from './libraryNews.js';
import type { LibraryService } from './libraryService.js';
import { transferable, type Answerer, type WorkerClient } from './workerClient.js';
import { unlessDied, WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

export type { FoundPaper };

export interface Found {
  /** Best first; for an empty query, newest first. */
  readonly papers: readonly FoundPaper[];
  /** Papers found in all; with phrases, those that may be. */
  readonly total: number;
  /** How the words were found: all as they are, all but for typos, or only some of them. */
  readonly match: 'all' | 'typos' | 'some';
}

/** What the index is made in. */
export interface SearchWorkers {
  /** Holds the index. */
  readonly searcher: WorkerClient;
  /** Build what it is made of. */
  readonly builders: Answerer;
}

/** While the library fills it comes first; then both workers build. */
const atOnceLater = 2;
/**
 * Digests that are built while the library fills, so that there is something to be found: the first
 * that comes in, and the newest.
 */
const builtAtOnce = 2;
/** While many digests come in, listeners are told this often. */
const tellEveryMs = 250;
/**
 * Full-text search over the digests of the library. The index lives in a worker and follows the
 * library; what is there already can be searched while it fills.
 */
export class SearchService implements Disposable {
  readonly #library: LibraryService;
  readonly #files: WorkspaceFiles;
  readonly #workers: SearchWorkers;
  readonly #looks: PaperLooks;
  readonly #places: CachePlaces;
  readonly #log: vscode.LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** The digests in the index, by the content that they are of. */
  readonly #held = new Map<string, string>();
  readonly #queue = this.#store.add(
    new DocumentQueue({
      atOnce: () => (this.#library.state.kind === 'ready' ? atOnceLater : 1),
      work: (uri) => this.#hold(uri),
      setAside: (uri) => this.#setAside(uri),
      onStep: () => this.#step(),
    }),
  );
  /** Digests that have ended a worker, by their content then. */
  readonly #aside = new Map<string, string>();
  /** The worker that held the index is gone. */
  #forgotten = false;
  #compacting = false;
  #toldAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** More can be found than before, or less. */
  readonly onDidChange = this.#changed.event;

  constructor(
    library: LibraryService,
    files: WorkspaceFiles,
    workers: SearchWorkers,
    places: CachePlaces,
    log: vscode.LogOutputChannel,
  ) {
    this.#library = library;
    this.#files = files;
    this.#workers = workers;
    this.#looks = new PaperLooks(files, workers.builders);
    this.#places = places;
    this.#log = log;
    this.#store.add(library.onDidChange((event) => this.#follow(event)));
    this.#store.add(library.onDidChangeState(() => this.#queue.pump()));
    this.#store.add(
      workers.searcher.onDidEnd(() => {
        this.#held.clear();
        this.#forgotten = true;
      }),
    );
  }

  /** Digests that cannot be searched yet, and all that are to be. */
  get missing(): { readonly digests: number; readonly of: number } {
    let of = 0;
    for (const { digest } of this.#library.library.documents()) if (digest) of++;
    // Notes that came in together with digests wait for a moment as well.
    return { digests: Math.min(this.#queue.open, of), of };
  }

  /** Resolves when every digest of the library can be searched. */
  async ready(): Promise<void> {
    await this.#library.start();
    this.#refill();
    // Whoever is told of changes may ask for this again: nothing changes when nothing is open.
    if (this.#queue.open > 0) await this.#queue.drained();
  }

  /**
   * Papers for what a person has typed, of those that can be searched by now.
   * @param typing the last word may go on
   */
  async find(query: string, limit: number, typing = false): Promise<Found> {
    const { library } = this.#library;
    if (query.trim() === '') {
      const papers = newestPapers(library, limit);
      return { papers, total: library.size, match: 'all' };
    }
    const { hits, total, match, phrases } = await this.ask((searcher) =>
      searcher.call('search', { query, typing, limit }),
    );
    const papers = this.#papersOf(hits);
    if (!phrases) return { papers, total, match };
    const fitting = await this.#looks.verified(papers, query, typing, limit);
    const isAll = fitting.length < limit && hits.length === total;
    return { papers: fitting, total: isAll ? fitting.length : total, match };
  }

  /** All papers that a query finds, best first. */
  async findAll(query: string): Promise<{ keys: ReadonlySet<PaperKey>; match: Found['match'] }> {
    const { library } = this.#library;
    const { keys, match, phrases } = await this.ask((searcher) =>
      searcher.call('searchKeys', { query }),
    );
    if (!phrases) return { keys: new Set(keys.map((key) => library.homeOf({ key }))), match };
    const papers = keys.flatMap((key) => {
      const paper = library.paper(key);
      const [place] = paper?.occurrences ?? [];
      return paper && place ? [{ paper, place }] : [];
    });
    const fitting = await this.#looks.verified(papers, query, false, Infinity);
    return { keys: new Set(fitting.map(({ paper }) => paper.key)), match };
  }

  /**
   * The passage of each paper that says most to a query.
   * @param length UTF-16 code units at most
   */
  passages(
    papers: readonly FoundPaper[],
    query: string,
    length: number,
  ): Promise<readonly (Passage | undefined)[]> {
    return this.#looks.passages(papers, query, length);
  }

  /**
   * Asks the worker that holds the index. One that has died or was stopped has forgotten everything:
   * it is filled again first.
   */
  async ask<T>(question: (searcher: WorkerClient) => Promise<T>): Promise<T> {
    if (this.#forgotten) await this.ready();
    try {
      return await question(this.#workers.searcher);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      await this.ready();
      return question(this.#workers.searcher);
    }
  }

  /** Throws the index away; the next question, or `ready`, fills it again. */
  forget(): void {
    this.#workers.searcher.stop();
  }

  /** undefined when nobody can tell just now. */
  figures(): Promise<SearchFigures | undefined> {
    return unlessDied(this.#workers.searcher.call('searchFigures', null));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #follow({ documents, digests }: LibraryEvent): void {
    if (!digests) return;
    for (const uri of this.#newestFirst(documents)) this.#queue.add(uri);
    this.#queue.pump();
  }

  /** Documents that are read at the same time come in by chance. */
  #newestFirst(uris: Iterable<string>): string[] {
    const dateOf = (uri: string): string =>
      this.#library.library.document(uri)?.digest?.date?.value ?? '';
    const dated = Array.from(uris, (uri) => ({ uri, date: dateOf(uri) }));
    return dated
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .map(({ uri }) => uri);
  }

  #refill(): void {
    if (!this.#forgotten) return;
    this.#forgotten = false;
    for (const { uri, digest } of this.#library.library.documents()) {
      if (digest) this.#queue.add(uri);
    }
  }

  /** Brings the index in line with what the library knows of a document. */
  async #hold(uri: string): Promise<void> {
    const { searcher, builders } = this.#workers;
    const { digest, fingerprint, part } = this.#library.library.document(uri) ?? {};
    if (!digest || fingerprint === undefined) {
      if (this.#held.delete(uri)) await searcher.call('removeShard', { uri });
      return;
    }
    if (this.#held.get(uri) === fingerprint || this.#aside.get(uri) === fingerprint) return;
    const cache = this.#places.shard(uri);
    if (cache !== undefined) {
      if (await searcher.call('restoreShard', { uri, fingerprint, cache })) {
        this.#held.set(uri, fingerprint);
        return;
      }
    }
    if (this.#held.size >= builtAtOnce) await this.#library.start();
    const file = part?.of ?? uri;
    const content = await contentOf(this.#files, vscode.Uri.parse(file));
    // A file that has gone or grown is told by its watcher.
    if (content === undefined) return;
    const request = { uri, digest, fingerprint, content, latest: nextMonth() };
    const bytes = await builders.call(
      'buildShard',
      { ...request, ...(cache !== undefined && { cache }) },
      transferable(content),
    );
    if (!bytes) {
      this.#library.reread(file);
      return;
    }
    if (this.#library.library.document(uri)?.fingerprint !== fingerprint) return;
    await searcher.call('setShard', { bytes }, transferable(bytes));
    this.#held.set(uri, fingerprint);
  }

  #setAside(uri: string): void {
    this.#log.error(`${uri} ends the worker that makes it searchable, and cannot be searched.`);
    const { fingerprint, part } = this.#library.library.document(uri) ?? {};
    if (fingerprint !== undefined) this.#aside.set(uri, fingerprint);
    this.#library.addProblem(part?.of ?? uri, 'notSearchable');
  }

  #step(): void {
    if (this.#queue.open === 0) void this.#compact();
    const wait = this.#queue.open > 0 ? this.#toldAt + tellEveryMs - Date.now() : 0;
    // What comes in too soon after the last time is told a little later: it may be all for a while.
    if (wait <= 0) this.#tell();
    else this.#timer ??= setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldAt = Date.now();
    if (!this.#store.disposed) this.#changed.fire();
  }

  /** Small segments are merged as soon as there is nothing more urgent to do. */
  async #compact(): Promise<void> {
    if (this.#compacting || this.#held.size === 0) return;
    this.#compacting = true;
    let more: boolean | undefined = true;
    while (more && this.#queue.open === 0 && !this.#store.disposed) {
      more = await unlessDied(this.#workers.searcher.call('compact', null));
    }
    this.#compacting = false;
  }

  /** Entries of one paper under several keys are one, where the best of them stands. */
  #papersOf(hits: readonly { key: PaperKey; uri: string }[]): FoundPaper[] {
    const found = new Map<PaperKey, FoundPaper>();
    for (const { key, uri } of hits) {
      const paper = this.#library.library.paper(key);
      if (!paper || found.has(paper.key)) continue;
      const place = paper.occurrences.find((one) => one.uri === uri) ?? paper.occurrences[0];
      if (place) found.set(paper.key, { paper, place });
    }
    return [...found.values()];
  }
}
