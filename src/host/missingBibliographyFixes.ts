import * as vscode from 'vscode';
import { createIn } from '../editor/files/edits.js';
import { Permit } from '../editor/files/permit.js';
import type { CitationProblem, UnfoundBibliography } from './citationChecks.js';
import { entryTarget } from './entryRefusal.js';
import type { FeatureContext } from './featureContext.js';
import { nameOfFile } from './fileName.js';
import { QuickFix } from './quickFix.js';
import { relativePath } from './relativePath.js';

/** More are no help. */
const mostOthers = 3;

/** For a bibliography that is named and not there: another one that is, or to create it. */
export async function missingBibliographyFixes(
  { bibliographies }: Pick<FeatureContext, 'bibliographies'>,
  document: vscode.TextDocument,
  { finding: { bibliography }, range }: CitationProblem<UnfoundBibliography>,
): Promise<QuickFix[]> {
  const { path, wanted } = bibliography;
  const named = new Set((await bibliographies.of(document)).map((uri) => uri.toString()));
  const others = (await bibliographies.inWorkspace(document)).filter(
    (uri) => !named.has(uri.toString()),
  );
  const isNamesake = (uri: vscode.Uri): boolean => nameIn(uri.path) === nameIn(path);
  const likeliest = [...others.filter(isNamesake), ...others.filter((uri) => !isNamesake(uri))];
  const fixes = likeliest.slice(0, mostOthers).map((uri) => {
    const written = document.getText(range);
    const full = relativePath(document.uri, uri);
    // `\bibliography{refs}` leaves the extension out.
    const changed = /\.bib$/i.test(written) ? full : full.replace(/\.bib$/i, '');
    return new QuickFix(vscode.l10n.t('Change to "{0}"', changed), document.uri, () => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, range, changed);
      return Promise.resolve(edit);
    });
  });
  const creation = wanted && (await createFix(bibliographies, document, wanted));
  return creation ? [...fixes, creation] : fixes;
}

async function createFix(
  bibliographies: FeatureContext['bibliographies'],
  document: vscode.TextDocument,
  wanted: vscode.Uri,
): Promise<QuickFix | undefined> {
  const target = await entryTarget(bibliographies, { uri: wanted, missing: true });
  if ('refusal' in target) return undefined;
  const title = vscode.l10n.t('Create {0}', nameOfFile(wanted));
  return new QuickFix(title, document.uri, async () => {
    const permit = await Permit.inside(target.way);
    if (!(permit instanceof Permit)) throw new Error(permit.refusal);
    const edit = new vscode.WorkspaceEdit();
    createIn(edit, permit);
    return edit;
  });
}

function nameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
}
