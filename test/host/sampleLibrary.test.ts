import { after, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { globSync } from 'glob';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { sampleLibrary } from '../../src/host/sampleLibrary.js';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';

describe('The copy of the sample library', () => {
  const storage = makeTemporaryFolder('storage');
  after(() => rmSync(storage, { recursive: true }));

  const extension = {
    extensionUri: vscode.Uri.file(path.resolve('.')),
    globalStorageUri: vscode.Uri.file(path.join(storage, 'preprint')),
  };
  const source = path.resolve('media', 'sample');
  const files = globSync('**', { cwd: source, nodir: true });

  it('holds every file of it, byte for byte', async () => {
    const { fsPath } = await sampleLibrary(extension);
    assert.ok(fsPath.startsWith(storage));
    assert.ok(files.length > 5);
    assert.deepEqual(globSync('**', { cwd: fsPath, nodir: true }).sort(), files.toSorted());
    for (const file of files) {
      assert.deepEqual(
        readFileSync(path.join(fsPath, file)),
        readFileSync(path.join(source, file)),
        file,
      );
    }
  });

  it('keeps what a person has written, and gets back what they have deleted', async () => {
    const { fsPath } = await sampleLibrary(extension);
    const [note, digest] = ['notes/reading-notes.md', 'digests/2026-02-13.md'];
    writeFileSync(path.join(fsPath, note), 'Mine.');
    rmSync(path.join(fsPath, digest));
    writeFileSync(path.join(fsPath, 'new.md'), 'Mine as well.');
    await sampleLibrary(extension);
    assert.equal(readFileSync(path.join(fsPath, note), 'utf8'), 'Mine.');
    assert.equal(readFileSync(path.join(fsPath, 'new.md'), 'utf8'), 'Mine as well.');
    assert.deepEqual(
      readFileSync(path.join(fsPath, digest)),
      readFileSync(path.join(source, digest)),
    );
  });
});
