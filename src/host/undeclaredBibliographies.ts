import * as vscode from 'vscode';
import { leadsIntoTools } from '../core/toolFolders.js';
import { pathBelow } from './fileGlobs.js';
import { fileFilter } from './fileWalk.js';
import type { FolderListing } from './folderListing.js';
import { fileSettings } from './settings.js';
import type { FilesChange } from './workspaceFiles.js';

/** More of them nobody reads through. */
const mostBelow = 200;
/** Somebody waits for the answer. */
const longestSearchMs = 3000;

/** The bibliographies of a workspace folder, for documents whose bibliographies nobody names. */
export class UndeclaredBibliographies {
  /** By workspace folder. */
  readonly #below = new Map<string, Promise<readonly vscode.Uri[]>>();

  /**
   * What a document cites from when nobody says it: the `.bib` files of the first folder upwards that has
   * one, else the only one below the workspace folder.
   * @param folders from the document's own up to the workspace folder
   */
  async nearest(
    folders: readonly vscode.Uri[],
    listing: FolderListing,
  ): Promise<readonly vscode.Uri[]> {
    for (const folder of folders) {
      const names = (await listing.files(folder)).filter((name) => /\.bib$/i.test(name));
      if (names.length > 0) {
        return names.toSorted().map((name) => vscode.Uri.joinPath(folder, name));
      }
    }
    const top = folders.at(-1);
    const all = top ? await this.below(top) : [];
    return all.length === 1 ? all : [];
  }

  /**
   * The `.bib` files of a workspace folder, in the order of their paths: without those that settings leave
   * out, and those of programs. Asks VS Code's file search, once until files come or go.
   * @param top none for a folder that is not the workspace's
   */
  below(top: vscode.Uri): Promise<readonly vscode.Uri[]> {
    const folder = vscode.workspace.getWorkspaceFolder(top);
    if (folder?.uri.toString() !== top.toString()) return Promise.resolve([]);
    const key = top.toString();
    const known = this.#below.get(key);
    if (known) return known;
    const found = search(folder);
    this.#below.set(key, found);
    found.catch(() => this.#below.get(key) === found && this.#below.delete(key));
    return found;
  }

  /** What has happened to files may have made or removed a bibliography. */
  follow({ changed, deleted, others, extent }: FilesChange): void {
    const all = [...changed, ...deleted, ...others];
    // A folder may have come with what it holds; it seldom has an extension.
    if (extent !== 'these' || all.some(({ path }) => !/\.(?!bib$)[^./]+$/i.test(path))) {
      this.forget();
    }
  }

  forget(): void {
    this.#below.clear();
  }
}

async function search(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const late = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => late.cancel(), longestSearchMs);
  try {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, '**/*.bib'),
      '**/node_modules/**',
      mostBelow,
      late.token,
    );
    // Of a part nobody can say whether it holds the only one.
    if (late.token.isCancellationRequested) return [];
    const { excludes } = fileFilter(fileSettings(folder));
    return found
      .filter((uri) => {
        const path = pathBelow(folder, uri);
        return !leadsIntoTools(path) && !excludes(path);
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    clearTimeout(timer);
    late.dispose();
  }
}
