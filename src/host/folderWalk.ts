import type { FolderEntry } from '../editor/files/diskFolder.js';
import { Slices } from './slices.js';

/** Folders as a walk asks for them; `Place` is whatever names one. */
export interface WalkedDisk<Place> {
  /** @throws what the disk tells */
  list(folder: Place): Promise<readonly FolderEntry[]>;
  below(folder: Place, name: string): Place;
  /** As the place is named, in the form of `real`. */
  path(place: Place): string;
  /**
   * The path of a folder or file with all links resolved, parted by `/`; undefined where there are no
   * such paths.
   * @throws what the disk tells
   */
  real(place: Place): Promise<string | undefined>;
  /** Whether an error says that there is no such folder. */
  isMissing(error: unknown): boolean;
}

/** Decides over paths below a workspace folder, parted by `/`. */
export interface FileFilter {
  /** Of a file, unless it is excluded. */
  readonly includes: (path: string) => boolean;
  /** For files and folders alike: an excluded folder is not entered. */
  readonly excludes: (path: string) => boolean;
}

export interface WalkStart<Place> {
  readonly place: Place;
  /** Below the workspace folder; '' for that itself. */
  readonly path: string;
  readonly filter: FileFilter;
}

/** A link to a folder, or one to a file that the filter includes. */
export interface FoundLink<Place> {
  readonly place: Place;
  /** Where it leads. */
  readonly real: string;
  readonly isFolder: boolean;
}

export interface Walked<Place> {
  readonly files: readonly Place[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly Place[];
  /** The starts, and every link on the way. */
  readonly links: readonly FoundLink<Place>[];
  /** By which path what is really there was found, for each start and each link that was followed. */
  readonly found: ReadonlyMap<string, Place>;
}

interface Folder<Place> extends WalkStart<Place> {
  readonly real: string | undefined;
  /** Which of the starts it is below. */
  readonly start: number;
  /** Below a link. */
  readonly linked: boolean;
}

/** Folders listed at the same time: the disk is asked, never crowded. */
const atOnce = 8;
/** Entries that are looked at before the clock is. */
const entriesAtOnce = 16;

/**
 * Lists the files below some folders that pass their filters. What is really one folder or file is
 * found once, by its own path if that is below a start, else by the first link that leads to it in
 * the order of the starts and of the paths below them. A linked folder is entered, a link to a folder
 * inside it is not. Costs one listing for each real folder and one question for each link; where there
 * are no real paths a linked folder is entered once for each link.
 */
export async function walkFolders<Place>(
  starts: readonly WalkStart<Place>[],
  disk: WalkedDisk<Place>,
): Promise<Walked<Place>> {
  const walk = new FolderWalk(disk);
  await walk.begin(starts);
  await walk.followFolders();
  await walk.followFiles();
  return walk;
}

type Pending<Place> = Omit<Folder<Place>, 'real'>;

class FolderWalk<Place> implements Walked<Place> {
  readonly files: Place[] = [];
  readonly unreadable: Place[] = [];
  readonly links: FoundLink<Place>[] = [];
  readonly found = new Map<string, Place>();
  readonly #disk: WalkedDisk<Place>;
  readonly #entered = new Set<string>();
  /** Real paths of the files, as far as they have any. */
  readonly #fileFolders = new Map<string, Set<string>>();
  readonly #slices = new Slices();
  #folderLinks: Pending<Place>[] = [];
  #fileLinks: Pending<Place>[] = [];

  constructor(disk: WalkedDisk<Place>) {
    this.#disk = disk;
  }

