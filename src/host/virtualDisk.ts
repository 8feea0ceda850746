import * as vscode from 'vscode';
import { isMissing } from './fileWalk.js';
import type { MarksDisk } from './marksDisk.js';
import { MarksRefusal } from './marksRefusal.js';
import { largestFile } from './plainFile.js';

/** What is older was to be renamed by a window that was killed: there are no locks that would tell. */
const leftoverAfterMs = 3_600_000;

/**
 * A file of marks where VS Code alone can reach it. Such a place has no locks, and tells no links'
 * targets: a file is compared right before it is replaced, which leaves a moment for another window.
 */
export class VirtualDisk implements MarksDisk {
  readonly #uri: vscode.Uri;
  readonly #check: (uri: vscode.Uri) => Promise<unknown>;

  /** @param check throws a MarksRefusal for where marks must not be */
  constructor(uri: vscode.Uri, check: (uri: vscode.Uri) => Promise<unknown>) {
    this.#uri = uri;
    this.#check = check;
  }

  async fingerprint(): Promise<string | undefined> {
    await this.#check(this.#uri);
    const found = await unlessMissing(vscode.workspace.fs.stat(this.#uri));
    if (!found) return undefined;
    const path = this.#uri.toString(true);
    // A link to a file has both bits.
    if (!(found.type & vscode.FileType.File)) throw new MarksRefusal({ kind: 'noFile', path });
    if (found.size > largestFile) throw new MarksRefusal({ kind: 'size', path, most: largestFile });
    return `${found.size}/${found.mtime}`;
  }

  async read(): Promise<Uint8Array | undefined> {
    if ((await this.fingerprint()) === undefined) return undefined;
    return unlessMissing(vscode.workspace.fs.readFile(this.#uri));
  }

  async replace(
    pieces: readonly Uint8Array[],
    expected: string | undefined,
  ): Promise<string | undefined> {
    await this.#check(this.#uri);
    const { fs } = vscode.workspace;
    const beside = this.#uri.with({ path: `${this.#uri.path}.${crypto.randomUUID()}.tmp` });
    await fs.writeFile(beside, Buffer.concat(pieces));
    try {
      if ((await this.fingerprint()) === expected) {
        await fs.rename(beside, this.#uri, { overwrite: true });
        // A file that is gone again is another than the one that was written.
        return (await this.fingerprint()) ?? '';
      }
    } catch (error) {
      await fs.delete(beside);
      throw error;
    }
    await fs.delete(beside);
    return undefined;
  }

  async alone<T>(act: () => Promise<T>): Promise<T> {
    return act();
  }

  async addBeside(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#uri, '..', name);
    const isThere = (await unlessMissing(vscode.workspace.fs.stat(uri))) !== undefined;
    if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }

  async sweep(): Promise<void> {
    const { fs } = vscode.workspace;
    const folder = vscode.Uri.joinPath(this.#uri, '..');
    const start = this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
    for (const [name] of (await unlessMissing(fs.readDirectory(folder))) ?? []) {
      if (!name.startsWith(`${start}.`) || !temporaryEnd.test(name)) continue;
      const left = vscode.Uri.joinPath(folder, name);
      const { mtime } = await fs.stat(left);
      if (Date.now() - mtime > leftoverAfterMs) await fs.delete(left);
    }
  }
}

const temporaryEnd = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

async function unlessMissing<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
