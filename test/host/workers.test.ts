import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openUntitled } from './support/documents.js';
import { addFile, digestText, preprint, removeAdded, restoreLibrary } from './support/library.js';
import { cardAt } from './support/providers.js';
import { indexReport } from './support/report.js';
import { waitFor } from './support/waitFor.js';
import {
  killWorkers,
  liveWorkers,
  whileDeadly,
  whileEndless,
  withLittleMemory,
} from './support/workers.js';

const good = '2601.95001';
const alsoGood = '2601.95002';
const bad = '2601.95666';

/** The text of a file is sent to a worker as bytes, that of an editor as it is. */
function holds(marker: string, job = 'index'): (call: unknown) => boolean {
  return (call) => {
    const { name, params } = call as { name: string; params: { content?: unknown } | null };
    const content = params?.content;
    if (name !== job) return false;
    const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : content;
    return typeof text === 'string' && text.includes(marker);
  };
}

async function cardOf(id: string): Promise<string> {
  const { document, selection } = await openUntitled(`arXiv:${id.slice(0, 4)}|${id.slice(4)}`);
  return (await cardAt(document, selection.active)).value;
}

describe('A worker that dies', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
    await api.findPapers('langevin', 1);
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('is started again by the next question', async () => {
    assert.ok(liveWorkers().length > 0, 'no worker was seen to start');
    await killWorkers();
    const [paper] = await api.findPapers('langevin stromme', 10);
    assert.equal(paper?.id, '2602.12257');
    assert.match(await cardOf('2602.12257'), /command:preprint\.openPaper/);
  });

  it('takes no other document along than the one that it died of', async () => {
    const marker = 'A Title to Die Of';
    await whileDeadly(holds(marker), async () => {
      addFile('2026-01-05.md', digestText({ id: good }));
      addFile('2026-01-06.md', digestText({ id: bad, title: marker }));
      addFile('2026-01-07.md', digestText({ id: alsoGood, title: 'Quokkas of Rottnest' }));
      await waitFor(() => api.getPaper(good) && api.getPaper(alsoGood), 'the other digests');
      const problem = await waitFor(async () => {
        const report = await indexReport();
        return report.split('\n').find((line) => line.includes('2026-01-06.md:1'));
      }, 'the problem in the report');
      assert.match(problem, /Reading this file failed/);
      assert.equal(api.getPaper(bad), undefined);
      assert.equal((await api.findPapers('quokkas', 1))[0]?.id, alsoGood);
      assert.match(await cardOf(good), /command:preprint\.openPaper/);
    });
  });

  it('may try again when the document has changed', async () => {
    await whileDeadly(holds('A Title to Die Of'), async () => {
      addFile('2026-01-06.md', digestText({ id: bad, title: 'A Title to Die Of' }));
      await waitFor(async () => (await indexReport()).includes('2026-01-06.md:1'), 'the problem');
      addFile('2026-01-06.md', digestText({ id: bad, title: 'A Title to Live With' }));
      await waitFor(() => api.getPaper(bad), 'the mended digest');
      assert.doesNotMatch(await indexReport(), /2026-01-06\.md:1/);
    });
  });

  it('runs out of memory on a crafted file, and everything else works', async function () {
    this.timeout(180_000);
    const entries = Array.from(
      { length: 300_000 },
      (_, index) =>
        `### [1] [T](https://arxiv.org/abs/2101.${String(index % 100_000).padStart(5, '0')})\n*A*\n`,
    );
    await withLittleMemory(32, async () => {
      addFile('2026-01-08.md', entries.join('\n'));
      addFile('2026-01-05.md', digestText({ id: good }));
      await waitFor(() => api.getPaper(good), 'the other digest', 60_000);
      await waitFor(
        async () => /2026-01-08\.md:1 .*Reading this file failed/.test(await indexReport()),
        'the problem',
        60_000,
      );
      assert.equal((await api.findPapers('langevin stromme', 1))[0]?.id, '2602.12257');
      removeAdded('2026-01-08.md');
      await waitFor(
        async () => !(await indexReport()).includes('2026-01-08.md'),
        'its end',
        60_000,
      );
    });
  });
});

