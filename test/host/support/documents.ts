import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { addFile } from './library.js';
import { waitFor } from './waitFor.js';

/** Marks in the texts of tests: `|` is a cursor, `«` and `»` are the ends of a selection. */
const marks = /[|«»]/g;

export interface MarkedText {
  readonly text: string;
  /** Offsets of start and end; equal for a cursor. */
  readonly selections: readonly (readonly [number, number])[];
}

export function readMarks(marked: string): MarkedText {
  const selections: [number, number][] = [];
  let removed = 0;
  for (const { index, 0: mark } of marked.matchAll(marks)) {
    const at = index - removed++;
    const last = selections.at(-1);
    if (mark === '»') {
      assert.ok(last, '» without «');
      last[1] = at;
    } else {
      selections.push([at, at]);
    }
  }
  return { text: marked.replace(marks, ''), selections };
}

/** An unsaved document in an editor, with the cursors and selections of its marks. */
export async function openUntitled(marked: string, language = 'plaintext') {
  const { text, selections } = readMarks(marked);
  const document = await vscode.workspace.openTextDocument({ content: text, language });
  const editor = await vscode.window.showTextDocument(document);
  await select(editor, selections);
  return editor;
}

/** Writes a file of the test and opens it, with the cursors and selections of its marks. */
export async function openAdded(name: string, marked: string): Promise<vscode.TextEditor> {
  const { text, selections } = readMarks(marked);
  const editor = await openFile(addFile(name, text));
  await select(editor, selections);
  return editor;
}

/** Opens a file as a click on it does: closing the editor closes the document as well. */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return waitFor(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  }, `an editor of ${uri.path}`);
}

/**
 * A new editor of an untitled name begins with the cursors of the last one, and the window may say so
 * after they were set here: what it says after one more question to it is final.
 */
async function select(
  editor: vscode.TextEditor,
  selections: MarkedText['selections'],
): Promise<void> {
  if (selections.length === 0) return;
  const { document } = editor;
  const wanted = selections.map(
    ([start, end]) => new vscode.Selection(document.positionAt(start), document.positionAt(end)),
  );
  editor.selections = wanted;
  await vscode.commands.executeCommand('setContext', 'preprint.test.asked', true);
  await waitFor(
    () =>
      editor.selections.length === wanted.length &&
      wanted.every((selection, index) => editor.selections[index]?.isEqual(selection)),
    'the cursors',
  );
}

/** Where a text first stands in a document. */
export function positionOf(
  document: vscode.TextDocument,
  text: string,
  offset = 0,
): vscode.Position {
  const index = document.getText().indexOf(text);
  assert.ok(index >= 0, `"${text}" is not in ${document.uri.path}`);
  return document.positionAt(index + offset);
}

/** Types over what a text first covers. */
export async function replaceText(
  editor: vscode.TextEditor,
  from: string,
  to: string,
): Promise<void> {
  const start = positionOf(editor.document, from);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + from.length);
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to)));
}

/** Closes the editor and forgets what was not saved. */
export async function discardActiveEditor(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/**
 * Closes everything and forgets what was not saved, without a question. An untitled document goes
 * later than its tab, and its name is given to the next one: until it has gone, a question for that
 * name is answered with the old text.
 */
export async function closeEditors(): Promise<void> {
  const dirty = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => tab.isDirty);
  // VS Code opens a changed file of its own accord, some moments later.
  await waitFor(async () => {
    for (const { input } of dirty()) {
      if (input instanceof vscode.TabInputText) await vscode.window.showTextDocument(input.uri);
      else if (input instanceof vscode.TabInputNotebook) {
        await vscode.commands.executeCommand('vscode.open', input.uri);
      } else continue;
      await discardActiveEditor();
    }
    return dirty().length === 0;
  }, 'no editor with changes');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await waitFor(
    () =>
      vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0) &&
      vscode.workspace.textDocuments.every(({ isUntitled }) => !isUntitled),
    'all editors closed',
  );
}

/** The text that a place of a file on disk covers. */
export function textAt(uri: vscode.Uri, range: vscode.Range): string {
  assert.equal(range.start.line, range.end.line, 'the range is within one line');
  const line = readFileSync(uri.fsPath, 'utf8').split(/\r\n|\r|\n/)[range.start.line];
  return (line ?? '').slice(range.start.character, range.end.character);
}
