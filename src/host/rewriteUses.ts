import * as vscode from 'vscode';
import { citesByKeys } from '../core/citation/scan/findCitations.js';
import { toRange } from './convert.js';
import type { FeatureContext } from './featureContext.js';
import { nameOfFile } from './fileName.js';
import { cites, type KeyScope } from './keyUses.js';

type Services = Pick<FeatureContext, 'bibliographies' | 'citationTexts' | 'library'>;

/**
 * Writes another key wherever a document cites by one and means the same.
 * @throws Error when a document cites in a way that cannot hold the new key
 */
export async function rewriteUses(
  { bibliographies, citationTexts, library }: Services,
  scope: KeyScope,
  newKey: string,
  edit: vscode.WorkspaceEdit,
): Promise<void> {
  await library.start();
  for (const uri of documentsWith(scope.key, library.library.usesOfKey(scope.key))) {
    if (!(await cites(bibliographies, scope, uri))) continue;
    const file = vscode.Uri.parse(uri);
    for (const { range, text } of await citationTexts.rewriteKey(file, scope.key, newKey)) {
      if (text === undefined) {
        throw new Error(
          vscode.l10n.t(
            '{0}, line {1} cites by this key in a way that cannot hold "{2}".',
            ...[nameOfFile(file), range.startLine + 1, newKey],
          ),
        );
      }
      edit.replace(file, toRange(range), text, inText());
    }
  }
}

/** Those that the library knows, and open ones: they may have begun to cite a moment ago. */
function documentsWith(key: string, known: readonly { readonly uri: string }[]): Set<string> {
  const open = vscode.workspace.textDocuments.filter(
    (document) =>
      citesByKeys(document.languageId, document.uri.path) && document.getText().includes(key),
  );
  return new Set([...known, ...open].map(({ uri }) => uri.toString()));
}

function inText(): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: false, label: vscode.l10n.t('Citations by the key') };
}
