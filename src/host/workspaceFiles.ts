import * as vscode from 'vscode';
import { fileStat } from '../editor/files/fileStat.js';
import { readBytes } from '../editor/files/readBytes.js';
import { settings } from './contributions.js';
import { fileFilter, isMissing, walk, type FileFilter } from './fileWalk.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { exclusions, fileSettings, largestRead } from './settings.js';

/** What has happened to the workspace's documents since the last report. */
export interface FilesChange {
  /** To be read again. */
  readonly changed: readonly vscode.Uri[];
  /** Files or whole folders. */
  readonly deleted: readonly vscode.Uri[];
  /** Written, but nothing that the settings include: files of a project, bibliographies, folders. */
  readonly others: readonly vscode.Uri[];
  /**
   * What else is to be done: nothing, or to find all documents anew because folders or settings have
   * changed, or to read them all anew as well.
   */
  readonly extent: Extent;
}

type Extent = 'these' | 'find' | 'read';

export type NoContent =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'tooLarge';
      readonly size: number;
      readonly limit: number;
      readonly mtime: number;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type ReadResult =
  { readonly kind: 'content'; readonly content: Uint8Array | string } | NoContent;

/** What is known of a document before its content is read. */
export type FileState =
  | { readonly kind: 'open'; readonly text: string; readonly languageId: string }
  /** Size in bytes, time of the last change in milliseconds since 1970. */
  | { readonly kind: 'file'; readonly size: number; readonly mtime: number }
  | NoContent;

/** Whether the settings let a document in; one that is open is read even where they do not include it. */
export type Standing =
  | { readonly kind: 'included'; readonly glob: string }
  | { readonly kind: 'excluded'; readonly setting: string; readonly glob: string }
  | { readonly kind: 'notIncluded' }
  /** In no folder of the workspace. */
  | { readonly kind: 'outside' }
  /** Output, a diff, settings and the like. */
  | { readonly kind: 'notOwn' };

/** The settings that decide which files are read. */
const fileGlobs = [settings.include, settings.exclude, 'files.exclude'];

/** Those that decide what is read, or what is read out of it. */
const rereading = [
  settings.maxFileSize,
  settings.largeFileCategories,
  settings.latexCommand,
  settings.formats,
  settings.bibliographies,
];

/** Events of one save, one `git pull`, one sync come in bursts: they are reported together. */
const quietMs = 150;
const longestWaitMs = 600;
/** More new paths than this in one burst are found by one walk rather than asked for one by one. */
const manyPaths = 200;

/**
 * The one door through which text comes in. Finds the files that the settings include, tells when
 * they change, and reads them. An open editor's text outranks the disk until the editor closes; open
 * documents of any kind are read, wherever they lie, but for excluded ones.
 */
export class WorkspaceFiles implements Disposable {
  readonly #store = new DisposableStore();
  #watchers = new DisposableStore();
  readonly #changes = this.#store.add(new vscode.EventEmitter<FilesChange>());
  readonly #filters = new Map<string, FileFilter>();
  #watching: vscode.Disposable | undefined;
  #changed = new Map<string, vscode.Uri>();
  #deleted = new Map<string, vscode.Uri>();
  /** Written, but no file that the settings include: each may be a folder. */
  #others = new Map<string, vscode.Uri>();
  /** What is being reported just now. */
  readonly #reporting = new Set<ReadonlyMap<string, vscode.Uri>>();
  #extent: Extent = 'these';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;

  readonly onDidChange = this.#changes.event;

