import { afterEach, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, openFile, openUntitled, positionOf, textAt } from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { definitionsAt, referencesAt } from './support/providers.js';
import { waitFor } from './support/waitFor.js';

/**
 * `digests/2026-02-14.md: 2602.12257`, for each place that a definition leads to. Sorted here, as
 * VS Code sorts them by path whatever order it is given.
 */
async function definitions(editor: vscode.TextEditor): Promise<string[]> {
  const links = await definitionsAt(editor.document, editor.selection.active);
  const places = links.map(({ targetUri, targetSelectionRange, targetRange }) => {
    assert.ok(targetSelectionRange, 'a definition selects something');
    assert.ok(targetRange.contains(targetSelectionRange), 'what it selects is in the entry');
    return told(targetUri, targetSelectionRange);
  });
  return places.sort();
}

async function references(editor: vscode.TextEditor): Promise<string[]> {
  const places = await referencesAt(editor.document, editor.selection.active);
  return places.map(({ uri, range }) => told(uri, range)).sort();
}

function told(uri: vscode.Uri, range: vscode.Range): string {
  // What an earlier test has deleted may be listed until the watcher tells of it.
  const isGone = uri.scheme === 'file' && !existsSync(uri.fsPath);
  const text = uri.scheme !== 'file' ? '(unsaved)' : isGone ? '(gone)' : textAt(uri, range);
  return `${vscode.workspace.asRelativePath(uri)}: ${text}`;
}

describe('Go to Definition on an identifier', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('leads to every digest that tells of the paper, with the id selected', async () => {
    assert.deepEqual(await definitions(await openUntitled('arXiv:2602.12|257v3')), [
      'digests/2026-02-13.md: 2602.12257',
      'digests/2026-02-14.md: 2602.12257',
    ]);
  });

  it('leads to the title where a digest gives no id', async () => {
    assert.deepEqual(await definitions(await openUntitled('arXiv:2602.10|637')), [
      'digests/2026-02-12.md: 2602.10637',
      'trending/trending-2026-02.txt: Coarse-Grained Boltzmann Generators',
    ]);
  });

  it('shows the whole entry', async () => {
    const { document, selection } = await openUntitled('arXiv:2602.12|128');
    const [link] = await definitionsAt(document, selection.active);
    assert.ok(link);
    const digest = await vscode.workspace.openTextDocument(link.targetUri);
    const lines = digest.getText(link.targetRange).split('\n');
    assert.match(lines[0] ?? '', /^### \[5\] \[HLA: Hadamard Linear Attention\]/);
    assert.equal(lines.at(-1), '</details>');
  });

  for (const [language, text] of [
    ['markdown', '[text](https://arxiv.org/pdf/2602.12|128v1)'],
    ['latex', '\\href{https://arxiv.org/abs/2602.12|128}{HLA}'],
    ['bibtex', '@misc{k,\n  eprint = {2602.12|128}\n}'],
    ['python', '# arXiv:2602.12|128'],
    ['plaintext', 'https://doi.org/10.48550/arXiv.2602.12|128'],
  ] as const) {
    it(`works in an unsaved ${language} document`, async () => {
      assert.deepEqual(await definitions(await openUntitled(text, language)), [
        'digests/2026-02-13.md: 2602.12128',
      ]);
    });
  }

  it('works in a digest, and leads from one to the other', async () => {
    const editor = await openFile(sampleUri('digests/2026-02-13.md'));
    const at = positionOf(editor.document, '2602.10680', 3);
    editor.selection = new vscode.Selection(at, at);
    assert.deepEqual(await definitions(editor), [
      'digests/2026-02-12.md: 2602.10680',
      'digests/2026-02-13.md: 2602.10680',
    ]);
  });

  it('finds an old identifier under each of its spellings', async () => {
    addFile('2026-01-05.md', digestText({ id: 'math.GT/0301901v2', title: 'Old Knots' }));
    const api = await preprint();
    await waitFor(() => api.getPaper('math/0301901'), 'the paper');
    for (const spelling of ['arXiv:math/030|1901', 'arXiv:math.GT/0301|901v1']) {
      assert.deepEqual(await definitions(await openUntitled(spelling)), [
        'added/2026-01-05.md: math.GT/0301901v2',
      ]);
    }
  });

  it('leads nowhere for a paper that no digest holds', async () => {
    assert.deepEqual(await definitions(await openUntitled('arXiv:1706.03|762')), []);
  });
});

describe('Go to References on an identifier', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('finds every digest and every note that names the paper', async () => {
    const { document } = await openFile(sampleUri('notes/reading-notes.md'));
    const places = await referencesAt(document, positionOf(document, '2602.10637', 3));
    assert.deepEqual(places.map(({ uri, range }) => told(uri, range)).sort(), [
      'README.md: 2602.10637',
      'digests/2026-02-12.md: 2602.10637',
      'notes/reading-notes.md: 2602.10637',
      'paper/references.bib: 2602.10637',
      'paper/references.bib: 2602.10637',
      'trending/trending-2026-02.txt: Coarse-Grained Boltzmann Generators',
    ]);
  });

  it('finds mentions with and without version, by URL and by DOI', async () => {
    addFile('notes.md', 'arXiv:2602.12280v1, https://arxiv.org/pdf/2602.12280v2.pdf\n');
    addFile('paper.tex', '% doi:10.48550/arXiv.2602.12280\n');
    const editor = await openUntitled('arXiv:2602.12|280');
    await waitFor(async () => (await references(editor)).length === 5, 'all five places');
    assert.deepEqual(
      await references(editor),
      [
        `${editor.document.uri.path}: (unsaved)`,
        'added/notes.md: 2602.12280v1',
        'added/notes.md: 2602.12280v2',
        'added/paper.tex: 2602.12280',
        'digests/2026-02-14.md: 2602.12280',
      ].sort(),
    );
  });

  it('finds the mentions of a paper that no digest holds', async () => {
    const { document } = await openFile(sampleUri('notes/reading-notes.md'));
    const places = await referencesAt(document, positionOf(document, 'hep-th/9711200', 3));
    assert.deepEqual(
      places.map(({ uri, range }) => told(uri, range)),
      ['notes/reading-notes.md: hep-th/9711200', 'notes/reading-notes.md: hep-th/9711200v3'],
    );
  });

  it('finds a paper that another digest only quotes', async () => {
    addFile(
      '2026-01-05.md',
      digestText({ id: '2601.91003', summary: 'It extends arXiv:2602.12128.' }),
    );
    const editor = await openFile(sampleUri('digests/2026-02-13.md'));
    const at = positionOf(editor.document, '2602.12128', 3);
    editor.selection = new vscode.Selection(at, at);
    await waitFor(
      async () => (await references(editor)).includes('added/2026-01-05.md: 2602.12128'),
      'the quotation',
    );
  });
});