  async begin(starts: readonly WalkStart<Place>[]): Promise<void> {
    const folders: Folder<Place>[] = [];
    for (const [index, start] of starts.entries()) {
      const real = await this.#disk.real(start.place).catch(() => undefined);
      if (real !== undefined) this.links.push({ place: start.place, real, isFolder: true });
      folders.push({ ...start, real, start: index, linked: false });
    }
    const isLink = ({ place, real }: Folder<Place>): number =>
      Number(real !== this.#disk.path(place));
    folders.sort((a, b) => isLink(a) - isLink(b));
    // Each is walked with its own filter, also when it lies in another.
    await this.#enter(folders.filter((folder) => this.#claim(folder)));
  }

  async followFolders(): Promise<void> {
    for (const { real, ...link } of await this.#resolved(this.#folderLinks, true)) {
      const folder = { ...link, real };
      if (this.#claim(folder)) await this.#enter([folder]);
    }
  }

  async followFiles(): Promise<void> {
    for (const { place, real } of await this.#resolved(this.#fileLinks, false)) {
      if (real !== undefined) {
        const [folder, name] = parted(real);
        const names = this.#fileFolders.get(folder) ?? new Set();
        if (names.has(name)) continue;
        this.#fileFolders.set(folder, names.add(name));
        this.found.set(real, place);
      }
      this.files.push(place);
    }
  }

  /** Whether a folder is to be entered: nothing has led to it yet. */
  #claim({ real, place }: Folder<Place>): boolean {
    if (real === undefined) return true;
    if (this.#entered.has(real)) return false;
    this.#entered.add(real);
    this.found.set(real, place);
    return true;
  }

  /** Several folders are listed at a time, and looked at one after the other. */
  async #enter(folders: readonly Folder<Place>[]): Promise<void> {
    const open = [...folders];
    while (open.length > 0) {
      const some = open.splice(-atOnce);
      const listed = await Promise.all(some.map((folder) => this.#list(folder)));
      for (const [index, entries] of listed.entries()) {
        const folder = some[index];
        if (folder) open.push(...(await this.#lookAt(folder, entries)));
      }
    }
  }

  async #list({ place }: Folder<Place>): Promise<readonly FolderEntry[]> {
    try {
      return await this.#disk.list(place);
    } catch (error) {
      if (!this.#disk.isMissing(error)) this.unreadable.push(place);
      return [];
    }
  }

  /** @returns the folders in it that are to be entered */
  async #lookAt(folder: Folder<Place>, entries: readonly FolderEntry[]): Promise<Folder<Place>[]> {
    const folders: Folder<Place>[] = [];
    for (const [index, entry] of entries.entries()) {
      if (index % entriesAtOnce === 0) await this.#slices.turn();
      const below = this.#look(folder, entry);
      if (below) folders.push(below);
    }
    return folders;
  }

  #look(folder: Folder<Place>, { name, isFolder, isLink }: FolderEntry): Folder<Place> | undefined {
    const { filter, linked, start } = folder;
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    if (isFolder ? filter.excludes(path) : !filter.includes(path)) return undefined;
    const place = this.#disk.below(folder.place, name);
    const below = { place, path, filter, start, linked: linked || isLink };
    if (isLink) {
      if (!isFolder) this.#fileLinks.push(below);
      else if (!linked) this.#folderLinks.push(below);
      return undefined;
    }
    const real = folder.real === undefined ? undefined : joined(folder.real, name);
    if (!isFolder) {
      this.#addFile(folder, name, place);
      return undefined;
    }
    if (real !== undefined && this.#entered.has(real)) return undefined;
    if (real !== undefined) this.#entered.add(real);
    return { ...below, real };
  }

  #addFile({ real }: Folder<Place>, name: string, place: Place): void {
    this.files.push(place);
    if (real === undefined) return;
    const names = this.#fileFolders.get(real);
    if (names) names.add(name);
    else this.#fileFolders.set(real, new Set([name]));
  }

  /** Where links lead, in the order of their paths; those that lead nowhere are left out. */
  async #resolved(links: Pending<Place>[], isFolder: boolean): Promise<Folder<Place>[]> {
    const ordered = links.splice(0).sort((a, b) => a.start - b.start || (a.path < b.path ? -1 : 1));
    const resolved: Folder<Place>[] = [];
    for (let from = 0; from < ordered.length; from += atOnce) {
      const some = ordered.slice(from, from + atOnce).map((link) => this.#resolve(link, isFolder));
      resolved.push(...(await Promise.all(some)).filter((link) => link !== undefined));
    }
    return resolved;
  }

  async #resolve(link: Pending<Place>, isFolder: boolean): Promise<Folder<Place> | undefined> {
    try {
      const real = await this.#disk.real(link.place);
      const { place } = link;
      if (real !== undefined) this.links.push({ place, real, isFolder });
      return { ...link, real };
    } catch (error) {
      if (!this.#disk.isMissing(error)) this.unreadable.push(link.place);
      return undefined;
    }
  }
}

function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function parted(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/');
  return [path.slice(0, end) || '/', path.slice(end + 1)];
}
