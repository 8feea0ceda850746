import * as vscode from 'vscode';
import type { ReferenceStyle } from '../host/citationWriter.js';
import { commands } from '../host/contributions.js';
import { cslProblemText } from '../host/cslProblemText.js';
import { cslStyles } from '../host/cslStyles.js';
import type { FeatureContext } from '../host/featureContext.js';
import { nameOfFile } from '../host/fileName.js';
import type { Disposable } from '../host/lifecycle.js';
import { papersFor } from '../host/papers.js';
import { citationSettings, referenceStyles, type CitationSettings } from '../host/settings.js';

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
    const document = vscode.window.activeTextEditor?.document;
    const settings = citationSettings(document);
    const style = await styleFor(context, document, settings);
    if (!style) return;
    const today = new Date().toISOString().slice(0, 10);
    const answer = await context.citationWriter.references(style, papers, settings, today);
    if ('references' in answer) {
      await vscode.env.clipboard.writeText(answer.references.join('\n'));
    } else if (typeof style !== 'string') {
      void vscode.window.showErrorMessage(cslProblemText(nameOfFile(style), answer.problem));
    }
  });
}

async function styleFor(
  { citationTexts }: FeatureContext,
  document: vscode.TextDocument | undefined,
  { referenceStyle, cslStyle }: CitationSettings,
): Promise<ReferenceStyle | undefined> {
  if (referenceStyle !== undefined && referenceStyle !== 'csl') return referenceStyle;
  const declared = (document && (await citationTexts.style(document.uri))) ?? '';
  const files = await cslStyles(document?.uri, [declared, cslStyle]);
  return (referenceStyle && files[0]) ?? askForStyle(files);
}

async function askForStyle(files: readonly vscode.Uri[]): Promise<ReferenceStyle | undefined> {
  const row = (style: ReferenceStyle): StyleRow => ({ label: labelOf(style), style });
  const rows = referenceStyles.map(row);
  if (files.length > 0) rows.push(engine, ...files.map(row));
  const title = vscode.l10n.t('Style of the reference');
  return (await vscode.window.showQuickPick(rows, { title }))?.style;
}

interface StyleRow extends vscode.QuickPickItem {
  readonly style?: ReferenceStyle;
}

/** The engine's licence wants these words where its work is asked for (CPAL 1.0, section 14). */
const engine: StyleRow = {
  label: 'Citations by CSL (citeproc-js)',
  kind: vscode.QuickPickItemKind.Separator,
};

/** They are the same in every language. */
const names = { apa: 'APA', ieee: 'IEEE', chicago: 'Chicago', gbt7714: 'GB/T 7714' };

function labelOf(style: ReferenceStyle): string {
  if (typeof style !== 'string') return vscode.l10n.t('CSL style: {0}', nameOfFile(style));
  return style === 'markdownLink' ? vscode.l10n.t('Markdown link') : names[style];
}
