import * as vscode from 'vscode';
import { realPath } from '../editor/files/realPath.js';
import { pathBelow, type FileGlobs } from './fileGlobs.js';
import { pathOnDisk, walkAll, type Walk } from './fileWalk.js';
import type { LinkTarget } from './folderWatchers.js';
import { KnownPlaces } from './knownPlaces.js';

/** What the workspace's folders hold, and by which path each of it is known. */
export class WorkspacePlaces {
  readonly #globs: FileGlobs;
  #known = new KnownPlaces([], new Map());
  #linked: readonly LinkTarget[] = [];

  constructor(globs: FileGlobs) {
    this.#globs = globs;
  }

  /** Lists all files that the settings include, and takes down where links lead. */
  async find(): Promise<Walk> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await walkAll(
      folders.map((folder) => ({
        ...{ place: folder.uri, path: '' },
        filter: this.#globs.filter(folder),
      })),
    );
    this.#takeDown(found, folders);
    return found;
  }

  /** The files below a folder; undefined when it holds links, and everything is to be found anew. */
  async below(uri: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return [];
    const start = { place: uri, path: pathBelow(folder, uri), filter: this.#globs.filter(folder) };
    const { files, links } = await walkAll([start]);
    return links.some(({ place }) => place !== uri) ? undefined : files;
  }

  /** The path by which a file or folder is read that was told by any path; its own as a rule. */
  known(uri: vscode.Uri): vscode.Uri {
    if (uri.scheme !== 'file') return uri;
    const path = pathOnDisk(uri.path);
    const known = this.#known.known(path);
    return known === path ? uri : uri.with({ path: known });
  }

  /** Whether, as of the last search, it was a link or a folder with links in it. */
  heldLinks(uri: vscode.Uri): boolean {
    return uri.scheme === 'file' && this.#known.holdsLinks(pathOnDisk(uri.path));
  }

  /** Whether a link, which may be new, leads to what is read by another path. */
  async isSecond(link: vscode.Uri): Promise<boolean> {
    try {
      const real = vscode.Uri.file(await realPath(link.fsPath));
      const known = this.known(real);
      return known.toString() !== link.toString() && this.#globs.includes(known);
    } catch {
      // It leads in a circle, or to where nobody may look.
      return false;
    }
  }

  /** What lies outside the workspace and is read because a link leads there. */
  get linked(): readonly LinkTarget[] {
    return this.#linked;
  }

  #takeDown({ links, found }: Walk, folders: readonly vscode.WorkspaceFolder[]): void {
    const pathOf = ({ path }: vscode.Uri): string => pathOnDisk(path);
    this.#known = new KnownPlaces(
      links.map(({ place, ...link }) => ({ ...link, place: pathOf(place) })),
      new Map(Array.from(found, ([real, place]) => [real, pathOf(place)])),
    );
    const roots = new Set(folders.map(({ uri }) => pathOf(uri)));
    const rootPaths = links.flatMap(({ place, real }) => (roots.has(pathOf(place)) ? real : []));
    this.#linked = links.filter(({ place, real }) => {
      const isOutside = rootPaths.every((root) => !`${real}/`.startsWith(`${root}/`));
      return isOutside && found.get(real) === place;
    });
  }
}
