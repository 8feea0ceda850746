import * as vscode from 'vscode';
import { tellsOfLoss, type HealthGroup } from '../core/health/finding.js';
import type { JoinedDigest } from '../core/twins.js';
import { settings } from '../host/contributions.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { isGenerated } from '../host/generatedDigest.js';
import { groupText, healthText } from '../host/healthText.js';
import { DisposableStore, type Disposable } from '../host/lifecycle.js';
import { diagnosticLevel } from '../host/settings.js';

/** Tells, in open digests, what they lack. Closed ones are silent: a year of them would be a flood. */
export function registerDigestHealth({ health, library, log }: FeatureContext): Disposable {
  const store = new DisposableStore();
  const told = store.add(vscode.languages.createDiagnosticCollection('preprint.digests'));
  /** With its twins, as each document was looked at: another object when one of them is another. */
  const looked = new WeakMap<vscode.TextDocument, JoinedDigest>();

  const check = async (document: vscode.TextDocument): Promise<void> => {
    const { uri, version } = document;
    const known = library.library.document(uri.toString());
    const isChecked = known && isGenerated(library.library, uri);
    if (!isChecked || diagnosticLevel('digestHealth', uri) === undefined) {
      told.delete(uri);
      return;
    }
    const joined = library.library.digestOf(known.uri);
    if (joined) looked.set(document, joined);
    const groups = await health.of(known);
    // Changed in the meantime: the library reads it anew, and tells.
    const isSame = document.version === version && library.library.document(known.uri) === known;
    // The setting may be another by now.
    const level = diagnosticLevel('digestHealth', uri);
    if (store.disposed || document.isClosed || !isSame || level === undefined) return;
    told.set(
      uri,
      groups.flatMap((group) => diagnostics(group, level)),
    );
  };
  const look = (document: vscode.TextDocument): void => {
    check(document).catch((error: unknown) => log.error(`${document.uri.path}: ${String(error)}`));
  };

  const { workspace } = vscode;
  store.add(workspace.onDidOpenTextDocument(look));
  store.add(workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri)));
  store.add(
    library.onDidChange(({ documents }) => {
      const isOther = (document: vscode.TextDocument): boolean => {
        const uri = document.uri.toString();
        return documents.has(uri) || looked.get(document) !== library.library.digestOf(uri);
      };
      workspace.textDocuments.filter(isOther).forEach(look);
    }),
  );
  store.add(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.digestHealth)) workspace.textDocuments.forEach(look);
    }),
  );
  workspace.textDocuments.forEach(look);
  return store;
}

/** What is no loss is a hint at most. */
function diagnostics(group: HealthGroup, level: vscode.DiagnosticSeverity): vscode.Diagnostic[] {
  const { check, count, first } = group;
  // A reason that many places have is told once.
  const isOne = count > first.length;
  return first.slice(0, isOne ? 1 : undefined).map((finding) => {
    const text = isOne ? groupText(group) : healthText(finding);
    const { Hint } = vscode.DiagnosticSeverity;
    const severity = tellsOfLoss(finding) ? level : Hint;
    const made = new vscode.Diagnostic(toRange(finding.range), text, severity);
    made.source = 'Preprint';
    made.code = check;
    return made;
  });
}
