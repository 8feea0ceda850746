import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openFile } from './support/documents.js';
import {
  addFile,
  addedUri,
  digestText,
  preprint,
  removeAdded,
  restoreLibrary,
  samplePapers,
  sampleUri,
} from './support/library.js';
import { seenSoon, waitFor } from './support/waitFor.js';

const id = '2601.93001';
const otherId = '2601.93002';

describe('Links in the workspace', () => {
  let api: PreprintApi;
  const outside = (): string => path.join(path.dirname(sampleUri('').fsPath), 'outside');
  /** Where the paper's digests lie below the folder of the test, and under what titles. */
  const places = (of = id): string =>
    (api.getPaper(of)?.occurrences ?? [])
      .map(({ uri }) => path.posix.relative(addedUri('').path, vscode.Uri.parse(uri).path))
      .join();

  before(async () => {
    api = await preprint();
    assert.equal(api.paperCount, samplePapers);
  });
  afterEach(async () => {
    await closeEditors();
    rmSync(outside(), { recursive: true, force: true });
    await restoreLibrary();
    await refresh();
  });

  const refresh = (): Thenable<void> => vscode.commands.executeCommand('preprint.refreshLibrary');

  function link(name: string, to: string): void {
    mkdirSync(path.dirname(addedUri(name).fsPath), { recursive: true });
    symlinkSync(to, addedUri(name).fsPath);
  }

  async function addDigest(name = 'real/2026-01-05.md'): Promise<vscode.Uri> {
    const uri = addFile(name, digestText({ id, title: 'The First Title' }));
    await waitFor(() => api.getPaper(id), 'the digest');
    return uri;
  }

  function writeOutside(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(outside(), name)), { recursive: true });
    writeFileSync(path.join(outside(), name), text);
  }

  it('that lead up double nothing, when they are made and when all is looked at anew', async () => {
    await addDigest();
    for (let number = 0; number < 30; number++) link(`real/up${number}`, '..');
    link('again', 'real');
    addFile('2026-01-06.md', digestText({ id: otherId }));
    await waitFor(() => api.getPaper(otherId), 'what was written after the links');
    assert.equal(places(), 'real/2026-01-05.md');
    await refresh();
    assert.equal(places(), 'real/2026-01-05.md');
    assert.equal(places(otherId), '2026-01-06.md');
  });

  it('to a file make no second document of it', async () => {
    await addDigest();
    link('2026-01-05.md', 'real/2026-01-05.md');
    link('linked/2026-01-05.md', '../real/2026-01-05.md');
    await refresh();
    assert.equal(places(), 'real/2026-01-05.md');
  });

  it('to a folder outside are read, and so is what changes there', async () => {
    writeOutside('2026-01-05.md', digestText({ id }));
    link('digests', outside());
    await seenSoon(() => places() === 'digests/2026-01-05.md', 'the digests behind a new link');
    // VS Code begins to watch a little later than it is asked to: what is written once may be missed.
    let number = 0;
    await waitFor(() => {
      const title = `Title ${++number}`;
      writeOutside('deep/2026-01-06.md', digestText({ id: otherId, title }));
      return places(otherId) === 'digests/deep/2026-01-06.md';
    }, 'a digest made there');
    writeOutside('2026-01-05.md', digestText({ id, title: 'Another Title' }));
    await waitFor(() => api.getPaper(id)?.title === 'Another Title', 'a digest changed there');
    unlinkSync(path.join(outside(), '2026-01-05.md'));
    await waitFor(() => !api.getPaper(id), 'a digest deleted there');
    unlinkSync(addedUri('digests').fsPath);
    await seenSoon(() => !api.getPaper(otherId), 'the end of the link');
  });

  it('to a file outside are read, and so is what changes there', async () => {
    writeOutside('a.md', digestText({ id }));
    link('2026-01-05.md', path.join(outside(), 'a.md'));
    await seenSoon(() => places() === '2026-01-05.md', 'the digest behind a new link');
    // As above.
    let number = 0;
    await waitFor(() => {
      writeOutside('a.md', digestText({ id, title: `Title ${++number}` }));
      return api.getPaper(id)?.title !== `A Paper Called ${id}`;
    }, 'a change of it');
  });

  it('to one folder outside make it known by the first, and by the second when that goes', async () => {
    writeOutside('2026-01-05.md', digestText({ id }));
    link('first', outside());
    link('second', outside());
    await refresh();
    assert.equal(places(), 'first/2026-01-05.md');
    unlinkSync(addedUri('first').fsPath);
    await seenSoon(() => places() === 'second/2026-01-05.md', 'the second link');
  });

  it('that lead elsewhere now are read anew', async () => {
    writeOutside('one/2026-01-05.md', digestText({ id, title: 'The First Title' }));
    writeOutside('two/2026-01-05.md', digestText({ id, title: 'The Second Title' }));
    link('digests', path.join(outside(), 'one'));
    await waitFor(() => api.getPaper(id)?.title === 'The First Title', 'the first folder');
    unlinkSync(addedUri('digests').fsPath);
    link('digests', path.join(outside(), 'two'));
    await seenSoon(() => api.getPaper(id)?.title === 'The Second Title', 'the second folder');
    assert.equal(places(), 'digests/2026-01-05.md');
  });

  it('give way to an editor that shows their file by another path, and take it back', async () => {
    await addDigest();
    link('linked', 'real');
    await refresh();
    const { document } = await openFile(addedUri('linked/2026-01-05.md'));
    await seenSoon(() => places() === 'linked/2026-01-05.md', 'the editor');
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('The First Title'));
    edit.insert(document.uri, at, 'Of ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await seenSoon(() => api.getPaper(id)?.title === 'Of The First Title', 'what is typed');
    await document.save();
    await closeEditors();
    await waitFor(() => places() === 'real/2026-01-05.md', 'the disk');
    await waitFor(() => api.getPaper(id)?.title === 'Of The First Title', 'what was saved');
  });

  it('do not keep a deleted folder, nor lose the rest', async () => {
    await addDigest();
    link('real/deep/up', '../..');
    addFile('2026-01-06.md', digestText({ id: otherId }));
    await refresh();
    removeAdded('real');
    await seenSoon(() => !api.getPaper(id), 'a deleted folder with links in it');
    assert.equal(places(otherId), '2026-01-06.md');
  });

  it('are explained', async () => {
    const uri = await addDigest();
    link('linked', 'real');
    await refresh();
    await vscode.commands.executeCommand('preprint.explainFile', addedUri('linked/2026-01-05.md'));
    const text = await waitFor(
      () => vscode.window.activeTextEditor?.document.getText(),
      'the report',
    );
    const name = vscode.workspace.asRelativePath(uri);
    assert.match(text, new RegExp(`No: ${name} is read, which is the same file\\.`));
  });
});