describe('A worker that is never done', () => {
  const marker = 'A Title to Wait For';
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
    await api.findPapers('langevin', 1);
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('is ended, and the document is left out until it changes', async function () {
    this.timeout(120_000);
    const sent: unknown[] = [];
    const isEndless = holds(marker);
    await whileEndless(
      (call) => isEndless(call) && sent.push(call) > 0,
      async () => {
        addFile('2026-01-06.md', digestText({ id: bad, title: marker }));
        await waitFor(() => sent.length > 0, 'the document to be sent');
        addFile('2026-01-05.md', digestText({ id: good }));
        addFile('2026-01-07.md', digestText({ id: alsoGood, title: 'Quokkas of Rottnest' }));
        await waitFor(() => api.getPaper(good) && api.getPaper(alsoGood), 'the others', 60_000);
        const problem = await waitFor(
          async () => {
            const report = await indexReport();
            return report.split('\n').find((line) => line.includes('2026-01-06.md:1'));
          },
          'the problem in the report',
          60_000,
        );
        assert.match(problem, /takes too long/);
        assert.equal((await api.findPapers('quokkas', 1))[0]?.id, alsoGood);
        assert.match(await cardOf(good), /command:preprint\.openPaper/);
        assert.equal(sent.length, 1, 'the document was sent again');
        addFile('2026-01-06.md', digestText({ id: bad, title: 'A Title to Live With' }));
        await waitFor(() => api.getPaper(bad), 'the mended digest');
        assert.doesNotMatch(await indexReport(), /2026-01-06\.md:1/);
      },
    );
  });

  it('leaves out a bibliography, says so in it, and reads the others', async function () {
    this.timeout(120_000);
    const problemIn = async (uri: vscode.Uri): Promise<string> => {
      await vscode.window.showTextDocument(uri);
      const problem = await waitFor(
        () => vscode.languages.getDiagnostics(uri).find(({ source }) => source === 'Preprint'),
        `the problem in ${uri.path}`,
        60_000,
      );
      return problem.message;
    };
    const sent: unknown[] = [];
    const isEndless = holds(marker, 'setBibliography');
    await whileEndless(
      (call) => isEndless(call) && sent.push(call) > 0,
      async () => {
        const bomb = addFile('bomb.bib', `@misc{bomb, title = {${marker}}}\n`);
        const other = addFile(
          'other.bib',
          '@misc{a, title = {T}, eprint = {2413.00001}, archivePrefix = {arXiv}}\n',
        );
        assert.match(await problemIn(bomb), /takes too long/);
        assert.match(await problemIn(other), /is not an arXiv id/);
        assert.equal(sent.length, 1, 'the bibliography was sent again');
      },
    );
  });

  it('loses no search when a digest cannot be made searchable', async function () {
    this.timeout(180_000);
    const sent: unknown[] = [];
    const isEndless = holds(marker, 'buildShard');
    await whileEndless(
      (call) => isEndless(call) && sent.push(call) > 0,
      async () => {
        addFile('2026-01-06.md', digestText({ id: bad, title: marker }));
        await waitFor(() => api.getPaper(bad), 'the digest');
        await waitFor(
          async () => /2026-01-06\.md:1 .*searchable/.test(await indexReport()),
          'the problem in the report',
          90_000,
        );
        await killWorkers();
        assert.equal((await api.findPapers('langevin stromme', 1))[0]?.id, '2602.12257');
        assert.equal(sent.length, 1, 'the digest was sent again');
      },
    );
  });
});

describe('Show Index Report', () => {
  afterEach(closeEditors);

  it('tells what the index holds, and links problems to their lines', async () => {
    await preprint();
    addFile('2026-01-05.md', digestText({ id: good }).replace('[Total: 1]', '[Total: 2]'));
    const report = await waitFor(async () => {
      const text = await indexReport();
      return text.includes('2026-01-05.md:5') && text;
    }, 'the problem');
    assert.match(report, /^# Preprint Index Report$/m);
    assert.match(report, /^- Digests of the format "daily": \d+$/m);
    assert.match(report, /^- Papers, each counted once: 20$/m);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document && document.uri.scheme === 'preprint-report');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const link = links.find(({ range }) => document.getText(range).endsWith('2026-01-05.md:5'));
    const { path, fragment } = link?.target ?? {};
    assert.ok(path?.endsWith('2026-01-05.md'));
    assert.equal(fragment, 'L5');
    await closeEditors();
    await restoreLibrary();
  });

  it('has everything read again after Rebuild Index and Refresh Library', async () => {
    const api = await preprint();
    const before = api.paperCount;
    await vscode.commands.executeCommand('preprint.rebuildIndex');
    assert.equal(api.paperCount, before);
    assert.match(await indexReport(), /^- Documents from the cache: 0$/m);
    assert.equal((await api.findPapers('langevin stromme', 1))[0]?.id, '2602.12257');
    // What size and time say does not count there either.
    await vscode.commands.executeCommand('preprint.refreshLibrary');
    assert.match(await indexReport(), /^- Documents from the cache: 0$/m);
    assert.equal(api.paperCount, before);
  });
});
