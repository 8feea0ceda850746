import * as vscode from 'vscode';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Occurrence, Paper } from '../core/paper.js';
import type { PageShell } from '../core/render/pageShell.js';
import {
  hiddenAuthors,
  type ReaderAction,
  type ReaderLabels,
} from '../core/render/readerLabels.js';
import { commands } from './contributions.js';
import { toRange } from './convert.js';
import { dateLabel } from './paperWords.js';

/** What the pages have in common that show papers. */

/**
 * Lets a page load what belongs to it, and nothing else.
 * @param name of its program and of its style sheet, which follows that of the reader
 */
export function preparePage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
): PageShell {
  const media = vscode.Uri.joinPath(extension, 'media');
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const resource = (root: vscode.Uri, ...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(root, ...path)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
  const sheets = [...new Set(['reader.css', `${name}.css`])];
  return {
    cspSource: webview.cspSource,
    nonce: nonce(),
    scriptUri: resource(dist, `${name}.js`),
    styleUris: [
      resource(dist, 'katex', 'katex.min.css'),
      ...sheets.map((sheet) => resource(media, sheet)),
    ],
    lang: vscode.env.language,
    title,
  };
}

export function pageIcon(extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const media = vscode.Uri.joinPath(extension, 'media');
  return {
    light: vscode.Uri.joinPath(media, 'reader-light.svg'),
    dark: vscode.Uri.joinPath(media, 'reader-dark.svg'),
  };
}

export const actionCommands: Readonly<Record<ReaderAction, string>> = {
  goToDigest: commands.goToDigest,
  openOnArxiv: commands.openOnArxiv,
  openPdf: commands.openPdf,
  insertCitation: commands.insertCitation,
  copyBibtex: commands.copyBibtex,
  copyLink: commands.copyLink,
  createLiteratureNote: commands.createLiteratureNote,
};

export async function openOccurrence({ uri, entry }: Occurrence): Promise<void> {
  const selection = toRange(entry.nameRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

/** Only addresses of the web are opened, and VS Code asks before. */
export async function openWebLink(url: string): Promise<void> {
  if (/^https?:\/\//i.test(url)) await vscode.env.openExternal(vscode.Uri.parse(url));
}

/** @param notes the documents that tell of the paper */
export function labelsFor({ authors, occurrences }: Paper, notes: readonly NoteOn[]): ReaderLabels {
  return {
    actions: {
      goToDigest: vscode.l10n.t('Go to Digest'),
      openOnArxiv: vscode.l10n.t('Open on arXiv'),
      openPdf: vscode.l10n.t('Open PDF'),
      insertCitation: vscode.l10n.t('Insert Citation'),
      copyBibtex: vscode.l10n.t('Copy BibTeX'),
      copyLink: vscode.l10n.t('Copy Link'),
      createLiteratureNote: vscode.l10n.t('Literature Note'),
    },
    toolbar: vscode.l10n.t('Actions on this paper'),
    authors: vscode.l10n.t('Authors'),
    moreAuthors: vscode.l10n.t('{0} more authors', hiddenAuthors(authors.length)),
    ai: vscode.l10n.t('AI'),
    texts: vscode.l10n.t('What the digests say'),
    allTexts: vscode.l10n.t('All'),
    aiNote: vscode.l10n.t('Written by a language model for the digest. It may be wrong.'),
    failed: vscode.l10n.t('The generator of the digest could not write this.'),
    abstract: vscode.l10n.t('Abstract'),
    noAbstract: vscode.l10n.t('The digest holds no abstract.'),
    notesHeading: vscode.l10n.t('Notes on This Paper'),
    literatureNote: vscode.l10n.t('Literature note'),
    notes: notes.map(({ uri, isLiterature }) => ({
      label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      isLiterature,
    })),
    occurrencesHeading: vscode.l10n.t('Where It Occurs'),
    occurrences: occurrences.map(({ uri, date }) => {
      const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      return date ? `${dateLabel(date)} · ${path}` : path;
    }),
  };
}

export function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
