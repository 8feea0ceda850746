import * as vscode from 'vscode';
import type { ReferenceStyleName } from '../core/citation/reference.js';
import { commands } from '../host/contributions.js';
import type { FeatureContext } from '../host/featureContext.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';
import { citationSettings, referenceStyles } from '../host/settings.js';

/** Formatted references of papers into the clipboard, one line each. */
export function registerCopyReference(context: FeatureContext): Disposable {
  return vscode.commands.registerCommand(commands.copyReference, async (...args: unknown[]) => {
    const title = vscode.l10n.t('Copy Reference');
    const papers = await papersFor(context, args, { many: true, title });
    if (papers === undefined) return;
    if (papers.length === 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
      return;
    }
    const settings = citationSettings(vscode.window.activeTextEditor?.document);
    const style = settings.referenceStyle ?? (await askForStyle());
    if (!style) return;
    const today = new Date().toISOString().slice(0, 10);
    const { referenceMarkup: markup } = settings;
    const lines = await context.citationWriter.references(style, papers, markup, today);
    await vscode.env.clipboard.writeText(lines.join('\n'));
  });
}

async function askForStyle(): Promise<ReferenceStyleName | undefined> {
  const chosen = await vscode.window.showQuickPick(
    referenceStyles.map((style) => ({ label: labelOf(style), style })),
    { title: vscode.l10n.t('Style of the reference') },
  );
  return chosen?.style;
}

/** Names of styles are the same in every language. */
function labelOf(style: ReferenceStyleName): string {
  switch (style) {
    case 'apa':
      return 'APA';
    case 'ieee':
      return 'IEEE';
    case 'chicago':
      return 'Chicago';
    case 'gbt7714':
      return 'GB/T 7714';
    case 'markdownLink':
      return vscode.l10n.t('Markdown link');
  }
}
