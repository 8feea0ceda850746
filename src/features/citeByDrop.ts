import * as vscode from 'vscode';
import { citationSyntax } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import { isInUse, type AddedEntries } from '../host/addEntries.js';
import { tellAdded } from '../host/applyCitation.js';
import { citationEdit } from '../host/citationEdit.js';
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
    async provideDocumentDropEdits(document, position, transfer, token) {
      const keys = await draggedPapers(transfer);
      const { library } = context.library;
      const papers = keys.flatMap((key) => library.paper(key) ?? []);
      if (papers.length === 0 || token.isCancellationRequested) return undefined;
      if (isGenerated(library, document.uri)) return undefined;
      return citation(context, document, position, papers);
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
  position: vscode.Position,
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
  const text = cite(plan.keys);
  if (plan.added) {
    // VS Code would write the citation first, and its undo would leave the entries.
    const drop = new vscode.DocumentDropEdit('', title, kind);
    const inserted = vscode.TextEdit.insert(position, text);
    drop.additionalEdit = citationEdit(document, [inserted], plan.added);
    onceCited(context, document, inserted, plan.added);
    return drop;
  }
  if (planned && 'problem' in planned && !isAlone) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The citation has no entry yet. {0}', planned.refusal),
    );
  }
  return new vscode.DocumentDropEdit(text, title, kind);
}

/** The person may choose another drop, and then there is nothing to save. */
const patienceMs = 10_000;

/**
 * VS Code writes when it has asked all providers, the citation last: then the bibliography is saved, the
 * person told, and the cursor goes behind the citation.
 */
function onceCited(
  { bibliographies }: FeatureContext,
  document: vscode.TextDocument,
  { newText, range: { start } }: vscode.TextEdit,
  added: AddedEntries,
): void {
  const inUse = isInUse(added.bibliography);
  const end = (): void => {
    clearTimeout(timer);
    listener.dispose();
  };
  const timer = setTimeout(end, patienceMs);
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document) return;
    if (!event.contentChanges.some(({ text }) => text.includes(newText))) return;
    end();
    const behind = document.positionAt(document.offsetAt(start) + newText.length);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document || !editor.selection.active.isEqual(start)) continue;
      editor.selection = new vscode.Selection(behind, behind);
    }
    void tellAdded(bibliographies, added, inUse);
  });
}