  /** Lists every document to be read, and watches for changes from now on. */
  async find(): Promise<{ files: vscode.Uri[]; unreadable: vscode.Uri[] }> {
    this.watch();
    const files = new Map<string, vscode.Uri>();
    const unreadable: vscode.Uri[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const found = await walk(folder.uri, '', this.#filter(folder));
      for (const uri of found.files) files.set(uri.toString(), uri);
      unreadable.push(...found.unreadable);
    }
    for (const document of vscode.workspace.textDocuments) {
      if (this.#isRead(document)) files.set(document.uri.toString(), document.uri);
    }
    return { files: [...files.values()], unreadable };
  }

  /** Never throws. The text of an open document, else the bytes on disk. */
  async read(uri: vscode.Uri): Promise<ReadResult> {
    return this.content(uri, await this.state(uri));
  }

  /** Never throws. Asks the disk for size and time alone. */
  async state(uri: vscode.Uri): Promise<FileState> {
    const document = openDocument(uri);
    if (document) {
      return { kind: 'open', text: document.getText(), languageId: document.languageId };
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    try {
      const { size, mtime, type } = await fileStat(uri);
      // A folder may bear a file's name.
      if (type & vscode.FileType.Directory) return { kind: 'missing' };
      // Reading a pipe would wait for its writer, for ever.
      if (uri.scheme === 'file' && !(type & vscode.FileType.File)) {
        return { kind: 'unreadable', reason: 'it is not a regular file' };
      }
      const limit = largestRead(folder);
      return size > limit
        ? { kind: 'tooLarge', size, limit, mtime }
        : { kind: 'file', size, mtime };
    } catch (error) {
      return withoutContent(error);
    }
  }

  /** Never throws. @param state as `state` has just told it */
  async content(uri: vscode.Uri, state: FileState): Promise<ReadResult> {
    if (state.kind === 'open') return { kind: 'content', content: state.text };
    if (state.kind !== 'file') return state;
    try {
      return { kind: 'content', content: await readBytes(uri) };
    } catch (error) {
      return withoutContent(error);
    }
  }

  /** Path below the workspace folder, parted by `/`; for other documents their whole path. */
  path(uri: vscode.Uri): string {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder ? below(folder, uri) : uri.path;
  }

  /** Whether a change of the document is still to be reported. */
  hasNews(uri: string): boolean {
    return this.#changed.has(uri) || Array.from(this.#reporting).some((report) => report.has(uri));
  }

  /** Why a document is read or not, by the settings of its folder. */
  standing(uri: vscode.Uri): Standing {
    if (!isUsersDocument(uri)) return { kind: 'notOwn' };
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return { kind: 'outside' };
    const path = below(folder, uri);
    const { include } = fileSettings(folder);
    const hidden = exclusions(folder).find(({ glob }) =>
      fileFilter({ include, exclude: [glob] }).excludes(path),
    );
    if (hidden) return { kind: 'excluded', ...hidden };
    const glob = include.find((one) => fileFilter({ include: [one], exclude: [] }).includes(path));
    return glob === undefined ? { kind: 'notIncluded' } : { kind: 'included', glob };
  }

  /** Tells of changes from now on. */
  watch(): void {
    if (this.#watching) return;
    const { workspace } = vscode;
    this.#watching = this.#store.add(
      vscode.Disposable.from(
        workspace.onDidChangeWorkspaceFolders(() => this.#restart('find')),
        workspace.onDidChangeConfiguration((event) => {
          if (rereading.some((name) => event.affectsConfiguration(name))) this.#restart('read');
          else if (fileGlobs.some((name) => event.affectsConfiguration(name)))
            this.#restart('find');
        }),
        workspace.onDidOpenTextDocument((document) => {
          // A file that the walk finds has been read already, and its text is what the disk holds.
          if (!this.#included(document.uri)) this.#noteDocument(document);
        }),
        workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          if (contentChanges.length > 0) this.#noteDocument(document);
        }),
        workspace.onDidCloseTextDocument(({ uri }) => {
          // From now on the disk counts; what no setting includes was read for being open alone.
          const included = this.#included(uri);
          if (!included) this.#changed.delete(uri.toString());
          this.#note(included ? this.#changed : this.#deleted, uri);
        }),
      ),
    );
    this.#watchFolders();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  #restart(extent: Extent): void {
    this.#filters.clear();
    this.#watchFolders();
    if (this.#extent !== 'read') this.#extent = extent;
    this.#report();
  }

  #watchFolders(): void {
    this.#watchers.dispose();
    this.#watchers = this.#store.add(new DisposableStore());
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      // Everything, not only included files: a folder that comes or goes is reported as one event.
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '**/*'),
      );
      this.#watchers.add(watcher);
      const written = (uri: vscode.Uri): void => {
        const filter = this.#filter(folder);
        const path = below(folder, uri);
        if (filter.includes(path)) this.#note(this.#changed, uri);
        else if (!filter.excludes(path)) this.#note(this.#others, uri);
      };
      watcher.onDidCreate(written);
      // A folder that is deleted and made anew at once is told as a change of it, and nothing more.
      watcher.onDidChange(written);
      watcher.onDidDelete((uri) => this.#note(this.#deleted, uri));
    }
  }

  #noteDocument(document: vscode.TextDocument): void {
    if (this.#isRead(document)) this.#note(this.#changed, document.uri);
  }

  #note(into: Map<string, vscode.Uri>, uri: vscode.Uri): void {
    into.set(uri.toString(), uri);
    this.#report();
  }

