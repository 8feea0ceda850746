import * as vscode from 'vscode';
import { citesByKeys } from '../core/citation/scan/findCitations.js';
import type { Library } from '../core/library.js';
import { documentText } from '../editor/documentText.js';
import type { FeatureContext } from './featureContext.js';
import { cites, type KeyScope } from './keyUses.js';
import { writeKeys } from './writeKeys.js';

type Services = Pick<FeatureContext, 'bibliographies' | 'citationTexts' | 'library'>;

/**
 * Writes another key wherever a document cites by some and means the same.
 * @param scope with the keys that become the new one
 * @throws Error when a document cites in a way that cannot hold the new key
 */
export async function rewriteUses(
  { bibliographies, citationTexts, library }: Services,
  scope: KeyScope,
  newKey: string,
  edit: vscode.WorkspaceEdit,
): Promise<void> {
  await library.start();
  for (const uri of documentsWith(scope.keys, library.library)) {
    if (!(await cites(bibliographies, scope, uri))) continue;
    const file = vscode.Uri.parse(uri);
    writeKeys(edit, file, await citationTexts.rewriteKeys(file, scope.keys, newKey), newKey);
  }
}

/** Those that the library knows, and open ones: they may have begun to cite a moment ago. */
function documentsWith(keys: readonly string[], library: Library): Set<string> {
  const known = keys.flatMap((key) => library.usesOfKey(key));
  const open = vscode.workspace.textDocuments.filter((document) => {
    if (!citesByKeys(document.languageId, document.uri.path)) return false;
    const text = documentText(document);
    return keys.some((key) => text.includes(key));
  });
  return new Set([...known, ...open].map(({ uri }) => uri.toString()));
}
