import * as vscode from 'vscode';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';

/** Papers with all that the digests say of them, as Markdown on the clipboard. */
export function registerCopyMarkdown(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.copyMarkdown, async (...args: unknown[]) => {
    const title = vscode.l10n.t('Copy as Markdown');
    const papers = await papersFor(context, args, { many: true, title });
    if (papers === undefined) return;
    if (papers.length === 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
      return;
    }
    const texts = await Promise.all(papers.map((paper) => context.texts.markdown(paper)));
    await vscode.env.clipboard.writeText(texts.join('\n'));
    void context.citationWriter.tellOf(papers);
  });
}
