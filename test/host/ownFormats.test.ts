import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors } from './support/documents.js';
import { addFile, addedUri, digestText, preprint, restoreLibrary } from './support/library.js';
import { explained, indexReport } from './support/report.js';
import { saidDuring } from './support/said.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const setting = 'preprint.formats';
const id = '2601.96001';
const text = `Date: 2026-01-07

## A Paper of the Lab (${id})
By: Ada Example; Ben Sample
Gist: Zebrafish in short.
Abstract: All about zebrafish.
`;
const entry = '^## (?<title>.+?) \\((?<id>[^)]+)\\)$';
const labList = {
  entry,
  authors: '^By:',
  summary: '^Gist:',
  abstract: '^Abstract:',
  date: '^Date:',
};

describe('A format of one’s own', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('brings its papers into the library, and takes them out with the setting', async () => {
    addFile('lab.md', text);
    await withSetting(setting, { 'lab list': labList }, async () => {
      await waitFor(() => api.getPaper(id), 'the paper of the list');
      const paper = api.getPaper(id);
      assert.equal(paper?.title, 'A Paper of the Lab');
      assert.deepEqual(paper.authors, ['Ada Example', 'Ben Sample']);
      assert.equal(paper.occurrences[0]?.date?.value, '2026-01-07');
      await waitFor(
        async () => (await api.findPapers('zebrafish', 5)).some(({ key }) => key === paper.key),
        'its texts to be found',
      );
    });
    await waitFor(() => !api.getPaper(id), 'the setting gone');
  });

  it('reads again what a change of the setting reads in another way', async () => {
    addFile('lab.md', text);
    await withSetting(setting, { 'lab list': labList }, async () => {
      await waitFor(() => api.getPaper(id), 'the paper of the list');
      await waitFor(
        async () => (await api.findPapers('zebrafish', 5)).length > 0,
        'its texts to be found',
      );
      const other = { entry, category: '^By:' };
      await withSetting(setting, { 'lab list': other }, async () => {
        await waitFor(() => api.getPaper(id)?.authors.length === 0, 'the other description');
        assert.equal(api.getPaper(id)?.category, 'Ada Example; Ben Sample');
        await waitFor(
          async () => (await api.findPapers('zebrafish', 5)).length === 0,
          'texts that nothing describes to be forgotten',
        );
      });
    });
  });

  it('is for the files that it names', async () => {
    addFile('lab.md', text);
    addFile('other.md', text.replace(id, '2601.96002'));
    await withSetting(setting, { 'lab list': { ...labList, file: '**/lab.md' } }, async () => {
      await waitFor(() => api.getPaper(id), 'the paper of the list');
      assert.equal(api.getPaper('2601.96002'), undefined);
      const told = await explained(addedUri('other.md'));
      assert.match(told, /"lab list" is for other files: see its key "file"\./);
    });
  });

  it('comes before the formats that are built in', async () => {
    const uri = addFile('2026-01-05.md', digestText({ id }));
    const own = { entry: '^### \\[\\d+\\] \\[(?<title>.+)\\]\\((?<id>.+)\\)$' };
    await waitFor(() => api.getPaper(id)?.authors.length === 2, 'the digest');
    await withSetting(setting, { 'my daily': own }, async () => {
      await waitFor(
        () => api.getPaper(id)?.occurrences[0]?.format === 'my daily',
        'its own format',
      );
      assert.match(await explained(uri), /digest of the format "my daily"/);
    });
    await waitFor(() => api.getPaper(id)?.occurrences[0]?.format === 'daily', 'the built-in one');
  });

  it('says in which key of the setting it is wrong', async () => {
    addFile('lab.md', text);
    const said = await saidDuring(() =>
      withSetting(setting, { 'lab list': { entry: '^## (?<title>.+' } }, async () => {
        await waitFor(
          async () => /preprint\.formats › lab list › entry: /.test(await indexReport()),
          'the fault in the report',
        );
        assert.match(await explained(addedUri('lab.md')), /preprint\.formats › lab list › entry: /);
      }),
    );
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(
      said[0] ?? '',
      /^Warning: preprint\.formats › lab list › entry: the pattern cannot/,
    );
    assert.equal(api.getPaper(id), undefined);
  });

  it('holds nothing up with a pattern that backtracks without end', async () => {
    const uri = addFile('hostile.md', `${'a'.repeat(5_000)}!\n`.repeat(50));
    await withSetting(setting, { hostile: { entry: '(?<title>(a+)+)$' } }, async () => {
      addFile('2026-01-05.md', digestText({ id }));
      await waitFor(() => api.getPaper(id), 'a digest beside it');
      assert.match(await explained(uri), /entry matches no line\./);
      await waitFor(
        async () => !/still being read/.test(await indexReport()),
        'all documents to be read',
      );
    });
  });
});
