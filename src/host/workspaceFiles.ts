import * as vscode from 'vscode';
import { documentText } from '../editor/documentText.js';
import { fileStat } from '../editor/files/fileStat.js';
import { readBytes } from '../editor/files/readBytes.js';
import { workspaceFolderOf } from '../editor/notebooks.js';
import type { Content } from '../worker/protocol.js';
import { settings } from './contributions.js';
import { FileGlobs, pathBelow, type Standing } from './fileGlobs.js';
import { FileNews, type FilesChange } from './fileNews.js';
import { isMissing } from './fileWalk.js';
import { FolderWatchers } from './folderWatchers.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import { isUsersDocument, openDocument, OpenDocuments } from './openDocuments.js';
import { Slices } from './slices.js';
import { WorkspacePlaces } from './workspacePlaces.js';

export type { FilesChange, Standing };
export { openDocument };

export type NoContent =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'tooLarge';
      readonly size: number;
      readonly limit: number;
      readonly mtime: number;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type ReadResult = { readonly kind: 'content'; readonly content: Content } | NoContent;

/** What is known of a document before its content is read. */
export type FileState =
  | { readonly kind: 'open'; readonly text: string; readonly languageId: string }
  /** Size in bytes, time of the last change in milliseconds since 1970. */
  | { readonly kind: 'file'; readonly size: number; readonly mtime: number }
  | NoContent;

/** The settings that decide which files are read. */
const fileGlobs = [settings.include, settings.exclude, 'files.exclude'];

/** Those that decide what is read, or what is read out of it. */
const rereading = [
  'files.encoding',
  settings.maxFileSize,
  settings.largeFileCategories,
  settings.latexCommand,
  settings.formats,
  settings.bibliographies,
];

/**
 * The one door through which text comes in. Finds the files that the settings include, tells when
 * they change, and reads them. An open editor's text outranks the disk until the editor closes; open
 * documents of any kind are read, wherever they lie, but for excluded ones. What is one file on the
 * disk is one document, whatever links lead to it.
 */
