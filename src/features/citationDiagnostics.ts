import * as vscode from 'vscode';
import { CitationChecks, type CitationProblem } from '../host/citationChecks.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { findingText } from '../host/findingText.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { diagnosticLevel } from '../host/settings.js';
import { diagnosticsSection } from '../host/contributions.js';

/** What is typed in one go is looked at when it is done. */
const quietMs = 400;
/** A bibliography as long as this takes a second to read. */
const manyLines = 50_000;
const quietOfLongMs = 2500;

/** Tells, in open documents, what is wrong with their citations and with bibliographies. */
export function registerCitationDiagnostics(context: FeatureContext): Disposable {
  const { bibliographies, library, log } = context;
  const checks = new CitationChecks(bibliographies, library);
  const store = new DisposableStore();
  const told = store.add(vscode.languages.createDiagnosticCollection('preprint'));
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const check = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const problems = await checks.of(document);
    // Changed in the meantime: the next look is waiting already.
    if (store.disposed || document.isClosed || document.version !== version) return;
    told.set(
      document.uri,
      problems.flatMap((problem) => diagnostic(problem, document) ?? []),
    );
  };
  const forget = ({ uri }: vscode.TextDocument): void => {
    clearTimeout(waiting.get(uri.toString()));
    waiting.delete(uri.toString());
    told.delete(uri);
  };
  const soon = (document: vscode.TextDocument): void => {
    if (!checks.concern(document)) {
      if (told.has(document.uri)) forget(document);
      return;
    }
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    const wait = document.lineCount > manyLines ? quietOfLongMs : quietMs;
    const look = (): void => {
      waiting.delete(key);
      check(document).catch((error: unknown) => log.error(`${key}: ${String(error)}`));
    };
    waiting.set(key, setTimeout(look, wait));
  };
  const all = (): void => vscode.workspace.textDocuments.forEach(soon);

  const { workspace } = vscode;
  store.add(workspace.onDidOpenTextDocument(soon));
  store.add(workspace.onDidChangeTextDocument(({ document }) => soon(document)));
  store.add(workspace.onDidCloseTextDocument(forget));
  // Another cell may be the first now, whose header counts for all.
  store.add(
    workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) notebook.getCells().forEach((cell) => soon(cell.document));
    }),
  );
  store.add(bibliographies.onDidChange(all));
  store.add(
    library.onDidChange(({ digests, documents }) => {
      if (digests)
        workspace.textDocuments.filter((each) => documents.has(each.uri.toString())).forEach(soon);
    }),
  );
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(diagnosticsSection)) all();
    }),
  );
  store.add({ dispose: () => waiting.forEach(clearTimeout) });
  all();
  return store;
}

/** undefined when the person does not want to know. */
function diagnostic(
  { finding, range }: CitationProblem,
  { uri }: vscode.TextDocument,
): vscode.Diagnostic | undefined {
  const level = diagnosticLevel(finding.check, uri);
  if (level === undefined) return undefined;
  const isGuess = finding.check === 'samePaper' && !finding.certain;
  const { Hint } = vscode.DiagnosticSeverity;
  const made = new vscode.Diagnostic(range, findingText(finding), isGuess ? Hint : level);
  made.source = 'Preprint';
  made.code = finding.check;
  const others =
    finding.check === 'samePaper'
      ? finding.others
      : finding.check === 'duplicateKey'
        ? [finding.first]
        : [];
  made.relatedInformation = others.map(
    ({ key, keyRange }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, toRange(keyRange)),
        vscode.l10n.t('The entry "{0}"', key),
      ),
  );
  return made;
}
