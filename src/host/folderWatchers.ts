import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './lifecycle.js';

/** What watchers tell. */
export interface WatchedChange {
  readonly written: (uri: vscode.Uri) => void;
  readonly deleted: (uri: vscode.Uri) => void;
}

/** Linked folders that are watched: each costs the system as much as a folder of the workspace. */
const mostLinked = 50;

/**
 * Watches the folders of the workspace, and those outside that links lead to: VS Code does not follow
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

  /**
   * @param targets paths of folders on the disk, links resolved. One that holds a folder of the
   *   workspace is not watched: it may be the whole disk.
   */
  watchLinked(targets: readonly string[]): void {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => `${uri.path}/`);
    const wanted = targets
      .filter((target) => !roots.some((root) => root.startsWith(target.replace(/\/*$/, '/'))))
      .slice(0, mostLinked);
    for (const [target, watcher] of this.#linked) {
      if (wanted.includes(target)) continue;
      watcher.dispose();
      this.#linked.delete(target);
    }
    for (const target of wanted) {
      if (this.#linked.has(target)) continue;
      const pattern = new vscode.RelativePattern(vscode.Uri.file(target), '**/*');
      this.#linked.set(target, this.#watch(pattern));
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
