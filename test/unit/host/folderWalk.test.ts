import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { walkFolders } from '../../../src/host/folderWalk.js';
import { LinkedFolders, notesFilter } from '../support/linkedFolders.js';

describe('a walk of folders with links', () => {
  let folders: LinkedFolders;
  beforeEach(() => (folders = new LinkedFolders()));
  afterEach(() => folders.remove());

  const files = async (...starts: string[]): Promise<string[]> =>
    (await folders.walk(...starts)).files;

  it('finds files once although a link leads up', async () => {
    folders.write('notes/a.md', 'notes/deep/b.md');
    folders.link('notes/deep/up', '..');
    folders.link('notes/whole', '.');
    assert.deepEqual(await files('notes'), ['notes/a.md', 'notes/deep/b.md']);
  });

  it('lists each folder once, however many links lead to it', async () => {
    folders.write('notes/a.md', 'notes/deep/b.md');
    for (let number = 0; number < 60; number++) folders.link(`notes/deep/up${number}`, '..');
    assert.equal((await files('notes')).length, 2);
    assert.deepEqual([folders.listings, folders.questions], [2, 61]);
  });

  it('takes the real path, wherever the link stands', async () => {
    folders.write('notes/z/a.md');
    folders.link('notes/a', 'z');
    folders.link('notes/b/c', '../z');
    assert.deepEqual(await files('notes'), ['notes/z/a.md']);
  });

  it('enters what lies outside by the first link in order', async () => {
    folders.write('data/a.md', 'notes/n.md');
    folders.link('notes/second', '../data');
    folders.link('notes/first', '../data');
    assert.deepEqual(await files('notes'), ['notes/first/a.md', 'notes/n.md']);
  });

  it('enters what is inside but excluded, when a link leads to it', async () => {
    folders.write('notes/hidden/digests/a.md');
    folders.link('notes/digests', 'hidden/digests');
    assert.deepEqual(await files('notes'), ['notes/digests/a.md']);
  });

  it('enters what holds the folder itself, without coming back', async () => {
    folders.write('all/notes/n.md', 'all/other/o.md');
    folders.link('all/notes/up', '..');
    assert.deepEqual(await files('all/notes'), ['all/notes/n.md', 'all/notes/up/other/o.md']);
  });

  it('does not enter links to folders inside a linked folder', async () => {
    folders.write('data/a.md', 'elsewhere/e.md', 'notes/n.md');
    folders.link('data/more', '../elsewhere');
    folders.link('notes/data', '../data');
    assert.deepEqual(await files('notes'), ['notes/data/a.md', 'notes/n.md']);
  });

  it('finds a file once that links lead to', async () => {
    folders.write('notes/deep/a.md', 'data/b.md');
    folders.link('notes/a.md', 'deep/a.md');
    folders.link('notes/b.md', '../data/b.md');
    folders.link('notes/c.md', '../data/b.md');
    assert.deepEqual(await files('notes'), ['notes/b.md', 'notes/deep/a.md']);
  });

  it('finds by its link a file whose own name is not included', async () => {
    folders.write('notes/a.txt');
    folders.link('notes/a.md', 'a.txt');
    assert.deepEqual(await files('notes'), ['notes/a.md']);
  });

  it('passes over links that lead nowhere, and tells those that lead in a circle', async () => {
    folders.write('notes/n.md');
    folders.link('notes/folder', 'nowhere');
    folders.link('notes/self.md', 'self.md');
    const { files: found, unreadable } = await folders.walk('notes');
    assert.deepEqual(found, ['notes/n.md']);
    assert.deepEqual(unreadable, ['notes/self.md']);
  });

  it('finds once what lies in two folders of the workspace', async () => {
    folders.write('all/notes/n.md', 'all/a.md');
    folders.link('same', 'all');
    assert.deepEqual(await files('same', 'all', 'all/notes', 'all'), [
      'all/a.md',
      'all/notes/n.md',
    ]);
  });

  it('says by which path what links lead to is known', async () => {
    folders.write('data/a.md', 'notes/n.md');
    folders.link('notes/data', '../data');
    const { found, links } = await folders.walked('notes');
    assert.equal(found.get(folders.at('data')), folders.at('notes/data'));
    assert.deepEqual(
      links.map(({ place, real }) => [place, real]),
      [
        [folders.at('notes'), folders.at('notes')],
        [folders.at('notes/data'), folders.at('data')],
      ],
    );
  });

  it('enters each link once where no real paths are told, and no link inside it', async () => {
    folders.write('notes/deep/b.md');
    folders.link('notes/deep/up', '..');
    const disk = { ...folders.disk, real: () => Promise.resolve(undefined) };
    const start = { place: folders.at('notes'), path: '', filter: notesFilter };
    const { files: found } = await walkFolders([start], disk);
    assert.deepEqual(found.map((file) => file.slice(folders.at('notes/').length)).sort(), [
      'deep/b.md',
      'deep/up/deep/b.md',
    ]);
  });

  it('costs one listing for each folder, eight times as many for eight times the folders', async () => {
    const counts: number[] = [];
    for (const size of [10, 80]) {
      const start = `size${size}`;
      for (let number = 0; number < size; number++) {
        folders.write(`${start}/f${number}/n.md`);
        folders.link(`${start}/f${number}/up`, '..');
        folders.link(`${start}/f${number}/next`, `../f${(number + 1) % size}`);
      }
      assert.equal((await files(start)).length, size);
      counts.push(folders.listings, folders.questions);
    }
    assert.deepEqual(counts, [11, 21, 81, 161]);
  });
});
