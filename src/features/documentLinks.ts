import * as vscode from 'vscode';
import { absUrl } from '../core/arxivLinks.js';
import { documentText } from '../editor/documentText.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';

/**
 * Links to arXiv for identifiers that VS Code does not link by itself: `arXiv:2510.06174`, `eprint`,
 * DOIs without `https`. Papers of the library get none: VS Code would follow link and definition on
 * the same Ctrl+click (https://github.com/microsoft/vscode/issues/147447), and there the digest is
 * what people want; its hover leads on to arXiv.
 */
export function registerDocumentLinks({ library, texts }: FeatureContext): Disposable {
  return vscode.languages.registerDocumentLinkProvider('*', {
    async provideDocumentLinks(document, token) {
      const [found] = await Promise.all([texts.findLinks(documentText(document)), library.start()]);
      if (token.isCancellationRequested) return undefined;
      return found
        .filter(({ key }) => !library.library.has(key))
        .map(({ range, id, version }) => {
          const link = new vscode.DocumentLink(
            toRange(range),
            vscode.Uri.parse(absUrl(id, version)),
          );
          link.tooltip = vscode.l10n.t('Open on arXiv');
          return link;
        });
    },
  });
}
