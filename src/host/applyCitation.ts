import * as vscode from 'vscode';
import type { BibliographyService } from './bibliographyService.js';
import type { CitationPlan, NoPlan } from './citationPlan.js';
import { nameOfFile } from './fileName.js';

/**
 * Applies a plan's edit, with whatever else was put into it, and reads the bibliography again.
 * @returns whether every entry is there; if not, the person has been told
 */
export async function applyCitation(
  bibliographies: BibliographyService,
  { edit, added, bibliography }: CitationPlan,
): Promise<boolean> {
  const applied = await vscode.workspace.applyEdit(edit);
  if (!bibliography) return applied;
  const found = await Promise.all(
    added.map(async ({ key }) => (await bibliographies.find([bibliography], key)).length > 0),
  );
  if (applied && found.every(Boolean)) return true;
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The entry could not be written to {0}.', nameOfFile(bibliography)),
  );
  return false;
}

/** Says why nothing can be cited, and what to do. */
export function tellNoPlan({ problem, bibliographies }: NoPlan): void {
  const message =
    problem === 'none'
      ? vscode.l10n.t(
          'This document has no bibliography. Name one in it, or set "preprint.bibliography.files".',
        )
      : vscode.l10n.t(
          'No entry can be added to {0}: it is read-only, or of a format that Preprint only reads.',
          bibliographies.map(nameOfFile).join(', '),
        );
  void vscode.window.showWarningMessage(message);
}
