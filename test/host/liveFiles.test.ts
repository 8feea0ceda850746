import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openUntitled } from './support/documents.js';
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
import { referencesAt } from './support/providers.js';
import { seenSoon, waitFor } from './support/waitFor.js';

const id = '2601.93001';

describe('What another program does to the files', () => {
  let api: PreprintApi;
  /** Where the paper's digests lie below the folder of the test. */
  const places = (of = id): string[] =>
    (api.getPaper(of)?.occurrences ?? []).map(({ uri }) =>
      path.posix.relative(addedUri('').path, vscode.Uri.parse(uri).path),
    );

  before(async () => {
    api = await preprint();
    assert.equal(api.paperCount, samplePapers);
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  async function addDigest(): Promise<vscode.Uri> {
    const uri = addFile('2026-01-05.md', digestText({ id, title: 'The First Title' }));
    await waitFor(() => api.getPaper(id), 'the digest');
    return uri;
  }

  it('is seen: a digest is written', async () => {
    addFile('2026-01-05.md', digestText({ id }));
    await seenSoon(() => api.getPaper(id), 'a digest that is written');
    assert.equal(api.paperCount, samplePapers + 1);
  });

  it('is seen: a digest is changed', async () => {
    const uri = await addDigest();
    writeFileSync(uri.fsPath, digestText({ id, title: 'Another Title' }));
    await seenSoon(() => api.getPaper(id)?.title === 'Another Title', 'a digest that is changed');
  });

  it('is seen: a digest is deleted', async () => {
    await addDigest();
    removeAdded('2026-01-05.md');
    await seenSoon(() => api.paperCount === samplePapers, 'a digest that is deleted');
  });

  it('is seen: a digest is renamed, and takes its date from its new name', async () => {
    const uri = await addDigest();
    renameSync(uri.fsPath, addedUri('2026-01-09.md').fsPath);
    await seenSoon(() => places().join() === '2026-01-09.md', 'a digest that is renamed');
    assert.equal(api.getPaper(id)?.occurrences[0]?.date?.value, '2026-01-09');
  });

  it('is seen: VS Code renames a digest', async () => {
    const uri = await addDigest();
    await vscode.workspace.fs.rename(uri, addedUri('2026-01-10.md'));
    await seenSoon(() => places().join() === '2026-01-10.md', 'a digest that VS Code renames');
  });

  it('is seen: a digest is written beside and put in its place, as careful programs do', async () => {
    const uri = await addDigest();
    writeFileSync(`${uri.fsPath}.tmp`, digestText({ id, title: 'A Careful Title' }));
    renameSync(`${uri.fsPath}.tmp`, uri.fsPath);
    await seenSoon(() => api.getPaper(id)?.title === 'A Careful Title', 'a file that is replaced');
    assert.deepEqual(places(), ['2026-01-05.md']);
  });

  it('is seen: a digest becomes a note, and the paper is only mentioned', async () => {
    const uri = await addDigest();
    writeFileSync(uri.fsPath, `I have read arXiv:${id}.\n`);
    await seenSoon(() => !api.getPaper(id), 'a digest that becomes a note');
    const { document, selection } = await openUntitled(`arXiv:26|01.93001`);
    const found = await referencesAt(document, selection.active);
    assert.ok(found.some((place) => place.uri.path === uri.path));
  });

  it('is seen: a folder with digests is moved in, renamed and deleted', async () => {
    const outside = path.join(path.dirname(sampleUri('').fsPath), 'outside');
    mkdirSync(path.join(outside, 'deep'), { recursive: true });
    writeFileSync(path.join(outside, '2026-01-05.md'), digestText({ id }));
    writeFileSync(path.join(outside, 'deep', '2026-01-06.md'), digestText({ id: '2601.93002' }));
    mkdirSync(addedUri('').fsPath, { recursive: true });
    renameSync(outside, addedUri('moved').fsPath);
    await seenSoon(() => api.paperCount === samplePapers + 2, 'a folder that is moved in');
    renameSync(addedUri('moved').fsPath, addedUri('renamed').fsPath);
    await seenSoon(() => places().join() === 'renamed/2026-01-05.md', 'a folder that is renamed');
    await waitFor(
      () => places('2601.93002').join() === 'renamed/deep/2026-01-06.md',
      'the folder inside it',
    );
    rmSync(addedUri('renamed').fsPath, { recursive: true });
    await seenSoon(() => api.paperCount === samplePapers, 'a folder that is deleted');
  });

  it('is seen: many digests at once, as after git pull', async () => {
    const ids = Array.from(
      { length: 60 },
      (_, index) => `2601.94${String(index).padStart(3, '0')}`,
    );
    for (const one of ids.slice(1)) addFile(`pull/${one}.md`, digestText({ id: one }));
    await seenSoon(() => api.paperCount === samplePapers + 59, '59 digests at once');
    removeAdded('pull');
    await seenSoon(() => api.paperCount === samplePapers, 'their end');
  });

  it('is seen as one paper when two digests tell of it, and survives one of them', async () => {
    await addDigest();
    addFile('2026-01-06.md', digestText({ id, title: 'The Second Title' }));
    await waitFor(() => places().length === 2, 'both digests');
    assert.equal(api.paperCount, samplePapers + 1);
    assert.equal(api.getPaper(id)?.title, 'The Second Title');
    removeAdded('2026-01-06.md');
    await seenSoon(() => api.getPaper(id)?.title === 'The First Title', 'the older digest');
  });

  it('is not mistaken: a folder with the name of a digest is no digest', async () => {
    mkdirSync(addedUri('2026-01-07.md').fsPath, { recursive: true });
    addFile('2026-01-07.md/2026-01-05.md', digestText({ id }));
    await waitFor(() => api.getPaper(id), 'the digest in it');
    assert.deepEqual(places(), ['2026-01-07.md/2026-01-05.md']);
  });
});
