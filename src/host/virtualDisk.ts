import * as vscode from 'vscode';
import { isMissing } from './fileWalk.js';
import type { MarksDisk } from './marksDisk.js';

/** A file of marks where VS Code alone can reach it; it has no locks there. */
export class VirtualDisk implements MarksDisk {
  readonly #uri: vscode.Uri;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  async fingerprint(): Promise<string | undefined> {
    const found = await unlessMissing(vscode.workspace.fs.stat(this.#uri));
    return found && `${found.size}/${found.mtime}`;
  }

  read(): Promise<Uint8Array | undefined> {
    return unlessMissing(vscode.workspace.fs.readFile(this.#uri));
  }

  async replace(content: Uint8Array): Promise<string | undefined> {
    const { fs } = vscode.workspace;
    const beside = this.#uri.with({ path: `${this.#uri.path}.${crypto.randomUUID()}.tmp` });
    await fs.writeFile(beside, content);
    try {
      await fs.rename(beside, this.#uri, { overwrite: true });
    } catch (error) {
      await fs.delete(beside);
      throw error;
    }
    return this.fingerprint();
  }

  async alone<T>(act: () => Promise<T>): Promise<T> {
    return act();
  }

  async addBeside(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#uri, '..', name);
    const isThere = (await unlessMissing(vscode.workspace.fs.stat(uri))) !== undefined;
    if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
}

async function unlessMissing<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
