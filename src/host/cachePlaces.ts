import { createHash } from 'node:crypto';
import path from 'node:path';
import type * as vscode from 'vscode';
import { Slices } from './slices.js';

/** Where the workers keep what they have made of each document: two files in the window's storage. */
export class CachePlaces {
  /** undefined where VS Code keeps no storage, as for a window without a folder. */
  readonly folder: string | undefined;

  constructor(storage: vscode.Uri | undefined) {
    this.folder = storage?.scheme === 'file' ? path.join(storage.fsPath, 'index') : undefined;
  }

  document(uri: string): string | undefined {
    return this.#file(`${nameOf(uri)}.document`);
  }

  shard(uri: string): string | undefined {
    return this.#file(`${nameOf(uri)}.shard`);
  }

  /** The names of all files that belong to some documents. */
  async namesOf(uris: Iterable<string>): Promise<string[]> {
    const slices = new Slices();
    const names: string[] = [];
    for (const uri of uris) {
      const name = nameOf(uri);
      names.push(`${name}.document`, `${name}.shard`);
      await slices.turn();
    }
    return names;
  }

  #file(name: string): string | undefined {
    return this.folder === undefined ? undefined : path.join(this.folder, name);
  }
}

function nameOf(uri: string): string {
  return createHash('sha1').update(uri).digest('hex').slice(0, 20);
}
