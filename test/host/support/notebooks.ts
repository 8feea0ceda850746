import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readMarks } from './documents.js';
import { addFile } from './library.js';
import { waitFor } from './waitFor.js';

/** Kind and text of a cell, the text with the marks of `readMarks`. */
export type Cell = readonly ['markdown' | 'code' | 'raw', string];

/** A notebook as Jupyter writes it, but for its outputs. */
export function notebookText(...cells: readonly Cell[]): string {
  const made = cells.map(([kind, marked], index) => ({
    cell_type: kind,
    ...(kind === 'code' && { execution_count: null }),
    id: `cell${index}`,
    metadata: {},
    ...(kind === 'code' && { outputs: [] }),
    source: readMarks(marked).text.split(/(?<=\n)/),
  }));
  const metadata = { language_info: { name: 'python' } };
  return `${JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/**
 * Writes a notebook of the test and opens it as a click on it does: closing the editor closes the
 * notebook as well.
 */
export async function openNotebook(
  name: string,
  ...cells: readonly Cell[]
): Promise<vscode.NotebookDocument> {
  const uri = addFile(name, notebookText(...cells));
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return waitFor(
    () => vscode.workspace.notebookDocuments.find((open) => open.uri.toString() === uri.toString()),
    `the notebook ${name}`,
  );
}

export function cellOf(notebook: vscode.NotebookDocument, index: number): vscode.TextDocument {
  return notebook.cellAt(index).document;
}

/** The editor of a cell, as if somebody had clicked into it, with the cursor at an offset. */
export async function editCell(
  notebook: vscode.NotebookDocument,
  index: number,
  offset: number,
): Promise<vscode.TextEditor> {
  const document = cellOf(notebook, index);
  const range = new vscode.NotebookRange(index, index + 1);
  await vscode.window.showNotebookDocument(notebook, { selections: [range] });
  const editor = await waitFor(async () => {
    await vscode.commands.executeCommand('notebook.cell.edit');
    const active = vscode.window.activeTextEditor;
    return active?.document === document ? active : undefined;
  }, `an editor of cell ${index}`);
  const position = document.positionAt(offset);
  editor.selections = [new vscode.Selection(position, position)];
  await waitFor(() => editor.selection.active.isEqual(position), 'the cursor');
  return editor;
}

/** The offset of the one cursor in a text with marks. */
export function cursorIn(marked: string): number {
  const [cursor] = readMarks(marked).selections;
  assert.ok(cursor, `no cursor in "${marked}"`);
  return cursor[0];
}
