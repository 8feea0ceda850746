import * as vscode from 'vscode';
import { keysOf, rangeOfKey } from '../core/bibliography/entry.js';
import type { TextRange } from '../core/text.js';
import { keyAt } from '../host/citationAt.js';
import { bibliographyDocuments, citingDocuments } from '../host/citingSelector.js';
import { toRange } from '../host/convert.js';
import { paperOfEntry } from '../host/entryPapers.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import { usesOf } from '../host/keyUses.js';
import type { Disposable } from '../host/lifecycle.js';

/** Every use of a citation key in any language. The entry declares it, and so do the digests. */
export function registerCitationReferences({
  bibliographies,
  library,
}: FeatureContext): Disposable {
  const selector = [...citingDocuments, ...bibliographyDocuments];
  return vscode.languages.registerReferenceProvider(selector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const at = await keyAt(bibliographies, document, position);
      if (!at) return undefined;
      const places = await bibliographies.find(at.cited, at.key);
      if (places.length === 0 && !at.certain) return undefined;
      await library.start();
      if (token.isCancellationRequested) return undefined;
      const having = places.map(({ uri }) => vscode.Uri.parse(uri));
      const uses = await usesOf(library, bibliographies, {
        keys: [...new Set([at.key, ...places.flatMap(({ entry }) => keysOf(entry))])],
        document: document.uri,
        bibliographies: having.length > 0 ? having : at.cited,
      });
      const found = uses.map(({ uri, use }) => location(uri, use.range));
      if (!includeDeclaration) return found;
      const [first] = places;
      // Where the key is an id, the references of the id hold these already.
      const isListed = idAt(document, position) !== undefined;
      const paper = first && !isListed ? paperOfEntry(library.library, first.entry) : undefined;
      return [
        ...places.map(({ uri, entry }) => location(uri, rangeOfKey(entry, at.key))),
        ...(paper?.occurrences ?? []).map(({ uri, entry }) => location(uri, entry.nameRange)),
        ...found,
      ];
    },
  });
}

function location(uri: string, range: TextRange): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}
