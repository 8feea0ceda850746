import * as vscode from 'vscode';
import type { BibliographyEntry } from '../core/bibliography/entry.js';
import type { Finding } from '../core/bibliography/findings.js';
import type { SamePaper } from '../core/bibliography/samePapers.js';
import type { Library } from '../core/library.js';
import type { CitationUse } from '../core/digest.js';
import type { Paper, PaperFacts } from '../core/paper.js';
import { fileOf, workspaceFolderOf } from '../editor/notebooks.js';
import type {
  BibliographySummary,
  EntryMatch,
  EntryPlace,
  NoteText,
} from '../worker/bibliographyProtocol.js';
import type { KeyWish, NewKeys } from '../worker/citationProtocol.js';
import type { LibrarianCalls } from '../worker/protocol.js';
import {
  BibliographyFinder,
  type CitedBibliography,
  type MissingBibliography,
} from './bibliographyFinder.js';
import { citedPaper } from './citedPaper.js';
import { settings } from './contributions.js';
import { DeclarationReader, type CitingDocument } from './declarations.js';
import { HeldBibliographies } from './heldBibliographies.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { UndeclaredBibliographies } from './undeclaredBibliographies.js';
import type { WorkerClient } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { FilesChange, WorkspaceFiles } from './workspaceFiles.js';

export type { CitedBibliography, CitingDocument, MissingBibliography };

/** What many questions ask of: the bibliographies that a document cites from. */
type Cited = readonly vscode.Uri[];

/** Calls that are about several bibliographies. */
type SharedCall = {
  [N in keyof LibrarianCalls]: LibrarianCalls[N]['params'] extends {
    readonly uris: readonly string[];
  }
    ? N
    : never;
}[keyof LibrarianCalls];
type Rest<N extends SharedCall> = Omit<LibrarianCalls[N]['params'], 'uris'>;

/** A bibliography that ends the worker is left out by then. */
const mostAttempts = 3;

/** What is told of such a one. */
const leftOut: Finding = {
  check: 'brokenEntry',
  problem: { kind: 'leftOut', line: 0, args: [] },
};

/**
 * The bibliographies of the workspace. Nothing is read before somebody asks; every answer is about
 * the texts as they are at that moment, unsaved ones included.
 */
export class BibliographyService implements Disposable {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #declarations: DeclarationReader;
  readonly #undeclared = new UndeclaredBibliographies();
  readonly #finder: BibliographyFinder;
  readonly #held: HeldBibliographies;

  /** Bibliographies, or what documents say of them, may be different now. */
  readonly onDidChange = this.#changed.event;

