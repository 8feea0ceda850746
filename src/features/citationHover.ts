import * as vscode from 'vscode';
import { keyAt } from '../host/citationAt.js';
import { bibliographyDocuments, citingDocuments } from '../host/citingSelector.js';
import { cardOf, entryLink } from '../host/entryCard.js';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';

/** What a citation key stands for: the paper's card, or what its entry says, and where that is. */
export function registerCitationHover(context: FeatureContext): Disposable {
  const { bibliographies, library } = context;
  const selector = [...citingDocuments, ...bibliographyDocuments];
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const at = await keyAt(bibliographies, document, position);
      if (!at) return undefined;
      const [place] = at.entry ? [] : await bibliographies.find(at.cited, at.key);
      const entry = at.entry ?? place?.entry;
      if (!entry) return undefined;
      // The entry is known; what digests add to it is worth no long wait.
      await library.startWithin(firstAnswerMs);
      // The id that the key is has a card of its own.
      const card = idAt(document, position) ? undefined : await cardOf(entry, context);
      if (token.isCancellationRequested) return undefined;
      const contents = [...(card ? [card] : []), ...(place ? [entryLink(place.uri, entry)] : [])];
      return contents.length === 0 ? undefined : new vscode.Hover(contents, at.range);
    },
  });
}

const firstAnswerMs = 1000;
