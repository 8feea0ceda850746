import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import { closeEditors, openUntitled } from './support/documents.js';
import {
  addFile,
  addedUri,
  brokenFile,
  digestText,
  preprint,
  removeAdded,
  restoreLibrary,
  samplePapers,
} from './support/library.js';
import { cardAt } from './support/providers.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

/** What is to be read of each broken file (`test/fixtures/README.md`): papers by id or key. */
const survivors: Readonly<Record<string, readonly string[]>> = {
  'empty.md': [],
  'binary.md': [],
  'no-entries.md': [],
  'cut.md': ['2601.90101', '2601.90102'],
  'cut-header.md': ['2601.90111'],
  'cut-title.md': ['2601.90121'],
  'cut-fields.md': ['2601.90131', '2601.90132'],
  'links.md': ['2601.90701', '2601.90702', 'math/0301901', 'doi:10.5555/example.90704'],
};

const files = readdirSync(path.dirname(brokenFile('empty.md'))).filter((name) =>
  name.endsWith('.md'),
);

/** The papers that a broken file must give; for most files all the ids of its headers. */
function expected(name: string): readonly string[] {
  const listed = survivors[name];
  if (listed) return listed;
  const text = readFileSync(brokenFile(name), 'utf8');
  return Array.from(text.matchAll(/^\uFEFF?### .*\/(2601\.\d{5})\)/gm), ([, id]) => id ?? '');
}

/** What people do with a paper: none of it may fail. */
async function use(id: string): Promise<void> {
  await vscode.commands.executeCommand('preprint.openPaper', keyOf(id));
  if (!/^\d/.test(id)) return;
  const { document, selection } = await openUntitled(`arXiv:${id.slice(0, 4)}|${id.slice(4)}`);
  const { value } = await cardAt(document, selection.active);
  assert.match(value, /command:preprint\.openPaper/);
  assert.doesNotMatch(value, /[^\P{Cc}\n]/u);
}

function keyOf(id: string): string {
  return id.includes(':') ? id : `arxiv:${id}`;
}

describe('A broken digest', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  for (const name of files) {
    const ids = expected(name);
    const what = ids.length === 0 ? 'gives no paper' : `still gives ${ids.join(', ')}`;
    it(`${what}: ${name}`, async () => {
      addFile(`2026-01-02_${name}`, readFileSync(brokenFile(name)));
      addFile('2026-01-01.md', digestText({ id: '2601.97001' }));
      await waitFor(
        () => ['2601.97001', ...ids].every((id) => api.getPaper(keyOf(id))),
        'its papers and those of the digest beside it',
      );
      assert.ok(api.paperCount > samplePapers);
      const said = await saidDuring(async () => {
        for (const id of ids.slice(0, 2)) await use(id);
      });
      assert.deepEqual(said, []);
    });
  }

  it('does not spoil the others when all are there at once', async () => {
    for (const name of files) addFile(`all/${name}`, readFileSync(brokenFile(name)));
    const ids = files.flatMap(expected);
    await waitFor(() => ids.every((id) => api.getPaper(keyOf(id))), `all ${ids.length} papers`);
    assert.ok(api.getPaper('2602.10637'));
    await vscode.commands.executeCommand('preprint.refreshLibrary');
    assert.ok(ids.every((id) => api.getPaper(keyOf(id))));
  });

  it('is read as far as it has come while it is being written', async () => {
    const text = readFileSync(brokenFile('toc-mismatch.md'), 'utf8');
    const ids = expected('toc-mismatch.md');
    const uri = addFile('2026-01-02.md', text.slice(0, text.lastIndexOf('### ')));
    await waitFor(() => api.getPaper(ids[0] ?? ''), 'the first entry');
    assert.equal(api.getPaper(ids[1] ?? ''), undefined);
    writeFileSync(uri.fsPath, text);
    await waitFor(() => api.getPaper(ids[1] ?? ''), 'the second entry');
  });
});

describe('Files that are not to be read', () => {
  let api: PreprintApi;

  before(async () => {
    api = await preprint();
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('a file of 100 MB is left alone, holds nothing up, and counts once it is small', async () => {
    const small = digestText({ id: '2601.97002' });
    const uri = addedUri('2026-01-03.md');
    addFile('2026-01-01.md', digestText({ id: '2601.97001' }));
    await waitFor(() => api.getPaper('2601.97001'), 'the digest beside it');
    const longest = await longestBlock(async () => {
      addFile('2026-01-03.md', small);
      truncateSync(uri.fsPath, 100 * 1024 * 1024);
      addFile('2026-01-02.md', digestText({ id: '2601.97003' }));
      await waitFor(() => api.getPaper('2601.97003'), 'a digest that comes later');
    });
    assert.equal(api.getPaper('2601.97002'), undefined);
    assert.ok(longest < 500, `nothing was answered for ${longest} ms`);
    truncateSync(uri.fsPath, Buffer.byteLength(small));
    await waitFor(() => api.getPaper('2601.97002'), 'the file that is small now');
  });

  it('a binary file is left alone, whatever its name', async () => {
    const noise = Buffer.alloc(100_000, digestText({ id: '2601.97002' }));
    for (let at = 0; at < noise.length; at += 7) noise[at] = 0;
    addFile('2026-01-03.md', noise);
    addFile('2026-01-01.md', digestText({ id: '2601.97001' }));
    await waitFor(() => api.getPaper('2601.97001'), 'the digest beside it');
    assert.equal(api.paperCount, samplePapers + 1);
  });

  it('a digest that goes while the reader shows it does no harm', async () => {
    addFile('2026-01-01.md', digestText({ id: '2601.97001' }));
    await waitFor(() => api.getPaper('2601.97001'), 'the digest');
    const said = await saidDuring(async () => {
      await vscode.commands.executeCommand('preprint.openPaper', 'arxiv:2601.97001');
      removeAdded();
      await waitFor(() => !api.getPaper('2601.97001'), 'its end');
      addFile('2026-01-01.md', digestText({ id: '2601.97001', title: 'It Is Back' }));
      const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
      await waitFor(() => tabs().some(({ label }) => label === 'It Is Back'), 'its return');
    });
    assert.deepEqual(said, []);
  });

  it('a reader that is closed before its page is made does no harm', async () => {
    const opening = vscode.commands.executeCommand('preprint.openPaper', 'arxiv:2602.10637');
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    await waitFor(() => tabs().length > 0, 'the tab');
    await vscode.window.tabGroups.close(tabs());
    await opening;
  });
});

/** The longest time in milliseconds for which the extension host did nothing else. */
async function longestBlock(act: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = Date.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, Date.now() - last);
    last = Date.now();
  }, 5);
  try {
    await act();
  } finally {
    clearInterval(timer);
  }
  return longest;
}