  #report(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#waitingSince = now;
    clearTimeout(this.#timer);
    const wait = Math.min(quietMs, Math.max(0, this.#waitingSince + longestWaitMs - now));
    this.#timer = setTimeout(() => void this.#fire(), wait);
  }

  async #fire(): Promise<void> {
    this.#timer = undefined;
    const [changed, deleted, others] = [this.#changed, this.#deleted, this.#others];
    const extent = this.#extent;
    this.#changed = new Map();
    this.#deleted = new Map();
    this.#others = new Map();
    this.#extent = 'these';
    const many = others.size > manyPaths;
    this.#reporting.add(changed);
    for (const uri of many ? [] : await this.#foldersOf(others.values())) {
      // What it held before may be gone; what it holds now is not told.
      deleted.set(uri.toString(), uri);
      for (const file of await this.#filesIn(uri)) changed.set(file.toString(), file);
    }
    this.#reporting.delete(changed);
    if (this.#store.disposed) return;
    this.#changes.fire({
      changed: [...changed.values()],
      // Written anew within the burst, as editors do that save by renaming.
      deleted: [...deleted.values()].filter((uri) => !changed.has(uri.toString())),
      others: [...others.values()],
      extent: extent === 'these' && many ? 'find' : extent,
    });
  }

  async #foldersOf(uris: Iterable<vscode.Uri>): Promise<vscode.Uri[]> {
    const folders: vscode.Uri[] = [];
    for (const uri of uris) if (await isFolder(uri)) folders.push(uri);
    return folders;
  }

  /** The files below a folder that the settings include, and the open ones. */
  async #filesIn(uri: vscode.Uri): Promise<vscode.Uri[]> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return [];
    const { files } = await walk(uri, below(folder, uri), this.#filter(folder));
    const open = vscode.workspace.textDocuments.filter(
      (document) =>
        document.uri.toString().startsWith(`${uri.toString()}/`) && this.#isRead(document),
    );
    return [...files, ...open.map((document) => document.uri)];
  }

  #filter(folder: vscode.WorkspaceFolder): FileFilter {
    const key = folder.uri.toString();
    const filter = this.#filters.get(key) ?? fileFilter(fileSettings(folder));
    this.#filters.set(key, filter);
    return filter;
  }

  #included(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder !== undefined && this.#filter(folder).includes(below(folder, uri));
  }

  #isRead(document: vscode.TextDocument): boolean {
    if (!isUsersDocument(document.uri)) return false;
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    return !folder || !this.#filter(folder).excludes(below(folder, document.uri));
  }
}

function withoutContent(error: unknown): NoContent {
  if (isMissing(error)) return { kind: 'missing' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}

/** Output, diffs of git, settings and the like are documents too, but nobody's notes. */
function isUsersDocument(uri: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (
    uri.scheme === 'file' ||
    uri.scheme === 'untitled' ||
    folders.some((folder) => folder.uri.scheme === uri.scheme)
  );
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

function below(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // Gone again: the event of its deletion follows.
    return false;
  }
}
