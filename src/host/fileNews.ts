import * as vscode from 'vscode';
import { fileKind } from '../editor/files/fileKind.js';
import { DisposableStore, type Disposable } from './lifecycle.js';
import type { OpenDocuments } from './openDocuments.js';
import type { WorkspacePlaces } from './workspacePlaces.js';

/** What has happened to the workspace's documents since the last report. */
export interface FilesChange {
  /** To be read again. */
  readonly changed: readonly vscode.Uri[];
  /** Files or whole folders. */
  readonly deleted: readonly vscode.Uri[];
  /** Written, but nothing that the settings include: files of a project, bibliographies, folders. */
  readonly others: readonly vscode.Uri[];
  /**
   * What else is to be done: nothing, or to find all documents anew because folders, links or settings
   * have changed, or to read them all anew as well.
   */
  readonly extent: Extent;
}

type Extent = 'these' | 'find' | 'read';

/** Events of one save, one `git pull`, one sync come in bursts: they are reported together. */
const quietMs = 150;
const longestWaitMs = 600;
/** More new paths than this in one burst are found by one walk rather than asked for one by one. */
const manyPaths = { onDisk: 5000, elsewhere: 200 };
/** Paths that are asked for at the same time. */
const atOnce = 32;

type Uris = Map<string, vscode.Uri>;

interface Gathered {
  readonly changed: Uris;
  readonly deleted: Uris;
  /** Written, but no file that the settings include: each may be a folder. */
  readonly others: Uris;
  extent: Extent;
}

/** Gathers what happens to files, finds out what it comes to, and tells it in reports. */
export class FileNews implements Disposable {
  readonly #places: WorkspacePlaces;
  readonly #open: OpenDocuments;
  readonly #store = new DisposableStore();
  readonly #changes = this.#store.add(new vscode.EventEmitter<FilesChange>());
  #gathered = nothing();
  /** What is being reported just now. */
  readonly #reporting = new Set<ReadonlyMap<string, vscode.Uri>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;

  readonly onDidChange = this.#changes.event;

  constructor(places: WorkspacePlaces, open: OpenDocuments) {
    this.#places = places;
    this.#open = open;
  }

  note(kind: 'changed' | 'deleted' | 'others', uri: vscode.Uri): void {
    this.#gathered[kind].set(uri.toString(), uri);
    this.#report();
  }

  /** A document is of no interest any more, should it have changed. */
  forgetChange(uri: vscode.Uri): void {
    this.#gathered.changed.delete(uri.toString());
  }

  widen(extent: Extent): void {
    this.#gathered.extent = wider(this.#gathered.extent, extent);
    this.#report();
  }

  /** Whether a change of the document is still to be reported. */
  has(uri: string): boolean {
    const { changed } = this.#gathered;
    return changed.has(uri) || Array.from(this.#reporting).some((report) => report.has(uri));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
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
    const gathered = this.#gathered;
    this.#gathered = nothing();
    const { changed, deleted, others } = gathered;
    this.#reporting.add(changed);
    await this.#lookAt(gathered);
    for (const uri of this.#open.replaced()) {
      changed.delete(uri.toString());
      deleted.set(uri.toString(), uri);
    }
    this.#reporting.delete(changed);
    if (this.#store.disposed) return;
    this.#changes.fire({
      changed: [...changed.values()],
      // Written anew within the burst, as editors do that save by renaming.
      deleted: [...deleted.values()].filter((uri) => !changed.has(uri.toString())),
      others: [...others.values()],
      extent: gathered.extent,
    });
  }

  /** Finds out which paths are folders or links, and adds what these hold. */
  async #lookAt(gathered: Gathered): Promise<void> {
    const { changed, deleted, others } = gathered;
    const find = (): void => void (gathered.extent = wider(gathered.extent, 'find'));
    if ([...deleted.values()].some((uri) => this.#places.heldLinks(uri))) find();
    const files = [...changed.values()].filter(({ scheme }) => scheme === 'file');
    await eachOf(files, async (uri) => {
      if ((await fileKind(uri)) !== 'link') return;
      if (await this.#places.isSecond(uri)) changed.delete(uri.toString());
      find();
    });
    if (isMany(others)) {
      find();
      return;
    }
    await eachOf([...others.values()], async (uri) => {
      const kind = await fileKind(uri);
      if (kind === 'file') return;
      // What it held before may be gone; what it holds now is not told.
      deleted.set(uri.toString(), uri);
      const below = kind === 'link' ? undefined : await this.#places.below(uri);
      if (!below) find();
      for (const file of [...(below ?? []), ...this.#open.below(uri)]) {
        changed.set(file.toString(), file);
      }
    });
  }
}

function nothing(): Gathered {
  return { changed: new Map(), deleted: new Map(), others: new Map(), extent: 'these' };
}

function wider(one: Extent, other: Extent): Extent {
  const extents: Extent[] = ['these', 'find', 'read'];
  return extents.indexOf(one) < extents.indexOf(other) ? other : one;
}

function isMany(uris: Uris): boolean {
  if (uris.size <= manyPaths.elsewhere) return false;
  const onDisk = [...uris.values()].every(({ scheme }) => scheme === 'file');
  return !onDisk || uris.size > manyPaths.onDisk;
}

async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    await Promise.all(all.slice(from, from + atOnce).map(act));
  }
}