describe('Files that are not what they seem', () => {
  let api: PreprintApi;
  before(async () => {
    api = await preprint();
  });
  afterEach(restoreLibrary);

  it('are read when their watcher tells, and by Refresh Library, whatever size and time say', async () => {
    const uri = addFile('2026-01-05.md', digestText({ id, title: 'The Title A' }));
    const { atime, mtime } = statSync(uri.fsPath);
    const before = new Date(mtime.getTime() - 60_000);
    utimesSync(uri.fsPath, atime, before);
    await waitFor(() => api.getPaper(id), 'the digest');
    await vscode.commands.executeCommand('preprint.refreshLibrary');
    const rewrite = (title: string): void => {
      writeFileSync(uri.fsPath, digestText({ id, title }));
      utimesSync(uri.fsPath, atime, before);
    };
    rewrite('The Title B');
    await seenSoon(() => api.getPaper(id)?.title === 'The Title B', 'the same size and time');
    rewrite('The Title C');
    await vscode.commands.executeCommand('preprint.refreshLibrary');
    assert.equal(api.getPaper(id)?.title, 'The Title C');
  });

  it('are told when they are too large, and never opened when they are pipes', async () => {
    mkdirSync(addedUri('').fsPath, { recursive: true });
    const descriptor = openSync(addedUri('2026-01-07.md').fsPath, 'w');
    ftruncateSync(descriptor, 4 * 1024 ** 3);
    closeSync(descriptor);
    execFileSync('mkfifo', [addedUri('2026-01-08.md').fsPath]);
    addFile('2026-01-05.md', digestText({ id }));
    await waitFor(() => api.getPaper(id), 'the digest beside them');
    await vscode.commands.executeCommand('preprint.refreshLibrary');
    const before = process.memoryUsage.rss();
    await vscode.commands.executeCommand('preprint.showIndexReport');
    const text = await waitFor(() => {
      const shown = vscode.window.activeTextEditor?.document.getText();
      return shown?.includes('2026-01-07.md') === true && shown;
    }, 'the report');
    assert.match(text, /2026-01-07\.md.*4096 MB/);
    assert.match(text, /2026-01-08\.md.*cannot be read/);
    assert.ok(process.memoryUsage.rss() - before < 1e9);
    await closeEditors();
  });
});
