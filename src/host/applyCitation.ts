import * as vscode from 'vscode';
import { createIn } from '../editor/files/edits.js';
import { isWritable } from '../editor/files/writable.js';
import { confirmEntries, isInUse, writeEntries, type AddedEntries } from './addEntries.js';
import type { BibliographyService } from './bibliographyService.js';
import type { CitationPlan } from './citationPlan.js';
import { nameOfFile } from './fileName.js';
import type { Declaration } from './newBibliography.js';
import { openDocument } from './workspaceFiles.js';

/**
 * Writes the entries of a plan and the citation, as one edit: one undo in the document takes back
 * both. The person is told what could not be done.
 * @param document that cites
 * @param edits of the document; not empty
 * @param head what names the bibliography in another cell of the document's notebook
 * @returns whether the document and the bibliography have been changed
 */
export async function applyCitation(
  bibliographies: BibliographyService,
  { added }: CitationPlan,
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
  head?: Declaration,
): Promise<boolean> {
  const fault = await added?.permit.fault();
  if (fault) {
    void vscode.window.showErrorMessage(fault.refusal);
    return false;
  }
  const inUse = added !== undefined && isInUse(added.bibliography);
  const edit = new vscode.WorkspaceEdit();
  if (added) writeInSteps(edit, added);
  if (head) edit.set(head.document.uri, [head.edit]);
  edit.set(document.uri, [...edits]);
  const changed = (await isWritable(document.uri)) ? changeOf(document) : undefined;
  if (changed) await vscode.workspace.applyEdit(edit);
  // VS Code may call an edit done that was not.
  if (!(await changed)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be edited.', nameOfFile(document.uri)),
    );
    return false;
  }
  if (!added) return true;
  const problem = await confirmEntries({ bibliographies }, added, inUse);
  if (problem === undefined) {
    const keys = added.papers.map(({ key }) => key).join(', ');
    const told = vscode.l10n.t('Added to {0}: {1}', nameOfFile(added.bibliography), keys);
    vscode.window.setStatusBarMessage(`$(check) ${told}`, 5000);
    return true;
  }
  void vscode.window.showErrorMessage(problem);
  return false;
}

/** The window may tell of a change after it has said that the edit is done. */
const patienceMs = 2000;

/** Whether the document is about to change. */
function changeOf(document: vscode.TextDocument): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (changed: boolean): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(changed);
    };
    const timer = setTimeout(() => end(false), patienceMs);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) end(true);
    });
  });
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
