import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { PreprintApi } from '../../src/host/publicApi.js';
import {
  closeEditors,
  discardActiveEditor,
  openAdded,
  openFile,
  openUntitled,
  replaceText,
} from './support/documents.js';
import { addFile, digestText, preprint, restoreLibrary, sampleUri } from './support/library.js';
import { referencesAt } from './support/providers.js';
import { seenSoon, waitFor } from './support/waitFor.js';

const id = '2601.92001';

describe('A digest that is open in an editor', () => {
  let api: PreprintApi;
  let editor: vscode.TextEditor;
  const title = (): string | undefined => api.getPaper(id)?.title;

  before(async () => {
    api = await preprint();
  });
  beforeEach(async () => {
    const uri = addFile('2026-01-05.md', digestText({ id, title: 'The First Title' }));
    await waitFor(() => title() === 'The First Title', 'the digest');
    editor = await openFile(uri);
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  it('counts as it stands there, before it is saved', async () => {
    await replaceText(editor, 'The First Title', 'A Typed Title');
    await seenSoon(() => title() === 'A Typed Title', 'a title that is typed');
    assert.match(readFileSync(editor.document.uri.fsPath, 'utf8'), /The First Title/);
  });

  it('keeps what is saved', async () => {
    await replaceText(editor, 'The First Title', 'A Saved Title');
    await editor.document.save();
    await seenSoon(() => title() === 'A Saved Title', 'a title that is saved');
    await discardActiveEditor();
    await waitFor(() => !isOpen(editor.document), 'the document to close');
    assert.equal(title(), 'A Saved Title');
  });

  it('is what the disk holds again when it is closed without saving', async () => {
    await replaceText(editor, 'The First Title', 'A Dropped Title');
    await waitFor(() => title() === 'A Dropped Title', 'the typed title');
    await discardActiveEditor();
    await seenSoon(() => title() === 'The First Title', 'a change that is dropped');
  });

  it('is read where halves of characters stand in it', async () => {
    const table = (name: string): string =>
      `# Papers\n\n<table class="papers">\n<tbody>\n<tr class="paper">\n<td>2026-01-05</td>\n<td><div class="paper-title"><a href="a.md">${name}</a></div></td>\n<td>Ada Example</td>\n<td><a href="https://arxiv.org/abs/2601.92004">2601.92004</a></td>\n</tr>\n`;
    const page = await openFile(addFile('index-of-halves.md', table('A &amp; B')));
    const named = (): string | undefined => api.getPaper('2601.92004')?.title;
    await waitFor(() => named() === 'A & B', 'the table');
    await replaceText(page, 'A &amp; B', '\udc00\udc00 &amp; Typed');
    await seenSoon(() => named() === '\ufffd\ufffd & Typed', 'a title with halves of characters');
    await discardActiveEditor();
  });

  it('gains and loses papers while it is edited', async () => {
    const more = digestText({ id, title: 'The First Title' }, { id: '2601.92002' });
    const before = editor.document.getText();
    await replaceText(editor, before, more);
    await seenSoon(() => api.getPaper('2601.92002'), 'an entry that is pasted');
    await vscode.commands.executeCommand('undo');
    await seenSoon(() => !api.getPaper('2601.92002'), 'an entry that is undone');
    assert.equal(title(), 'The First Title');
  });

  it('is told of by its new version when another program writes it', async () => {
    writeFileSync(editor.document.uri.fsPath, digestText({ id, title: 'From Outside' }));
    await seenSoon(() => title() === 'From Outside', 'a change from outside to an open digest');
  });

  it('holds its unsaved text against what another program writes', async () => {
    await replaceText(editor, 'The First Title', 'A Typed Title');
    await waitFor(() => title() === 'A Typed Title', 'the typed title');
    writeFileSync(editor.document.uri.fsPath, digestText({ id, title: 'From Outside' }));
    addFile('2026-01-06.md', digestText({ id: '2601.92003' }));
    await waitFor(() => api.getPaper('2601.92003'), 'a later change');
    assert.equal(title(), 'A Typed Title');
  });
});

describe('A note that names a paper', () => {
  before(preprint);
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  /** How often files with this in their path name the paper 2602.12280. */
  async function mentionsIn(path: string): Promise<number> {
    const digest = sampleUri('digests/2026-02-14.md');
    const lines = readFileSync(digest.fsPath, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('2602.12280'));
    const position = new vscode.Position(line, lines[line]?.indexOf('2602.12280') ?? 0);
    const places = await referencesAt({ uri: digest }, position);
    return places.filter(({ uri }) => uri.path.includes(path)).length;
  }

  it('is among the references while it is written, and no longer when the id is deleted', async () => {
    const editor = await openAdded('notes.md', 'Read | before Monday.\n');
    await editor.edit((edit) => edit.insert(editor.selection.active, 'arXiv:2602.12280'));
    await seenSoon(async () => (await mentionsIn('notes.md')) === 1, 'an id that is typed');
    await replaceText(editor, 'arXiv:2602.12280', 'it');
    await seenSoon(async () => (await mentionsIn('notes.md')) === 0, 'an id that is deleted');
  });

  it('counts without ever having been saved, until it is closed', async () => {
    const { document } = await openUntitled('Read arXiv:2602.12280 and arXiv:2602.12280v1.');
    await seenSoon(async () => (await mentionsIn(document.uri.path)) === 2, 'an untitled note');
    await discardActiveEditor();
    await seenSoon(async () => (await mentionsIn(document.uri.path)) === 0, 'its end');
  });

  it('counts in a language that no setting includes only as long as it is open', async () => {
    await openAdded('code.py', '# arXiv:2602.12280\n');
    await seenSoon(async () => (await mentionsIn('code.py')) === 1, 'code that is opened');
    await discardActiveEditor();
    await seenSoon(async () => (await mentionsIn('code.py')) === 0, 'code that is closed');
  });

  it('counts once when its language is changed', async () => {
    const { document } = await openUntitled('arXiv:2602.12280');
    await waitFor(async () => (await mentionsIn(document.uri.path)) === 1, 'the note');
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await openUntitled('arXiv:2602.12280');
    await waitFor(async () => (await mentionsIn('Untitled')) === 2, 'both notes');
  });
});

function isOpen(document: vscode.TextDocument): boolean {
  return vscode.workspace.textDocuments.some(
    ({ uri }) => uri.toString() === document.uri.toString(),
  );
}
