import * as vscode from 'vscode';
import { citationSyntax } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import { confirmEntries, isInUse, writeEntries, type AddedEntries } from '../host/addEntries.js';
import { planCitation } from '../host/citationPlan.js';
import { citedPaper } from '../host/citedPaper.js';
import type { FeatureContext } from '../host/featureContext.js';
import { isGenerated } from '../host/generatedDigest.js';
import type { Disposable } from '../host/lifecycle.js';
import { draggedPapers, paperMime } from '../host/paperDrag.js';
import { citationPreferences, citationSettings } from '../host/settings.js';

/** What the drop is called where VS Code offers several. */
const kind = vscode.DocumentDropOrPasteEditKind.Text.append('preprint', 'cite');

/** A paper that is dragged from the view into a document is cited there, as Insert Citation does. */
export function registerCiteByDrop(context: FeatureContext): Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, _position, transfer, token) {
      const keys = await draggedPapers(transfer);
      const { library } = context.library;
      const papers = keys.flatMap((key) => library.paper(key) ?? []);
      if (papers.length === 0 || token.isCancellationRequested) return undefined;
      if (isGenerated(library, document.uri)) return undefined;
      return citation(context, document, papers);
    },
  };
  return vscode.languages.registerDocumentDropEditProvider({ pattern: '**' }, provider, {
    providedDropEditKinds: [kind],
    dropMimeTypes: [paperMime],
  });
}

/** A drop asks no questions: where one would be needed, the citation comes without an entry. */
async function citation(
  context: FeatureContext,
  document: vscode.TextDocument,
  papers: readonly Paper[],
): Promise<vscode.DocumentDropEdit> {
  const title = vscode.l10n.t('Insert Citation');
  const settings = citationSettings(document);
  const syntax = citationSyntax(
    document.languageId,
    document.uri.path,
    citationPreferences(settings),
  );
  const cite = (keys: readonly string[]): string =>
    syntax.format(
      papers.map((paper, index) => ({ key: keys[index] ?? '', paper: citedPaper(paper) })),
    );
  if (!syntax.usesKeys) return new vscode.DocumentDropEdit(cite([]), title, kind);
  const isAlone = settings.bibliography === 'never';
  const planned = await planCitation(context, document, papers, { keysAlone: isAlone });
  const plan =
    planned && !('problem' in planned)
      ? planned
      : await planCitation(context, document, papers, { keysAlone: true });
  if (!plan || 'problem' in plan) {
    throw new Error(plan?.refusal ?? vscode.l10n.t('This document cannot cite the paper.'));
  }
  const drop = new vscode.DocumentDropEdit(cite(plan.keys), title, kind);
  if (plan.added) {
    drop.additionalEdit = new vscode.WorkspaceEdit();
    writeEntries(drop.additionalEdit, plan.added);
    saveOnceAdded(context, plan.added);
  } else if (planned && 'problem' in planned && !isAlone) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The citation has no entry yet. {0}', planned.refusal),
    );
  }
  return drop;
}

/** The person may choose another drop, and then there is nothing to save. */
const patienceMs = 10_000;

/** VS Code writes the entries when it has asked all providers; then the bibliography is saved. */
function saveOnceAdded(context: FeatureContext, added: AddedEntries): void {
  const name = added.bibliography.toString();
  const inUse = isInUse(added.bibliography);
  const end = (): void => {
    clearTimeout(timer);
    listener.dispose();
  };
  const timer = setTimeout(end, patienceMs);
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== name || contentChanges.length === 0) return;
    end();
    void confirmEntries(context, added, inUse).then((problem) => {
      if (problem !== undefined) void vscode.window.showErrorMessage(problem);
    });
  });
}
