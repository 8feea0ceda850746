import * as vscode from 'vscode';
import type { PaperKey } from '../core/paper.js';
import { addEntry } from '../host/addEntry.js';
import { bibliographyFixes } from '../host/bibliographyFixes.js';
import { CitationChecks, type CitationProblem } from '../host/citationChecks.js';
import { bibliographyDocuments, citingDocuments } from '../host/citingSelector.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { missingBibliographyFixes } from '../host/missingBibliographyFixes.js';
import { QuickFix } from '../host/quickFix.js';
import { addEntryCommand, unknownKeyFixes } from '../host/unknownKeyFixes.js';

/** What can be done about a problem of citations: in one edit, which one undo takes back. */
export function registerCitationFixes(context: FeatureContext): Disposable {
  const checks = new CitationChecks(context.bibliographies, context.library);
  const provider = vscode.languages.registerCodeActionsProvider(
    [...citingDocuments, ...bibliographyDocuments],
    {
      async provideCodeActions(document, _, { diagnostics }, token) {
        const own = diagnostics.filter(({ source }) => source === 'Preprint');
        if (own.length === 0) return undefined;
        // Told anew, because the text may have changed since.
        const problems = await checks.of(document);
        const actions: QuickFix[] = [];
        for (const diagnostic of own) {
          const problem = problems.find(
            ({ finding, range }) =>
              finding.check === diagnostic.code && range.isEqual(diagnostic.range),
          );
          if (!problem || token.isCancellationRequested) continue;
          for (const fix of await fixesOf(context, document, problem)) {
            fix.diagnostics = [diagnostic];
            actions.push(fix);
          }
        }
        const [first] = actions;
        if (first && own.length === 1 && actions.length === 1) first.isPreferred = true;
        return actions;
      },

      async resolveCodeAction(action) {
        if (!(action instanceof QuickFix)) return action;
        try {
          await action.fill();
        } catch (error) {
          // VS Code would keep to itself why nothing happens.
          const message = error instanceof Error ? error.message : String(error);
          void vscode.window.showErrorMessage(message);
        }
        return action;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
  const command = vscode.commands.registerCommand(addEntryCommand, (...args: unknown[]) =>
    addEntryOf(context, args.map(String)),
  );
  return vscode.Disposable.from(provider, command);
}

async function addEntryOf(
  context: FeatureContext,
  [uri, paperKey, key]: readonly string[],
): Promise<void> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  const paper = context.library.library.paper(paperKey as PaperKey);
  if (document && paper && key !== undefined) await addEntry(context, document, paper, key);
}

function fixesOf(
  context: FeatureContext,
  document: vscode.TextDocument,
  { finding, range }: CitationProblem,
): QuickFix[] | Promise<QuickFix[]> {
  switch (finding.check) {
    case 'unknownKey':
      return unknownKeyFixes(context, document, { finding, range });
    case 'missingBibliography':
      return missingBibliographyFixes(context, document, { finding, range });
    case 'duplicateKey':
      return bibliographyFixes.duplicateKey(context, document, { finding, range });
    case 'samePaper':
      return bibliographyFixes.samePaper(context, document, { finding, range });
    case 'missingEprint':
      return bibliographyFixes.missingEprint(context, document, { finding, range });
    case 'malformedId':
      return bibliographyFixes.malformedId(context, document, { finding, range });
    case 'brokenEntry':
      return [];
  }
}
