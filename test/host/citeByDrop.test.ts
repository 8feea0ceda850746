import { afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { hadamard, hadamardEntry, langevin } from './support/citing.js';
import { closeEditors, openAdded, openFile } from './support/documents.js';
import { dropPapers } from './support/drops.js';
import { addedUri, addFile, preprint, restoreLibrary } from './support/library.js';
import { saidDuring, statusDuring } from './support/said.js';
import { waitFor } from './support/waitFor.js';

const other = '@book{other,\n  title = {A Book}\n}\n';

async function textOf(name: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(addedUri(name))).getText();
}

describe('Papers that are dropped into a note', () => {
  before(preprint);
  // VS Code keeps a file that was changed and closed: each test has one of its own.
  let refs: string;
  let count = 0;
  beforeEach(() => {
    refs = `dropped${++count}.bib`;
  });
  afterEach(async () => {
    await closeEditors();
    await restoreLibrary();
  });

  const onDisk = (): string => readFileSync(addedUri(refs).fsPath, 'utf8');
  const note = (text: string): string => `---\nbibliography: ${refs}\n---\n\n${text}\n`;
  /** Drops, and sees that the person is told once of the entries, and of nothing else. */
  const dropped = async (editor: vscode.TextEditor, ...papers: string[]): Promise<void> => {
    const said = await saidDuring(async () => {
      const told = await statusDuring(async (until) => {
        await dropPapers(editor, ...papers);
        await waitFor(() => until.length > 0, 'a word of the entries');
      });
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', new RegExp(`Added to .*${refs}: ${hadamard.key}`));
    });
    assert.deepEqual(said, []);
  };

  it('are cited as Insert Citation does it, and one undo takes back the entry of a closed bibliography', async () => {
    addFile(refs, other);
    const editor = await openAdded('note.md', note('See |.'));
    await dropped(editor, hadamard.paper);
    assert.equal(editor.document.getText(), note(`See [@${hadamard.key}].`));
    assert.equal(onDisk(), `${other}\n${hadamardEntry}\n`);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => editor.document.getText() === note('See .'), 'the note as it was');
    await waitFor(async () => (await textOf(refs)) === other, 'the bibliography as it was');
    await (await vscode.workspace.openTextDocument(addedUri(refs))).save();
    assert.equal(onDisk(), other);
  });

  it('are cited as one, with all their entries, and have the cursor behind them', async () => {
    addFile(refs, other);
    const editor = await openAdded('note.md', note('See |.'));
    await dropped(editor, hadamard.paper, langevin.paper);
    assert.match(onDisk(), /2602\.12257/);
    const cited = `See [@${hadamard.key}; @${langevin.key}]`;
    assert.equal(editor.document.getText(), note(`${cited}.`));
    await waitFor(() => editor.selection.active.character === cited.length, 'the cursor');
    await vscode.commands.executeCommand('undo');
    await waitFor(async () => (await textOf(refs)) === other, 'the bibliography as it was');
    assert.equal(editor.document.getText(), note('See .'));
  });

  it('leave a bibliography that is open in an editor to be saved there', async () => {
    addFile(refs, other);
    const bibliography = await openFile(addedUri(refs));
    const editor = await openAdded('note.md', note('See |.'));
    await dropped(editor, hadamard.paper);
    assert.equal(bibliography.document.getText(), `${other}\n${hadamardEntry}\n`);
    assert.ok(bibliography.document.isDirty);
    assert.equal(onDisk(), other);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => bibliography.document.getText() === other, 'the bibliography as it was');
    assert.equal(editor.document.getText(), note('See .'));
  });

  it('are cited without an entry, and it is said, where references are typeset already', async () => {
    const text = (cite: string): string =>
      `\\documentclass{article}\n\\begin{document}\nSee ${cite}.\n\\begin{thebibliography}{1}\n\\bibitem{own} A. Own, A work.\n\\end{thebibliography}\n\\end{document}\n`;
    const editor = await openAdded('own.tex', text('|'));
    const said = await saidDuring(() => dropPapers(editor, hadamard.paper));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /no entry yet.*typeset already, in .*own\.tex/);
    assert.equal(editor.document.getText(), text(`\\cite{${hadamard.key}}`));
  });
});
