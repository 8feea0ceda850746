import * as vscode from 'vscode';
import { citationKey, keyStyleNames, type KeyStyle } from '../core/citation/citationKey.js';
import { noteMatcher, type NoteIdentity } from '../core/notes/noteIdentity.js';
import { notesOn, type NoteOn } from '../core/notes/notesOn.js';
import type { NoteName } from '../core/notes/noteName.js';
import type { Paper } from '../core/paper.js';
import type { Refusal } from '../editor/files/way.js';
import { fileOf, workspaceFolderOf } from '../editor/notebooks.js';
import { settings } from './contributions.js';
import { below, insideFolder } from './folderPaths.js';
import type { LibraryService } from './libraryService.js';
import { wayToNote } from './notePermit.js';
import { citationSettings, noteSettings } from './settings.js';
import { transferable, type WorkerClient } from './workerClient.js';
import type { ReadResult, WorkspaceFiles } from './workspaceFiles.js';

/** Where a paper's note is, or where it can be. */
export interface NotePlace {
  readonly uri: vscode.Uri;
  readonly exists: boolean;
  /** What the note that is there says of itself. */
  readonly identity?: NoteIdentity;
}

/** The documents of the workspace that tell of a paper, and the files of literature notes. */
export class NoteFiles {
  readonly #files: WorkspaceFiles;
  readonly #worker: WorkerClient;
  readonly #service: LibraryService;

  constructor(files: WorkspaceFiles, worker: WorkerClient, service: LibraryService) {
    this.#files = files;
    this.#worker = worker;
    this.#service = service;
  }

  /** From the library alone: nothing is read. */
  on(paper: Paper): NoteOn[] {
    const key = citationKey(paper, keyStyle(undefined));
    return notesOn(this.#service.library, paper, key, isInNotesFolder);
  }

  /** A new key for a paper, which no other paper's note has. */
  newKey(paper: Paper, folder: vscode.WorkspaceFolder): string {
    const { library } = this.#service;
    const match = noteMatcher(paper, '');
    const taken = new Set<string>();
    for (const { note: other } of library.documents()) {
      if (other?.citationKey === undefined || match(other) !== undefined) continue;
      taken.add(other.citationKey.toLowerCase());
    }
    return citationKey(paper, keyStyle(folder), (key) => taken.has(key.toLowerCase()));
  }

  /** The paper's own notes, as they are at this moment: the library follows the disk a little later. */
  async own(paper: Paper, key: string): Promise<NotePlace[]> {
    const match = noteMatcher(paper, key);
    const known = this.on(paper).filter(({ isLiterature }) => isLiterature);
    const read = await Promise.all(
      known.map(async ({ uri: text }) => {
        const uri = vscode.Uri.parse(text);
        const identity = await this.#identify(await this.#read(uri));
        return match(identity) && identity ? { uri, exists: true, identity } : undefined;
      }),
    );
    return read.filter((place) => place !== undefined);
  }

  /** The path that the settings give a paper's note, below the folder of notes. */
  name(paper: Paper, key: string, folder: vscode.WorkspaceFolder): Promise<NoteName> {
    const template = noteSettings(folder).fileName;
    return this.#worker.call('nameNote', { paper, key, template });
  }

  /** The file of this path when it is the paper's note or free, else the next of its name that is. */
  async place(
    paper: Paper,
    key: string,
    root: vscode.Uri,
    path: string,
  ): Promise<NotePlace | Refusal> {
    const match = noteMatcher(paper, key);
    for (let number = 1; ; number++) {
      const uri = vscode.Uri.joinPath(root, numberedPath(path, number));
      const way = await wayToNote(uri, { setting: settings.notesFileName, path });
      if ('refusal' in way) return way;
      const read = await this.#read(uri);
      if (read.kind === 'missing' && !(await isThere(uri))) return { uri, exists: false };
      if (read.kind !== 'content') continue;
      const identity = await this.#identify(read);
      if (identity ? match(identity) !== undefined : this.#names(uri, paper)) {
        return { uri, exists: true, ...(identity && { identity }) };
      }
    }
  }

  read(uri: vscode.Uri): Promise<ReadResult> {
    return this.#files.read(uri);
  }

  /** An editor may still hold the text of a file that has been deleted. */
  async #read(uri: vscode.Uri): Promise<ReadResult> {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const isGone = open?.isDirty === false && !(await isThere(uri));
    return isGone ? { kind: 'missing' } : this.#files.read(uri);
  }

  async #identify(read: ReadResult): Promise<NoteIdentity | undefined> {
    if (read.kind !== 'content') return undefined;
    const { content } = read;
    return this.#worker.call('identifyNote', { content }, transferable(content));
  }

  /** A template without front matter makes notes that only name their paper. */
  #names(uri: vscode.Uri, { key }: Paper): boolean {
    const document = this.#service.library.document(uri.toString());
    return document?.mentions.some((mention) => mention.key === key) === true;
  }
}

function keyStyle(scope: vscode.ConfigurationScope | undefined): KeyStyle {
  const { style: name } = citationSettings(scope).keys;
  return keyStyleNames.find((known) => known === name) ?? 'arxiv';
}

function isInNotesFolder(text: string): boolean {
  const uri = vscode.Uri.parse(text);
  const folder = workspaceFolderOf(uri);
  const root = folder && insideFolder(folder.uri, noteSettings(folder).folder);
  return root !== undefined && below(root, fileOf(uri)) !== undefined;
}

/** A folder may bear the name. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** `a/b.md` to `a/b-2.md`; the first is the path itself. */
function numberedPath(path: string, number: number): string {
  return number === 1 ? path : path.replace(/(?=\.\w+$)/, `-${number}`);
}
