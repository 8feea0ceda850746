import * as vscode from 'vscode';
import { isWritable } from '../editor/files/writable.js';
import { confirmEntries, isInUse, type AddedEntries } from './addEntries.js';
import type { BibliographyService } from './bibliographyService.js';
import { citationEdit } from './citationEdit.js';
import type { CitationPlan } from './citationPlan.js';
import { nameOfFile } from './fileName.js';
import type { Declaration } from './newBibliography.js';

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
  const edit = citationEdit(document, edits, added, head);
  const changed = (await isWritable(document.uri)) ? changeOf(document) : undefined;
  if (changed) await vscode.workspace.applyEdit(edit);
  // VS Code may call an edit done that was not.
  if (!(await changed)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be edited.', nameOfFile(document.uri)),
    );
    return false;
  }
  return added === undefined || tellAdded(bibliographies, added, inUse);
}

/**
 * Looks whether entries have come into their bibliography, saves it unless it is in use, and tells the
 * person so, or what went wrong.
 * @param inUse what `isInUse` said before the edit
 */
export async function tellAdded(
  bibliographies: BibliographyService,
  added: AddedEntries,
  inUse: boolean,
): Promise<boolean> {
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
