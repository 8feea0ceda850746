import * as vscode from 'vscode';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt, type IdAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';
import { paperCard, webLinks } from '../host/paperCard.js';

/** The card of a paper over any identifier, in any file. */
export function registerHover(context: FeatureContext): Disposable {
  const { library, marks } = context;
  return vscode.languages.registerHoverProvider('*', {
    async provideHover(document, position, token) {
      const at = idAt(document, position);
      if (!at) return undefined;
      // What is marked already is shown; the answer does not wait for the rest.
      void marks.start();
      await library.startWithin(firstAnswerMs);
      const paper = library.library.paper(at.key);
      const card = paper ? await paperCard(paper, context) : unknownCard(at);
      return token.isCancellationRequested ? undefined : new vscode.Hover(card, at.range);
    },
  });
}

/** The first hover of a session may come before the library: it waits so long at most. */
const firstAnswerMs = 4000;

function unknownCard({ found: { id, version } }: IdAt): vscode.MarkdownString {
  return new vscode.MarkdownString(webLinks(id, version).join(' &nbsp;·&nbsp; '));
}
