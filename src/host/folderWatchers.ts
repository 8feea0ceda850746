import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './lifecycle.js';

/** What watchers tell. */
export interface WatchedChange {
  readonly written: (uri: vscode.Uri) => void;
  readonly deleted: (uri: vscode.Uri) => void;
}

/** What a link outside leads to, by its path on the disk with all links resolved. */
export interface LinkTarget {
  readonly real: string;
  readonly isFolder: boolean;
}

/** Of these so many are watched: a folder costs the system as much as one of the workspace. */
const mostLinked = 50;

/**
 * Watches the folders of the workspace, and what links outside lead to: VS Code does not follow
 * links (`createFileSystemWatcher`), so that nobody else would tell what happens there.
 */
export class FolderWatchers implements Disposable {
  readonly #change: WatchedChange;
  #folders = new DisposableStore();
  readonly #linked = new Map<string, Disposable>();

  constructor(change: WatchedChange) {
    this.#change = change;
  }

  /** To be called again whenever the workspace has other folders. */
  watchWorkspace(): void {
    this.#folders.dispose();
    this.#folders = new DisposableStore();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      // Everything, not only included files: a folder that comes or goes is reported as one event.
      this.#folders.add(this.#watch(new vscode.RelativePattern(folder, '**/*')));
    }
  }

  /** A target that holds a folder of the workspace is not watched: it may be the whole disk. */
  watchLinked(targets: readonly LinkTarget[]): void {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => `${uri.path}/`);
    const wanted = new Map(
      targets
        .filter(({ real }) => !roots.some((root) => root.startsWith(real.replace(/\/*$/, '/'))))
        .slice(0, mostLinked)
        .map((target) => [target.real, target]),
    );
    for (const [real, watcher] of this.#linked) {
      if (wanted.has(real)) continue;
      watcher.dispose();
      this.#linked.delete(real);
    }
    for (const [real, target] of wanted) {
      if (!this.#linked.has(real)) this.#linked.set(real, this.#watch(patternOf(target)));
    }
  }

  dispose(): void {
    this.#folders.dispose();
    this.watchLinked([]);
  }

  #watch(pattern: vscode.RelativePattern): Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const { written, deleted } = this.#change;
    watcher.onDidCreate(written);
    // A folder that is deleted and made anew at once is told as a change of it, and nothing more.
    watcher.onDidChange(written);
    watcher.onDidDelete(deleted);
    return watcher;
  }
}

function patternOf({ real, isFolder }: LinkTarget): vscode.RelativePattern {
  const uri = vscode.Uri.file(real);
  if (isFolder) return new vscode.RelativePattern(uri, '**/*');
  const name = real.slice(real.lastIndexOf('/') + 1).replace(/[*?[\]{}]/g, '?');
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
}
