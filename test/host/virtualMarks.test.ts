import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PaperKey } from '../../src/core/paper.js';
import { VirtualDisk } from '../../src/host/virtualDisk.js';
import { largestFile } from '../../src/host/plainFile.js';
import { waitFor } from './support/waitFor.js';
import { MarksWindow } from '../unit/marks/marksWindow.js';

interface Entry {
  type: vscode.FileType;
  content: Uint8Array;
  mtime: number;
  /** What the place says, whatever there is. */
  size?: number;
}

/** A folder in memory, as extensions for repositories and archives offer them. */
class MemoryFolder implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly entries = new Map<string, Entry>();
  /** What somebody else does then. */
  afterWriting: (() => void) | undefined;
  #time = Date.now();

  put(name: string, text: string, more: Partial<Entry> = {}): void {
    const content = Buffer.from(text);
    this.entries.set(name, { type: vscode.FileType.File, content, mtime: this.#time++, ...more });
  }

  textOf(name: string): string {
    return Buffer.from(this.#entry(name).content).toString();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { type, mtime, content, size = content.length } = this.#entry(nameOf(uri));
    return { type, ctime: 0, mtime, size };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#entry(nameOf(uri)).content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.put(nameOf(uri), Buffer.from(content).toString());
    this.afterWriting?.();
  }

  readDirectory(): [string, vscode.FileType][] {
    return Array.from(this.entries, ([name, { type }]) => [name, type]);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(uri: vscode.Uri): void {
    this.entries.delete(nameOf(uri));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.entries.set(nameOf(to), this.#entry(nameOf(from)));
    this.delete(from);
  }

  #entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (!entry) throw vscode.FileSystemError.FileNotFound(name);
    return entry;
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(1);
}

describe('A file of marks that lies in no folder of the disk', () => {
  const paper: PaperKey = 'arxiv:2602.12257';
  const uri = vscode.Uri.parse('marksfs:/state.jsonl');
  let folder: MemoryFolder;
  let provider: vscode.Disposable;

  beforeEach(async () => {
    folder = new MemoryFolder();
    provider = vscode.workspace.registerFileSystemProvider('marksfs', folder);
    await waitFor(isThere, 'the folder in memory');
  });
  afterEach(() => {
    provider.dispose();
  });

  const isThere = async () => {
    try {
      return await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, '..'));
    } catch {
      return undefined;
    }
  };
  const open = () => MarksWindow.open(new VirtualDisk(uri, () => Promise.resolve()));
  const star = async (window: MarksWindow) => {
    window.mark({ starred: true }, paper);
    await window.file.flush();
  };

  it('is written at once, beside what others have written meanwhile', async () => {
    const window = await open();
    folder.put('state.jsonl', '# ours\n{"paper":"doi:10.1/x","n":1.0}\n');
    await star(window);
    assert.deepEqual(window.reasons(), []);
    const text = folder.textOf('state.jsonl');
    assert.match(text, /^# ours\n/);
    assert.ok(text.includes('{"paper":"doi:10.1/x","n":1.0}\n'));
    assert.match(text, /"arxiv:2602\.12257","starred"/);
    assert.ok([...folder.entries.keys()].every((name) => !name.endsWith('.tmp')));
  });

  it('is left alone where it is a folder or absurdly large', async () => {
    folder.put('state.jsonl', '', { type: vscode.FileType.Directory });
    const window = await open();
    await star(window);
    assert.ok(window.reasons().includes('noFile'));
    folder.put('state.jsonl', '', { size: largestFile + 1 });
    const other = await open();
    await star(other);
    assert.ok(other.reasons().includes('size'));
    assert.equal(folder.textOf('state.jsonl'), '');
  });

  it('is not replaced by what was made of an older one', async () => {
    const window = await open();
    folder.afterWriting = () => {
      folder.afterWriting = undefined;
      folder.put('state.jsonl', '# written in between\n');
    };
    await star(window);
    assert.match(folder.textOf('state.jsonl'), /^# written in between\n.*"starred"/);
  });

  it('is cleared of what a killed window has left, an hour later', async () => {
    const old = { mtime: Date.now() - 7_200_000 };
    const id = '01234567-89ab-cdef-0123-456789abcdef';
    folder.put(`state.jsonl.${id}.tmp`, '', old);
    folder.put(`state.jsonl.${id.replace('0', '1')}.tmp`, '');
    folder.put('other.tmp', '', old);
    await open();
    await waitFor(() => folder.entries.size === 2, 'what is old gone');
    assert.deepEqual(
      [...folder.entries.keys()],
      [`state.jsonl.${id.replace('0', '1')}.tmp`, 'other.tmp'],
    );
  });
});
