import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { KnownPlaces } from '../../../src/host/knownPlaces.js';
import { LinkedFolders } from '../support/linkedFolders.js';

describe('places that are known by one path', () => {
  let folders: LinkedFolders;
  beforeEach(() => (folders = new LinkedFolders()));
  afterEach(() => folders.remove());

  async function placesIn(start: string): Promise<{
    known: (name: string) => string;
    holdsLinks: (name: string) => boolean;
  }> {
    const { links, found } = await folders.walked(start);
    const places = new KnownPlaces(links, found);
    const start0 = folders.at('').length + 1;
    return {
      known: (name) =>
        places
          .known(folders.at(name))
          .slice(start0 - 1)
          .replace(/^\//, ''),
      holdsLinks: (name) => places.holdsLinks(folders.at(name)),
    };
  }

  it('lead from a link to what is really there', async () => {
    folders.write('notes/real/a.md', 'notes/n.md');
    folders.link('notes/link', 'real');
    folders.link('notes/a.md', 'real/a.md');
    const { known } = await placesIn('notes');
    assert.equal(known('notes/link/a.md'), 'notes/real/a.md');
    assert.equal(known('notes/link/new/deep.md'), 'notes/real/new/deep.md');
    assert.equal(known('notes/a.md'), 'notes/real/a.md');
    assert.equal(known('notes/real/a.md'), 'notes/real/a.md');
    assert.equal(known('notes/n.md'), 'notes/n.md');
  });

  it('lead from what is really outside to the link by which it is read', async () => {
    folders.write('data/sub/a.md');
    folders.link('notes/second', '../data/sub');
    folders.link('notes/first', '../data');
    const { known } = await placesIn('notes');
    assert.equal(known('data/sub/a.md'), 'notes/first/sub/a.md');
    assert.equal(known('notes/second/a.md'), 'notes/first/sub/a.md');
    assert.equal(known('notes/first/b.md'), 'notes/first/b.md');
    assert.equal(known('elsewhere/c.md'), 'elsewhere/c.md');
  });

  it('lead on through links in a row, and end', async () => {
    folders.write('notes/real/a.md');
    folders.link('notes/real/up', '..');
    folders.link('notes/link', 'real');
    const { known } = await placesIn('notes');
    assert.equal(known('notes/link/up/link/a.md'), 'notes/real/a.md');
    assert.equal(known('notes/real/up/real/up/real/a.md'), 'notes/real/a.md');
  });

  it('say where links were, and nowhere else', async () => {
    folders.write('notes/deep/er/a.md', 'notes/plain/b.md');
    folders.link('notes/deep/er/up', '../..');
    const { holdsLinks } = await placesIn('notes');
    for (const name of ['notes', 'notes/deep', 'notes/deep/er', 'notes/deep/er/up']) {
      assert.ok(holdsLinks(name), name);
    }
    for (const name of ['notes/plain', 'notes/deep/er/a.md', 'notes/deep/er/up/deep']) {
      assert.ok(!holdsLinks(name), name);
    }
  });
});
