import { after, afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openFile } from './support/documents.js';
import {
  addFile,
  addedUri,
  digestText,
  preprint,
  removeAdded,
  restoreLibrary,
} from './support/library.js';
import { seenSoon, waitFor } from './support/waitFor.js';

const id = '2601.96001';
const another = '2601.96002';

describe('Searching the digests', () => {
  let api: PreprintApi;
  const ids = async (query: string, limit = 10): Promise<(string | undefined)[]> =>
    (await api.findPapers(query, limit)).map((paper) => paper.id);

  before(async () => {
    api = await preprint();
  });

  describe('finds', () => {
    before(async () => {
      addFile(
        '2026-01-05.md',
        digestText(
          {
            id,
            title: 'Wombats in Space',
            summary: '袋熊可以在太空中生存的研究。',
            category: 'cs.RO',
          },
          { id: another, title: 'Space for Wombats', summary: 'Space and wombats, apart.' },
        ),
      );
      await waitFor(() => api.getPaper(another), 'the digest');
    });
    after(restoreLibrary);

    const table: readonly (readonly [string, readonly string[]])[] = [
      ['wombats', [id, another]],
      ['WOMBAT spaces', [id, another]],
      ['生存', [id]],
      ['袋熊 太空', [id]],
      ['袋熊太空', []],
      ['"wombats in space"', [id]],
      ['"space for wombats"', [another]],
      ['wombats -"space for wombats"', [id]],
      ['"wombats for space"', []],
      ['wombats cat:cs.RO', [id]],
      ['wombats cs.LG', [another]],
      ['wombats author:sample', [id, another]],
      ['wombats +title:apart', []],
      ['wombats date:2026-01', [id, another]],
      ['wombats date:<2026-01', []],
      ['wombats in:added', [id, another]],
      ['wombats in:elsewhere', []],
      ['wombast', [id, another]],
      ['womb*', [id, another]],
      [`arXiv:${id}v2`, [id]],
      ['wombats "', [id, another]],
      ['wombats title:', [id, another]],
      ['wombats^', [id, another]],
    ];
    for (const [query, expected] of table) {
      it(`${query} in ${expected.length} papers`, async () => {
        assert.deepEqual((await ids(query)).sort(), [...expected].sort());
      });
    }

    it('the paper with the rarer word first, and no more than asked for', async () => {
      assert.equal((await ids('wombats apart'))[0], another);
      assert.equal((await ids('space wombats', 1)).length, 1);
    });
  });

  describe('follows', () => {
    afterEach(async () => {
      await closeEditors();
      await restoreLibrary();
    });

    it('a digest that is written, changed and deleted', async () => {
      addFile('2026-01-05.md', digestText({ id, summary: 'On quokkas.' }));
      await seenSoon(async () => (await ids('quokkas')).length === 1, 'a digest that is written');
      addFile('2026-01-05.md', digestText({ id, summary: 'On numbats.' }));
      await seenSoon(async () => (await ids('numbats')).length === 1, 'a digest that is changed');
      assert.deepEqual(await ids('quokkas'), []);
      removeAdded('2026-01-05.md');
      await seenSoon(async () => (await ids('numbats')).length === 0, 'a digest that is deleted');
    });

    it('what is typed into a digest', async () => {
      addFile('2026-01-05.md', digestText({ id, summary: 'On quokkas.' }));
      await waitFor(() => api.getPaper(id), 'the digest');
      const editor = await openFile(addedUri('2026-01-05.md'));
      const at = editor.document.positionAt(editor.document.getText().indexOf('quokkas'));
      await editor.edit((edit) => edit.insert(at, 'bilbies and '));
      await seenSoon(async () => (await ids('bilbies')).length === 1, 'what is typed');
      assert.deepEqual(await ids('"bilbies and quokkas"'), [id]);
    });

    it('a digest that is renamed, without losing its papers for a moment', async () => {
      addFile('2026-01-05.md', digestText({ id, summary: 'On quokkas.' }));
      await waitFor(() => api.getPaper(id), 'the digest');
      const name = (): string | undefined => api.getPaper(id)?.occurrences[0]?.date?.value;
      assert.equal(name(), '2026-01-05');
      renameSync(addedUri('2026-01-05.md').fsPath, addedUri('2026-01-09.md').fsPath);
      await waitFor(() => {
        assert.ok(api.getPaper(id), 'the paper is gone');
        return api.getPaper(id)?.occurrences.length === 1 && name() === '2026-01-09';
      }, 'the new name');
      assert.deepEqual(await ids('quokkas date:2026-01-09'), [id]);
      assert.deepEqual(await ids('quokkas date:2026-01-05'), []);
    });
  });
});
