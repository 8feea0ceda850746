import * as vscode from 'vscode';
import { readPlaces } from '../core/twins.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';

/** From an identifier to the digests' entries for its paper, newest first. */
export function registerDefinition({ library }: FeatureContext): Disposable {
  return vscode.languages.registerDefinitionProvider('*', {
    async provideDefinition(document, position, token) {
      const at = idAt(document, position);
      if (!at) return undefined;
      await library.start();
      if (token.isCancellationRequested) return undefined;
      const paper = library.library.paper(at.key);
      if (!paper) return undefined;
      return readPlaces(paper.occurrences).map(({ uri, entry }): vscode.DefinitionLink => ({
        originSelectionRange: at.range,
        targetUri: vscode.Uri.parse(uri),
        targetRange: toRange(entry.range),
        targetSelectionRange: toRange(entry.nameRange),
      }));
    },
  });
}
