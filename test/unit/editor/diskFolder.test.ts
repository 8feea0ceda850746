import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { entriesOnDisk } from '../../../src/editor/files/diskFolder.js';
import { LinkedFolders } from '../support/linkedFolders.js';

describe('what is in a folder of a disk', () => {
  let folders: LinkedFolders;
  beforeEach(() => (folders = new LinkedFolders()));
  afterEach(() => folders.remove());

  it('is told with what links lead to, and nothing is opened', async () => {
    folders.write('a/file.md', 'a/folder/b.md');
    folders.link('a/toFile', 'file.md');
    folders.link('a/toFolder', 'folder');
    folders.link('a/toNowhere', 'nowhere');
    folders.link('a/toItself', 'toItself');
    // To open a pipe would wait for its writer.
    if (process.platform !== 'win32') execFileSync('mkfifo', [folders.at('a/pipe.md')]);
    const entries = await entriesOnDisk(folders.at('a'));
    const described = entries.map(({ name, isFolder, isLink }) =>
      [name, isFolder && 'folder', isLink && 'link'].filter(Boolean).join(' '),
    );
    assert.deepEqual(described.filter((text) => text !== 'pipe.md').sort(), [
      'file.md',
      'folder folder',
      'toFile link',
      'toFolder folder link',
      'toItself link',
      'toNowhere link',
    ]);
  });

  it('is an error when it is not there, or no folder', async () => {
    folders.write('a.md');
    await assert.rejects(entriesOnDisk(folders.at('none')), { code: 'ENOENT' });
    await assert.rejects(entriesOnDisk(folders.at('a.md')), { code: 'ENOTDIR' });
  });
});