  /** @param worker holds the entries */
  constructor(
    files: WorkspaceFiles,
    worker: WorkerClient,
    library: Library,
    log: vscode.LogOutputChannel,
  ) {
    this.#files = files;
    this.#worker = worker;
    this.#declarations = new DeclarationReader(files, worker, library);
    this.#finder = new BibliographyFinder(this.#declarations, this.#undeclared);
    this.#held = this.#store.add(new HeldBibliographies(files, worker, log));
    this.#store.add(files.onDidChange((change) => this.#follow(change)));
    this.#store.add(this.#held.onDidChangeOutside(() => this.#tell()));
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.bibliographyFiles)) this.#tell();
      }),
    );
  }

  /** What a document cites from, with what it names but is not there. */
  named({ uri, languageId }: CitingDocument): Promise<readonly CitedBibliography[]> {
    this.#files.watch();
    return this.#finder.find({ uri: fileOf(uri), languageId });
  }

  /** What a document itself names and is found nowhere, in its order. */
  missing({ uri, languageId }: CitingDocument): Promise<readonly MissingBibliography[]> {
    this.#files.watch();
    return this.#finder.missing({ uri: fileOf(uri), languageId });
  }

  /** The `.bib` files of a document's workspace folder; of the first one for an unsaved document. */
  inWorkspace({ uri }: CitingDocument): Promise<readonly vscode.Uri[]> {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    const folder = fileOf(uri).scheme === 'untitled' ? first : workspaceFolderOf(uri);
    return folder ? this.#undeclared.below(folder.uri) : Promise.resolve([]);
  }

  /** Files may have come or gone of which nobody has told yet: whoever is to write looks anew. */
  lookAgain(): void {
    this.#undeclared.forget();
    this.#finder.forget();
    this.#declarations.forgetAll();
  }

  /** Files may be others than the disk's sizes and times say: they are read again when asked for. */
  forgetTexts(): void {
    this.#declarations.forgetAll();
    this.#held.forgetAll();
    this.#tell();
  }

  /** What a document cites from, in the order in which its keys are looked up. */
  async of(document: CitingDocument): Promise<Cited> {
    const named = await this.named(document);
    return named.filter(({ missing }) => !missing).map(({ uri }) => uri);
  }

  /** Whether a document is a bibliography: a BibTeX file, or another that something cites from. */
  is(document: CitingDocument): boolean {
    return (
      document.languageId === 'bibtex' ||
      /\.(?:bib|bibtex|biblatex|bbl)$/i.test(document.uri.path) ||
      this.#held.has(document.uri)
    );
  }

  /** Format, size and problems; undefined when it cannot be read. */
  async summary(uri: vscode.Uri): Promise<BibliographySummary | undefined> {
    return this.#trying(() => this.#held.hold(uri));
  }

  /** The entries of a key: the first is what a citation means. */
  find(cited: Cited, key: string): Promise<readonly EntryPlace[]> {
    return this.#ask('findEntries', cited, { key });
  }

  /** Of these keys, those that are in none of the bibliographies. */
  unknownKeys(cited: Cited, keys: readonly string[]): Promise<readonly string[]> {
    return this.#ask('unknownKeys', cited, { keys });
  }

  /** Where a text certainly cites by keys that neither these bibliographies nor itself have. */
  unknownUses(cited: Cited, note: NoteText): Promise<readonly CitationUse[]> {
    return this.#ask('unknownUses', cited, note);
  }

  /** What is to be put right in a bibliography. */
  check(uri: vscode.Uri): Promise<readonly Finding[]> {
    return this.#trying(async () => {
      const findings = await this.#held.about(uri, () =>
        this.#worker.call('checkBibliography', { uri: uri.toString() }),
      );
      return this.#held.isLeftOut(uri) ? [leftOut] : findings;
    });
  }

  /**
   * The entries of a bibliography that are not among the used keys, and that no entry of these names.
   * @param cited the bibliographies of all documents that cite from it
   */
  unusedEntries(
    uri: vscode.Uri,
    cited: Cited,
    used: readonly string[],
  ): Promise<readonly Finding[]> {
    return this.#ask('unusedEntries', cited, { uri: uri.toString(), used });
  }

  /** What somebody may have meant by a key that is not there, the likest first. */
  similarKeys(cited: Cited, key: string, limit: number): Promise<readonly string[]> {
    return this.#ask('similarKeys', cited, { key, limit });
  }

  /** For each paper its entry, under whatever key. */
  match(cited: Cited, papers: readonly PaperFacts[]): Promise<readonly (EntryMatch | undefined)[]> {
    // What the library knows beyond the facts would cross to the worker as well.
    const facts = papers.map(({ key, id, doi, title, authors }) => ({
      ...{ key, title, authors },
      ...(id !== undefined && { id }),
      ...(doi !== undefined && { doi }),
    }));
    return this.#ask('matchPapers', cited, { papers: facts });
  }

  /** Entries for what is typed of a key, a title, a name, a year or an id; best first. */
  complete(
    cited: Cited,
    query: string,
    limit: number,
  ): Promise<{ readonly places: readonly EntryPlace[]; readonly total: number }> {
    return this.#ask('completeEntries', cited, { query, limit });
  }

  /**
   * A new key for each paper, none of which is in these bibliographies.
   * @param taken other keys that are in use, in lower case
   */
  newKeys(
    cited: Cited,
    papers: readonly Paper[],
    wish: KeyWish,
    taken: readonly string[] = [],
  ): Promise<NewKeys> {
    return this.#ask('newKeys', cited, { papers: papers.map(citedPaper), wish, taken });
  }

  /** All keys that begin like one of these, in lower case; a new key must be none of them. */
  async takenKeys(cited: Cited, prefixes: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await this.#ask('takenKeys', cited, { prefixes }));
  }

  /** Papers that stand in these bibliographies under several keys. */
  samePapers(cited: Cited): Promise<readonly SamePaper<EntryPlace>[]> {
    return this.#ask('samePapers', cited, {});
  }

  /** The entry that a place of a bibliography lies in. */
  entryAt(
    uri: vscode.Uri,
    { line, character }: vscode.Position,
  ): Promise<BibliographyEntry | undefined> {
    return this.#trying(() =>
      this.#held.about(uri, () =>
        this.#worker.call('entryAt', { uri: uri.toString(), line, character }),
      ),
    );
  }

  /** All entries in the order of the file; undefined when there are more than the limit. */
  entries(uri: vscode.Uri, limit: number): Promise<readonly BibliographyEntry[] | undefined> {
    return this.#trying(() =>
      this.#held.about(uri, () => this.#worker.call('listEntries', { uri: uri.toString(), limit })),
    );
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Every question goes to a worker that has the bibliographies as they are now. */
  #ask<N extends SharedCall>(
    name: N,
    cited: Cited,
    rest: Rest<N>,
  ): Promise<LibrarianCalls[N]['result']> {
    return this.#trying(async () => {
      // One after the other, so that it is known over which one the worker has died.
      for (const uri of cited) await this.#held.hold(uri);
      const uris = cited.map((uri) => uri.toString());
      const params = { ...rest, uris } as unknown as LibrarianCalls[N]['params'];
      return this.#worker.call(name, params);
    });
  }

  /** A worker that has died or was stopped has forgotten everything: it is filled again first. */
  async #trying<T>(question: () => Promise<T>): Promise<T> {
    this.#files.watch();
    for (let attempts = 1; ; attempts++) {
      try {
        return await question();
      } catch (error) {
        if (!(error instanceof WorkerDied) || attempts === mostAttempts) throw error;
      }
    }
  }

  #follow(change: FilesChange): void {
    const { changed, deleted, others, extent } = change;
    this.#undeclared.follow(change);
    const uris = [...changed, ...deleted, ...others];
    for (const uri of uris) {
      this.#held.forget(uri);
      this.#declarations.forget(uri);
    }
    // A deleted folder takes along what it held.
    if (extent !== 'these' || deleted.length > 0) this.#declarations.forgetAll();
    if (extent !== 'these') this.#held.forgetAll();
    this.#tell();
  }

  #tell(): void {
    this.#finder.forget();
    if (!this.#store.disposed) this.#changed.fire();
  }
}
