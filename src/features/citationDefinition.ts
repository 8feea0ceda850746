import * as vscode from 'vscode';
import { rangeOfKey } from '../core/bibliography/entry.js';
import type { TextRange } from '../core/text.js';
import { readPlaces } from '../core/twins.js';
import { keyAt } from '../host/citationAt.js';
import { bibliographyDocuments, citingDocuments } from '../host/citingSelector.js';
import { toRange } from '../host/convert.js';
import { paperOfEntry } from '../host/entryPapers.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';

/** From a citation key to its entry and on to the digests of its paper; from the entry to these. */
export function registerCitationDefinition({
  bibliographies,
  library,
}: FeatureContext): Disposable {
  const selector = [...citingDocuments, ...bibliographyDocuments];
  return vscode.languages.registerDefinitionProvider(selector, {
    async provideDefinition(document, position, token) {
      const at = await keyAt(bibliographies, document, position);
      if (!at) return undefined;
      const places = at.entry ? [] : await bibliographies.find(at.cited, at.key);
      const entry = at.entry ?? places[0]?.entry;
      if (!entry) return undefined;
      await library.startWithin(firstAnswerMs);
      if (token.isCancellationRequested) return undefined;
      const link = (uri: string, range: TextRange, name: TextRange): vscode.DefinitionLink => ({
        originSelectionRange: at.range,
        targetUri: vscode.Uri.parse(uri),
        targetRange: toRange(range),
        targetSelectionRange: toRange(name),
      });
      // Where the key is an id, the id leads to the digests by itself.
      const paper = idAt(document, position) ? undefined : paperOfEntry(library.library, entry);
      return [
        ...places.map(({ uri, entry: each }) => link(uri, each.range, rangeOfKey(each, at.key))),
        ...readPlaces(paper?.occurrences ?? []).map(({ uri, entry: { range, nameRange } }) =>
          link(uri, range, nameRange),
        ),
      ];
    },
  });
}

/** The entry is known; a library that is still being read does not hold it back for long. */
const firstAnswerMs = 1000;
