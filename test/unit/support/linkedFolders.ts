import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entriesOnDisk } from '../../../src/editor/files/diskFolder.js';
import {
  walkFolders,
  type FileFilter,
  type Walked,
  type WalkedDisk,
} from '../../../src/host/folderWalk.js';
import { realPath } from '../../../src/editor/files/realPath.js';

/** Notes in Markdown, and nothing in folders called `hidden`. */
export const notesFilter: FileFilter = {
  includes: (file) => file.endsWith('.md') && !/(?:^|\/)hidden\//.test(file),
  excludes: (file) => /(?:^|\/)hidden(?:\/|$)/.test(file),
};

/** Real folders with links, and a walk of them that counts what it asks. */
export class LinkedFolders {
  readonly base = realpathSync(mkdtempSync(path.join(tmpdir(), 'preprint-links-')));
  listings = 0;
  questions = 0;

  at(name: string): string {
    return path.posix.join(this.base, name);
  }

  /** Each with its folders. */
  write(...names: readonly string[]): void {
    for (const name of names) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), `About ${name}.\n`);
    }
  }

  link(name: string, to: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    symlinkSync(to, this.at(name));
  }

  /** @returns what is found, by names below the base and in their order */
  async walk(...starts: readonly string[]): Promise<Record<'files' | 'unreadable', string[]>> {
    const { files, unreadable } = await this.walked(...starts);
    const names = (paths: readonly string[]): string[] =>
      paths.map((file) => path.posix.relative(this.base, file)).sort();
    return { files: names(files), unreadable: names(unreadable) };
  }

  walked(...starts: readonly string[]): Promise<Walked<string>> {
    this.listings = 0;
    this.questions = 0;
    return walkFolders(
      starts.map((start) => ({ place: this.at(start), path: '', filter: notesFilter })),
      this.disk,
    );
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  readonly disk: WalkedDisk<string> = {
    list: (folder) => {
      this.listings++;
      return entriesOnDisk(folder);
    },
    below: (folder, name) => path.posix.join(folder, name),
    path: (place) => place,
    real: (place) => {
      this.questions++;
      return realPath(place);
    },
    isMissing: (error) => (error as NodeJS.ErrnoException).code === 'ENOENT',
  };
}
