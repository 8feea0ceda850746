import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, insertCitation } from './support/citing.js';
import { closeEditors, openAdded, openFile, positionOf } from './support/documents.js';
import { addFile, preprint, restoreLibrary } from './support/library.js';
import { saidDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

const entry = (key: string, author: string): string =>
  `@misc{${key},\n  title = {A Title of Some Length},\n  author = {${author}}\n}\n`;
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const note = 'See [@muller2020] and |.\n';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    ...([document.uri, positionOf(document, text, 2)] as const),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** VS Code may still hold a document of the last test: each has a folder of its own. */
let folders = 0;
const inFolder = (name: string): string => `encodings${folders}/${name}`;

describe('A bibliography that is not UTF-8', () => {
  before(preprint);
  beforeEach(() => {
    folders++;
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const text = entry('muller2020', 'Müller, Jörg');

  it('is read as what it is', async () => {
    addFile(inFolder('refs.bib'), latin(text));
    const { document } = await openAdded(inFolder('note.md'), note);
    assert.match(await hoverAt(document, 'muller2020'), /Müller/);
  });

  it('keeps its bytes when an entry is added', async () => {
    const bib = addFile(inFolder('refs.bib'), latin(text));
    const { document } = await openAdded(inFolder('note.md'), note);
    assert.deepEqual(await saidDuring(() => insertCitation(hadamard.paper)), []);
    assert.ok(document.getText().includes(hadamard.key));
    const wanted = latin(`${text}\n${hadamardEntry}\n`);
    await waitFor(() => readFileSync(bib.fsPath).equals(wanted), 'the entry on the disk');
  });

  it('keeps its bytes when an entry is added to its editor', async () => {
    const bib = addFile(inFolder('refs.bib'), latin(text));
    const { document: shown } = await openFile(bib);
    assert.ok(shown.getText().includes('\uFFFD'), 'VS Code takes it for UTF-8');
    await openAdded(inFolder('note.md'), note);
    assert.deepEqual(await saidDuring(() => insertCitation(hadamard.paper)), []);
    assert.ok(shown.getText().includes('Müller'));
    assert.ok(await shown.save());
    assert.ok(readFileSync(bib.fsPath).equals(latin(`${text}\n${hadamardEntry}\n`)));
  });

  it('gets no entry while its editor has changes that lost its letters', async () => {
    const bytes = latin(text);
    const bib = addFile(inFolder('refs.bib'), bytes);
    const editor = await openFile(bib);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    const changed = editor.document.getText();
    const { document } = await openAdded(inFolder('note.md'), note);
    const before = document.getText();
    const said = await saidDuring(() => insertCitation(hadamard.paper));
    assert.match(said.join(), /Reopen it with the encoding windows1252 first/);
    assert.equal(document.getText(), before);
    assert.equal(editor.document.getText(), changed);
    assert.ok(readFileSync(bib.fsPath).equals(bytes));
  });

  it('keeps its bytes when a key is renamed', async () => {
    const bib = addFile(inFolder('refs.bib'), latin(text));
    const tex = addFile(
      inFolder('chapter.tex'),
      latin('Größe \\cite{muller2020}, \\addbibresource{refs.bib}\n'),
    );
    const { document } = await openAdded(inFolder('note.md'), note);
    const at = positionOf(document, 'muller2020', 2);
    const api = await preprint();
    await api.whenReady();
    const edit = await waitFor(async () => {
      const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        ...([document.uri, at, 'mueller'] as const),
      );
      return made.entries().length === 3 && made;
    }, 'an edit of three files');
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const uri of [bib, tex]) {
      assert.ok(await (await vscode.workspace.openTextDocument(uri)).save());
    }
    assert.ok(readFileSync(bib.fsPath).equals(latin(entry('mueller', 'Müller, Jörg'))));
    assert.equal(readFileSync(tex.fsPath, 'latin1').slice(0, 20), 'Größe \\cite{mueller}');
  });
});
