import * as vscode from 'vscode';
import { mergeRecords, type PaperRecord } from '../core/marks/paperRecord.js';
import type { PaperKey } from '../core/paper.js';
import { settings } from './contributions.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { MarksFile } from './marksFile.js';
import { ownPlace, reasonOf, sharedPlace, type MarksPlace } from './marksPlaces.js';
import { marksSettings } from './settings.js';
import { Slices } from './slices.js';

/** Half of what VS Code gives an extension that it ends. */
const closingMs = 2000;

interface SharedFile {
  readonly folder: vscode.WorkspaceFolder;
  readonly file: MarksFile;
  /** Why changes are not written there. */
  refusal: string | undefined;
}

/**
 * The files of marks that a window reads: one of each workspace folder, and one in VS Code's storage.
 * All count, whatever the settings say; these decide which is written to. A folder's file that cannot
 * be written is told of once, and VS Code's storage takes its place.
 */
export class MarksStore implements Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<ReadonlySet<PaperKey>>());
  readonly #ownPlace: MarksPlace;
  readonly #own: MarksFile;
  #shared: SharedFile[] = [];
  #sharedStore = new DisposableStore();
  readonly #toldOf = new Set<string>();
  #started: Promise<void> | undefined;

  /** What others have changed, other windows, git or the person in an editor. */
  readonly onDidChange = this.#changed.event;

  constructor(
    extension: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
    log: vscode.LogOutputChannel,
  ) {
    this.#log = log;
    this.#ownPlace = ownPlace(extension);
    this.#own = this.#open(this.#store, this.#ownPlace, (error) => this.#keepNothing(error));
  }

  /** Reads all files, once, and anew when they are others. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  record(key: PaperKey): PaperRecord | undefined {
    let record = this.#own.records.get(key);
    for (const { file } of this.#shared) {
      const other = file.records.get(key);
      if (other) record = record ? mergeRecords(record, other) : other;
    }
    return record;
  }

  /** Each key once for each file that has it. */
  *keys(): Iterable<PaperKey> {
    yield* this.#own.records.keys();
    for (const { file } of this.#shared) yield* file.records.keys();
  }

  /**
   * @param holders the folders with a digest that holds the paper: the first file that has the paper
   *   already is written to, else that of the first holder, else that of the first folder
   */
  put(key: PaperKey, record: PaperRecord, holders: () => readonly vscode.WorkspaceFolder[]): void {
    this.#fileFor(key, holders).put(new Map([[key, record]]));
  }

  async flush(): Promise<void> {
    await Promise.all(this.#shared.map(({ file }) => file.flush()));
    // What could not be written has gone there.
    await this.#own.flush();
  }

  /**
   * As `flush`, for a window that goes, which VS Code waits for no longer than a few seconds: what
   * another window keeps out of a file goes to VS Code's storage too. Being in both does no harm.
   */
  async close(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, closingMs));
    await Promise.race([this.flush(), late]);
    for (const { file } of this.#shared) {
      if (file.unwritten.size > 0) this.#own.put(file.unwritten);
    }
    await this.#own.flush();
  }

  dispose(): void {
    this.#sharedStore.dispose();
    this.#store.dispose();
  }

  async #start(): Promise<void> {
    const { workspace, window } = vscode;
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#restart()));
    this.#store.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.marksFile)) this.#restart();
      }),
    );
    // A file that is linked to another place is not watched there.
    this.#store.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) for (const file of this.#files()) void file.reload();
      }),
    );
    watch(this.#store, this.#ownPlace, this.#own);
    this.#openShared();
    await Promise.all(this.#files().map((file) => file.start()));
  }

  #restart(): void {
    const left = this.#shared.map(({ file }) => file);
    this.#openShared();
    // What was put to a file is written there, whichever is next.
    const written = left.map((file) => file.flush());
    const read = this.#files().map((file) => file.start());
    this.#started = Promise.all([...written, ...read]).then(() => this.#tellOfAll(left));
  }

  async #tellOfAll(left: readonly MarksFile[]): Promise<void> {
    const slices = new Slices();
    const keys = new Set<PaperKey>();
    let looked = 0;
    for (const { records } of [...left, ...this.#files()]) {
      for (const key of records.keys()) {
        keys.add(key);
        if (++looked % 1000 === 0) await slices.turn();
      }
    }
    this.#changed.fire(keys);
  }

  #openShared(): void {
    this.#sharedStore.dispose();
    this.#sharedStore = new DisposableStore();
    this.#shared = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const place = sharedPlace(folder);
      if (!place) {
        const refusal = vscode.l10n.t('"{0}" is no path below the folder.', settings.marksFile);
        return { folder, file: nowhere(), refusal };
      }
      const shared: SharedFile = {
        folder,
        file: this.#open(this.#sharedStore, place, (error) => {
          this.#keepElsewhere(shared, reasonOf(error));
        }),
        refusal:
          vscode.workspace.fs.isWritableFileSystem(place.uri.scheme) === false
            ? vscode.l10n.t('The folder may only be read.')
            : undefined,
      };
      watch(this.#sharedStore, place, shared.file);
      return shared;
    });
  }

  #open(store: DisposableStore, place: MarksPlace, onFailure: (error: unknown) => void): MarksFile {
    const onChange = (keys: ReadonlySet<PaperKey>): void => {
      if (!store.disposed) this.#changed.fire(keys);
    };
    return new MarksFile({ ...place.options, onChange, onFailure });
  }

  #fileFor(key: PaperKey, holders: () => readonly vscode.WorkspaceFolder[]): MarksFile {
    const has = this.#shared.find(({ file }) => file.records.has(key));
    const shared = has ?? this.#holding(holders()) ?? this.#shared[0];
    if (!shared || marksSettings(shared.folder).storage === 'storage') return this.#own;
    if (shared.refusal === undefined) return shared.file;
    this.#tell(shared, shared.refusal);
    return this.#own;
  }

  #holding(folders: readonly vscode.WorkspaceFolder[]): SharedFile | undefined {
    const names = new Set(folders.map(({ uri }) => uri.toString()));
    return this.#shared.find(({ folder }) => names.has(folder.uri.toString()));
  }

  #keepElsewhere(shared: SharedFile, refusal: string): void {
    const left = shared.file.giveUp();
    this.#log.warn(`Marks of ${shared.folder.uri.toString()}: ${refusal}`);
    if (left.size === 0) return;
    shared.refusal = refusal;
    this.#own.put(left);
    this.#tell(shared, refusal);
  }

  #keepNothing(error: unknown): void {
    this.#log.error(`Marks: ${reasonOf(error)}`);
    if (this.#own.unwritten.size === 0 || this.#toldOf.has('')) return;
    this.#toldOf.add('');
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Marks cannot be kept, and last as long as this window: {0}', reasonOf(error)),
    );
  }

  #tell({ folder }: SharedFile, refusal: string): void {
    const name = folder.uri.toString();
    if (this.#toldOf.has(name)) return;
    this.#toldOf.add(name);
    const message = vscode.l10n.t(
      "The marks of {0} cannot be written to its file, and are kept in VS Code's own storage: {1}",
      ...[folder.name, refusal],
    );
    void vscode.window.showWarningMessage(message);
  }

  #files(): MarksFile[] {
    return [this.#own, ...this.#shared.map(({ file }) => file)];
  }
}

function watch(store: DisposableStore, { pattern }: MarksPlace, file: MarksFile): void {
  const watcher = store.add(vscode.workspace.createFileSystemWatcher(pattern));
  for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
    store.add(event(() => void file.reload()));
  }
}

/** A file of no place: nothing is read from it, and nothing put to it. */
function nowhere(): MarksFile {
  const missing = Promise.resolve(undefined);
  const disk = {
    fingerprint: () => missing,
    read: () => missing,
    replace: () => missing,
    alone: <T>(act: () => Promise<T>) => act(),
    addBeside: () => Promise.resolve(),
    sweep: () => Promise.resolve(),
  };
  return new MarksFile({ disk, onChange: () => undefined, onFailure: () => undefined });
}
