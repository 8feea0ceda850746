import { after, afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, positionOf } from './support/documents.js';
import { preprint, restoreLibrary } from './support/library.js';
import { insertCitation, langevin } from './support/citing.js';
import { cardAt, definitionsAt, linksIn, shown } from './support/providers.js';
import { withSetting } from './support/settings.js';

/** One file in memory, as extensions for repositories and archives offer them. */
class MemoryFile implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #content: Uint8Array;

  constructor(text: string) {
    this.#content = Buffer.from(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#content.length };
  }

  readFile(): Uint8Array {
    return this.#content;
  }

  writeFile(_uri: vscode.Uri, content: Uint8Array): void {
    this.#content = content;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('A note that lies in no folder of the disk', () => {
  let provider: vscode.Disposable;
  const uri = vscode.Uri.parse('memfs:/archive/note.md');

  before(async () => {
    await preprint();
    const file = new MemoryFile('Read arXiv:2602.12257 and arXiv:1706.03762.\n');
    provider = vscode.workspace.registerFileSystemProvider('memfs', file);
  });
  after(() => {
    provider.dispose();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('has hovers, definitions and links as any other', async () => {
    const { document } = await openFile(uri);
    const position = positionOf(document, '2602.12257', 3);
    assert.match(shown(await cardAt(document, position)).paragraphs[0] ?? '', /Langevin/);
    assert.equal((await definitionsAt(document, position)).length, 2);
    assert.deepEqual(await linksIn(document), [
      ['arXiv:1706.03762', 'https://arxiv.org/abs/1706.03762'],
    ]);
  });

  it('can be cited into', async () => {
    const editor = await openFile(uri);
    const start = new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(start, start);
    await withSetting('preprint.citation.bibliography', 'existing', async () => {
      await insertCitation(langevin.paper);
    });
    assert.ok(editor.document.getText().startsWith(`[@${langevin.key}]Read`));
  });
});
