import { afterEach, before, describe, it } from 'mocha';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openAdded } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary } from './support/library.js';
import { withSetting } from './support/settings.js';
import { seenSoon, waitFor } from './support/waitFor.js';

const id = '2601.95001';

describe('A setting that is changed', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('takes out excluded files at once, and brings them back', async () => {
    addFile('private/2026-01-05.md', digestText({ id }));
    await waitFor(() => api.getPaper(id), 'the digest');
    await withSetting('preprint.files.exclude', ['**/private/**'], () =>
      seenSoon(() => !api.getPaper(id), 'an excluded folder'),
    );
    await seenSoon(() => api.getPaper(id), 'the folder again');
  });

  it('brings in files of another kind at once, and takes them out again', async () => {
    addFile('2026-01-05.digest', digestText({ id }));
    await withSetting('preprint.files.include', ['**/*.{md,txt,digest}'], async () => {
      await seenSoon(() => api.getPaper(id), 'another kind of file');
      addFile('2026-01-06.digest', digestText({ id: '2601.95002' }));
      await seenSoon(() => api.getPaper('2601.95002'), 'a new file of that kind');
    });
    await seenSoon(() => !api.getPaper(id), 'its end');
  });

  it('hides from Preprint what it hides from the explorer', async () => {
    addFile('hidden/2026-01-05.md', digestText({ id }));
    await waitFor(() => api.getPaper(id), 'the digest');
    await withSetting('files.exclude', { '**/hidden': true }, () =>
      seenSoon(() => !api.getPaper(id), 'a hidden folder'),
    );
    await seenSoon(() => api.getPaper(id), 'the folder again');
  });

  it('takes out an excluded file even while it is open', async () => {
    await openAdded('private/2026-01-05.md', digestText({ id }));
    await waitFor(() => api.getPaper(id), 'the digest');
    await withSetting('preprint.files.exclude', ['**/private/**'], () =>
      seenSoon(() => !api.getPaper(id), 'an excluded file that is open'),
    );
  });

  it('lets larger files in at once', async () => {
    const large = digestText({ id, summary: 'Long. '.repeat(400_000) });
    await withSetting('preprint.files.maxSize', 1, async () => {
      addFile('2026-01-05.md', large);
      addFile('2026-01-06.md', digestText({ id: '2601.95003' }));
      await waitFor(() => api.getPaper('2601.95003'), 'the small digest');
      await waitFor(() => !api.getPaper(id), 'the large digest to be left out');
    });
    await seenSoon(() => api.getPaper(id), 'a larger file');
    await withSetting('preprint.files.maxSize', 1, () =>
      seenSoon(() => !api.getPaper(id), 'a file that is too large now'),
    );
  });
});
