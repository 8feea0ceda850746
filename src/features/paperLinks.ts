import * as vscode from 'vscode';
import { absUrl, pdfUrl } from '../core/arxivLinks.js';
import type { Paper } from '../core/paper.js';
import { commands } from '../host/contributions.js';
import { toRange } from '../host/convert.js';
import type { FeatureContext } from '../host/featureContext.js';
import { papersFor } from '../host/papers.js';
import type { Disposable } from '../host/lifecycle.js';

/** From a paper to its places: the digest, arXiv, the PDF, the clipboard. */
export function registerPaperLinks(context: FeatureContext): Disposable {
  const register = (
    command: string,
    title: string,
    run: (paper: Paper) => Thenable<unknown>,
  ): Disposable =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const papers = await papersFor(context, args, { many: false, title });
      const [paper] = papers ?? [];
      if (paper) await run(paper);
      else if (papers)
        void vscode.window.showWarningMessage(vscode.l10n.t('No digest holds this paper.'));
    });
  return vscode.Disposable.from(
    register(commands.goToDigest, vscode.l10n.t('Go to Digest'), goToDigest),
    register(commands.openOnArxiv, vscode.l10n.t('Open on arXiv'), (paper) =>
      openWeb(paper, absUrl),
    ),
    register(commands.openPdf, vscode.l10n.t('Open PDF'), (paper) => openWeb(paper, pdfUrl)),
    register(commands.copyLink, vscode.l10n.t('Copy Link'), copyLink),
  );
}

async function goToDigest({ occurrences }: Paper): Promise<void> {
  const [newest] = occurrences;
  if (!newest) return;
  const selection = toRange(newest.entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(newest.uri), { selection });
}

function linkOf({ id, doi }: Paper): string | undefined {
  if (id !== undefined) return absUrl(id);
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}

function openWeb(paper: Paper, urlOf: (id: string) => string): Thenable<unknown> {
  const url = paper.id === undefined ? linkOf(paper) : urlOf(paper.id);
  return url === undefined ? sayWithoutLink() : vscode.env.openExternal(vscode.Uri.parse(url));
}

async function copyLink(paper: Paper): Promise<void> {
  const url = linkOf(paper);
  if (url === undefined) await sayWithoutLink();
  else await vscode.env.clipboard.writeText(url);
}

function sayWithoutLink(): Thenable<unknown> {
  return vscode.window.showInformationMessage(
    vscode.l10n.t('No digest gives an arXiv id or DOI for this paper.'),
  );
}
