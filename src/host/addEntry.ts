import * as vscode from 'vscode';
import type { Paper } from '../core/paper.js';
import { confirmEntries, isInUse, writeEntries, type EntryServices } from './addEntries.js';
import { planCitation } from './citationPlan.js';
import { askToCreate } from './newBibliography.js';

/**
 * Adds the entry of a paper that a document cites already, by the key that it cites it by, and saves the
 * bibliography. The person is asked where that is needed, and told what could not be done.
 */
export async function addEntry(
  services: EntryServices,
  document: vscode.TextDocument,
  paper: Paper,
  key: string,
): Promise<void> {
  const asking = { asksOutside: true, mayCreate: askToCreate };
  const plan = await planCitation(services, document, [paper], { keys: [key], ...asking });
  if (!plan) return;
  if ('problem' in plan) {
    void vscode.window.showErrorMessage(plan.refusal);
    return;
  }
  if (!plan.added) return;
  const inUse = isInUse(plan.added.bibliography);
  const edit = new vscode.WorkspaceEdit();
  writeEntries(edit, plan.added);
  await vscode.workspace.applyEdit(edit);
  const problem = await confirmEntries(services, plan.added, inUse);
  if (problem !== undefined) void vscode.window.showErrorMessage(problem);
}
