import * as vscode from 'vscode';
import { createIn } from '../editor/files/edits.js';
import { writeEntries, type AddedEntries } from './addEntries.js';
import type { Declaration } from './newBibliography.js';
import { openDocument } from './workspaceFiles.js';

/**
 * Entries and the citation as one edit: one undo in the document takes back both.
 * @param document that cites
 * @param edits of the document; not empty
 * @param head what names the bibliography in another cell of the document's notebook
 */
export function citationEdit(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
  added: AddedEntries | undefined,
  head?: Declaration,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  if (added) writeInSteps(edit, added);
  if (head) edit.set(head.document.uri, [head.edit]);
  edit.set(document.uri, [...edits]);
  return edit;
}

/**
 * VS Code asks before it undoes a step that has changed several files, unless the step belongs to a
 * group with another one of the same file; and it forgets steps of one file alone when that is closed.
 * So the last step is the citation's, and as far as the bibliography is closed, the entries' as well:
 * its first step makes the file or writes all but the end of the entries. Of an open one, two steps
 * would be refused, since the second is for a text of another version.
 */
function writeInSteps(edit: vscode.WorkspaceEdit, added: AddedEntries): void {
  const { bibliography, missing } = added;
  if (missing) {
    writeEntries(edit, added);
    return;
  }
  const [first, last] = openDocument(bibliography) ? [added, undefined] : inTwo(added);
  writeEntries(edit, first);
  // An edit begins a step where it changes from texts to files: this file is there.
  createIn(edit, added.permit);
  if (last) writeEntries(edit, last);
}

/** The end has one character, or a line end. */
function inTwo(added: AddedEntries): readonly [AddedEntries, AddedEntries] {
  const { text, position } = added;
  const end = /(?:\r\n|[^])$/u.exec(text)?.[0] ?? '';
  const start = text.slice(0, text.length - end.length);
  const lines = start.split(/\r\n|\r|\n/);
  const lastLine = lines.at(-1)?.length ?? 0;
  const behind =
    lines.length === 1
      ? position.translate(0, lastLine)
      : new vscode.Position(position.line + lines.length - 1, lastLine);
  return [
    { ...added, text: start },
    { ...added, text: end, position: behind },
  ];
}
