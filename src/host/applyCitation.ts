import * as vscode from 'vscode';
import { confirmEntries, isInUse, writeEntries } from './addEntries.js';
import type { BibliographyService } from './bibliographyService.js';
import type { CitationPlan } from './citationPlan.js';
import { nameOfFile } from './fileName.js';

/**
 * Writes the entries of a plan and the citation, as one edit: one undo in the document takes back
 * both. The person is told what could not be done.
 * @param document that cites
 * @param edits of the document; not empty
 * @returns whether the document and the bibliography have been changed
 */
export async function applyCitation(
  bibliographies: BibliographyService,
  { added }: CitationPlan,
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
): Promise<boolean> {
  const inUse = added !== undefined && isInUse(added.bibliography);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  if (added) {
    joinUndo(edit, document.uri, added.bibliography);
    writeEntries(edit, added);
  }
  const changed = changeOf(document);
  await vscode.workspace.applyEdit(edit);
  // VS Code calls an edit done even where the document may only be read.
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
 * VS Code asks before it undoes one edit of several files, unless that belongs to a group. An edit
 * becomes a group of steps where it changes from texts to files: so here a file is made that is there,
 * and the second step touches the document too.
 */
function joinUndo(edit: vscode.WorkspaceEdit, document: vscode.Uri, other: vscode.Uri): void {
  edit.createFile(other, { ignoreIfExists: true });
  edit.insert(document, new vscode.Position(0, 0), '');
}