export class WorkspaceFiles implements Disposable {
  readonly #store = new DisposableStore();
  readonly #globs = new FileGlobs();
  readonly #places = new WorkspacePlaces(this.#globs);
  readonly #open = new OpenDocuments(this.#globs, this.#places);
  readonly #news = this.#store.add(new FileNews(this.#places, this.#open));
  readonly #watchers = this.#store.add(
    new FolderWatchers({
      written: (uri) => this.#noteWritten(uri),
      deleted: (uri) => this.#noteDeleted(uri),
    }),
  );
  #watching: vscode.Disposable | undefined;

  readonly onDidChange = this.#news.onDidChange;

  /** Lists every document to be read, and watches for changes from now on. */
  async find(): Promise<{ files: vscode.Uri[]; unreadable: readonly vscode.Uri[] }> {
    this.watch();
    const { files, unreadable } = await this.#places.find();
    if (!this.#store.disposed) this.#watchers.watchLinked(this.#places.linked);
    const replaced = new Set(this.#open.replaced().map((uri) => uri.toString()));
    const all = new Map<string, vscode.Uri>();
    const slices = new Slices();
    for (const uri of [...files, ...this.#open.all()]) {
      if (!replaced.has(uri.toString())) all.set(uri.toString(), uri);
      await slices.turn();
    }
    return { files: [...all.values()], unreadable };
  }

  /** Never throws. The bytes on disk, whatever an editor shows. */
  async onDisk(uri: vscode.Uri): Promise<ReadResult> {
    return this.content(uri, await this.#stateOnDisk(uri));
  }

  /** Never throws. The text of an open document, else the bytes on disk. */
  async read(uri: vscode.Uri): Promise<ReadResult> {
    return this.content(uri, await this.state(uri));
  }

  /** Never throws. Asks the disk for size and time alone. */
  async state(uri: vscode.Uri): Promise<FileState> {
    const document = openDocument(uri);
    if (document) {
      return { kind: 'open', text: documentText(document), languageId: document.languageId };
    }
    return this.#stateOnDisk(uri);
  }

  async #stateOnDisk(uri: vscode.Uri): Promise<FileState> {
    try {
      const { size, mtime, type } = await fileStat(uri);
      // A folder may bear a file's name.
      if (type & vscode.FileType.Directory) return { kind: 'missing' };
      // Reading a pipe would wait for its writer, for ever.
      if (uri.scheme === 'file' && !(type & vscode.FileType.File)) {
        return { kind: 'unreadable', reason: 'it is not a regular file' };
      }
      const limit = this.#globs.maxSize(uri);
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
      const bytes = await readBytes(uri);
      const encoding = this.encoding(uri);
      return { kind: 'content', content: encoding === undefined ? bytes : { bytes, encoding } };
    } catch (error) {
      return withoutContent(error);
    }
  }

  /** What the settings say that a file is written in; undefined for UTF-8, as by default. */
  encoding(uri: vscode.Uri): string | undefined {
    return this.#globs.encoding(uri);
  }

  /** Path below the workspace folder, parted by `/`; for other documents their whole path. */
  path(uri: vscode.Uri): string {
    const folder = workspaceFolderOf(uri);
    return folder ? pathBelow(folder, uri) : uri.path;
  }

  /** Whether a change of the document is still to be reported. */
  hasNews(uri: string): boolean {
    return this.#news.has(uri);
  }

  /** Why a document is read or not. */
  standing(uri: vscode.Uri): Standing {
    if (!isUsersDocument(uri)) return { kind: 'notOwn' };
    const standing = this.#globs.standing(uri);
    const to = this.#places.known(uri);
    return standing.kind !== 'excluded' && to !== uri ? { kind: 'linked', to } : standing;
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
          if (!this.#isFound(document.uri)) this.#noteDocument(document);
        }),
        workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
          if (contentChanges.length > 0) this.#noteDocument(document);
        }),
        workspace.onDidCloseTextDocument(({ uri }) => this.#noteClosed(uri)),
        // Its cells have been read in its place.
        workspace.onDidCloseNotebookDocument(({ uri }) => {
          if (this.#isFound(uri)) this.#news.note('changed', uri);
        }),
      ),
    );
    this.#watchers.watchWorkspace();
  }

  dispose(): void {
    this.#store.dispose();
  }

  #restart(extent: FilesChange['extent']): void {
    this.#globs.forget();
    this.#watchers.watchWorkspace();
    this.#news.widen(extent);
  }

  #noteDocument(document: vscode.TextDocument): void {
    if (this.#open.isRead(document)) this.#news.note('changed', document.uri);
  }

  /** From now on the disk counts; what no setting includes was read for being open alone. */
  #noteClosed(uri: vscode.Uri): void {
    if (this.#isFound(uri)) {
      this.#news.note('changed', uri);
      return;
    }
    this.#news.forgetChange(uri);
    this.#news.note('deleted', uri);
    const known = this.#places.known(uri);
    if (known !== uri && this.#globs.includes(known)) this.#news.note('changed', known);
  }

  /** Links are told by their own paths, what lies below them by any: see `FolderWatchers`. */
  #noteWritten(uri: vscode.Uri): void {
    const known = this.#places.heldLinks(uri) ? uri : this.#places.known(uri);
    if (this.#globs.includes(known)) this.#news.note('changed', known);
    else if (!this.#globs.excludes(known)) this.#news.note('others', known);
  }

  #noteDeleted(uri: vscode.Uri): void {
    this.#news.note('deleted', this.#places.heldLinks(uri) ? uri : this.#places.known(uri));
  }

  /** Whether a search for files comes upon it, and by this path. */
  #isFound(uri: vscode.Uri): boolean {
    return this.#globs.includes(uri) && this.#places.known(uri) === uri;
  }
}

function withoutContent(error: unknown): NoContent {
  if (isMissing(error)) return { kind: 'missing' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}
