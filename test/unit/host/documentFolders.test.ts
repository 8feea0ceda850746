import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentFolders } from '../../../src/host/documentFolders.js';

describe('documents by their folders', () => {
  const at = (folders: DocumentFolders, uri: string): string[] => [...folders.at(uri)].sort();

  it('are those of a folder, however deep, and a document itself', () => {
    const folders = new DocumentFolders();
    for (const name of ['a/1.md', 'a/b/2.md', 'ab/3.md']) folders.add(`file:///w/${name}`);
    assert.deepEqual(at(folders, 'file:///w/a'), ['file:///w/a/1.md', 'file:///w/a/b/2.md']);
    assert.deepEqual(at(folders, 'file:///w/ab/3.md'), ['file:///w/ab/3.md']);
    assert.deepEqual(at(folders, 'file:///w/none'), []);
    assert.equal(at(folders, 'file:///w').length, 3);
  });

  it('are gone when they are deleted, and the others stay', () => {
    const folders = new DocumentFolders();
    for (const name of ['a/1.md', 'a/b/2.md']) folders.add(`file:///w/${name}`);
    folders.delete('file:///w/a/b/2.md');
    folders.delete('file:///w/a/b/2.md');
    assert.deepEqual(at(folders, 'file:///w'), ['file:///w/a/1.md']);
    folders.add('file:///w/a/b/2.md');
    assert.deepEqual(at(folders, 'file:///w/a/b'), ['file:///w/a/b/2.md']);
  });

  it('may come where a document was', () => {
    const folders = new DocumentFolders();
    folders.add('file:///w/a.md');
    folders.add('file:///w/a.md/1.md');
    assert.deepEqual(at(folders, 'file:///w/a.md'), ['file:///w/a.md', 'file:///w/a.md/1.md']);
    folders.delete('file:///w/a.md');
    assert.deepEqual(at(folders, 'file:///w'), ['file:///w/a.md/1.md']);
    folders.add('file:///w/a.md');
    folders.delete('file:///w/a.md/1.md');
    assert.deepEqual(at(folders, 'file:///w'), ['file:///w/a.md']);
  });
});
