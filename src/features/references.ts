import * as vscode from 'vscode';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';

/** Every digest and note that names the paper under the cursor. The digests' entries declare it. */
export function registerReferences({ library: service }: FeatureContext): Disposable {
  return vscode.languages.registerReferenceProvider('*', {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const at = idAt(document, position);
      if (!at) return undefined;
      await service.start();
      if (token.isCancellationRequested) return undefined;
      const { library } = service;
      const declared = includeDeclaration ? (library.paper(at.key)?.occurrences ?? []) : [];
      return [
        ...declared.map(({ uri, entry }) => location(uri, entry.nameRange)),
        ...library.mentions(at.key).map(({ uri, mention }) => location(uri, mention.range)),
      ];
    },
  });
}

function location(uri: string, range: Parameters<typeof toRange>[0]): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}
