import * as vscode from 'vscode';
import type { FeatureContext } from '../host/featureContext.js';
import { idAt, type IdAt } from '../host/idAt.js';
import type { Disposable } from '../host/lifecycle.js';
import { paperCard, webLinks } from '../host/paperCard.js';

/** The card of a paper over any identifier, in any file. */
export function registerHover({ library, texts, notes, marks }: FeatureContext): Disposable {
  return vscode.languages.registerHoverProvider('*', {
    async provideHover(document, position, token) {
      const at = idAt(document, position);
      if (!at) return undefined;
      // What is marked already is shown; the answer does not wait for the rest.
      void marks.start();
      await library.startWithin(firstAnswerMs);
      const paper = library.library.paper(at.key);
      const text = paper && (await texts.describe(paper));
      if (token.isCancellationRequested) return undefined;
      const card =
        paper && text ? paperCard(paper, text, library, notes.on(paper), marks) : unknownCard(at);
      return new vscode.Hover(card, at.range);
    },
  });
}

/** The first hover of a session may come before the library: it waits so long at most. */
const firstAnswerMs = 4000;

function unknownCard({ found: { id, version } }: IdAt): vscode.MarkdownString {
  return new vscode.MarkdownString(webLinks(id, version).join(' &nbsp;·&nbsp; '));
}
