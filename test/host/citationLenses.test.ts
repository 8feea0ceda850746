import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hadamard, langevin } from './support/citing.js';
import { closeEditors, openAdded, openFile } from './support/documents.js';
import { preprint, restoreLibrary, sampleUri } from './support/library.js';
import { withSetting } from './support/settings.js';
import { waitFor } from './support/waitFor.js';

const bibliography = 'paper/references.bib';

/** What stands over the lines of a document: the text of the line, and the titles over it. */
async function lensesOf(document: vscode.TextDocument): Promise<Map<string, string[]>> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
  const titles = new Map<string, string[]>();
  for (const { range, command } of lenses) {
    const { text } = document.lineAt(range.start.line);
    titles.set(text, [...(titles.get(text) ?? []), command?.title ?? ''].sort());
  }
  return titles;
}

describe('Lines over entries', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('of a bibliography say how often each is cited, and open what a digest tells', async () => {
    const { document } = await openFile(sampleUri(bibliography));
    const titles = await lensesOf(document);
    assert.deepEqual(titles.get(`@misc{${langevin.key},`), ['4 uses', 'Read']);
    assert.deepEqual(titles.get('@article{betancourt2017hmc,'), ['4 uses']);
  });

  it('count again when a note cites one more time', async () => {
    const { document } = await openFile(sampleUri(bibliography));
    await openAdded(
      'note.md',
      `---\nbibliography: ../${bibliography}\n---\n\n[@${langevin.key}]\n`,
    );
    await waitFor(async () => {
      const titles = await lensesOf(document);
      return titles.get(`@misc{${langevin.key},`)?.[0] === '5 uses';
    }, 'one use more');
  });

  it('of a bibliography are gone when the setting says so', async () => {
    const { document } = await openFile(sampleUri(bibliography));
    await withSetting('preprint.codeLens.bibliographies', false, async () => {
      assert.deepEqual(await lensesOf(document), new Map());
    });
  });

  it('of a digest are there on request, to read, cite and open', async () => {
    const { document } = await openFile(sampleUri('digests/2026-02-13.md'));
    assert.deepEqual(await lensesOf(document), new Map());
    await withSetting('preprint.codeLens.digests', true, async () => {
      const titles = await lensesOf(document);
      const [over] = [...titles].find(([line]) => line.includes(hadamard.paper.slice(6))) ?? [];
      assert.deepEqual(titles.get(over ?? ''), ['Cite', 'Read', 'arXiv']);
    });
  });

  it('do not stand in bibliographies of more than two thousand entries', async () => {
    const entry = (number: number): string => `@misc{e${number}, title = {T}}\n`;
    const text = Array.from({ length: 2001 }, (_, number) => entry(number)).join('');
    const { document } = await openAdded('large.bib', text);
    assert.deepEqual(await lensesOf(document), new Map());
  });
});
