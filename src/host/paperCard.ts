import * as vscode from 'vscode';
import { absUrl, pdfUrl } from '../core/arxivLinks.js';
import type { NoteOn } from '../core/notes/notesOn.js';
import type { Paper } from '../core/paper.js';
import type { PaperText } from '../worker/protocol.js';
import { commands } from './contributions.js';
import type { LibraryService } from './libraryService.js';
import { escapeMarkdown } from './markdownText.js';
import { authorList, categoryLabel, dateLabel } from './paperWords.js';

/** What hovers show of a paper. Foreign text is escaped; of commands only those named here run. */

const longestAbstract = 400;

export function paperCard(
  paper: Paper,
  text: PaperText,
  service: LibraryService,
  notes: readonly NoteOn[],
): vscode.MarkdownString {
  const card = trusted();
  card.appendMarkdown(`**${escapeMarkdown(text.title)}**`);
  const [newest] = paper.occurrences;
  const facts = [
    paper.id !== undefined && `arXiv:${paper.id}`,
    newest?.date && dateLabel(newest.date),
    paper.category !== undefined && categoryLabel(paper.category),
  ];
  paragraph(card, authorList(text.authors, 4));
  paragraph(card, facts.filter((fact) => typeof fact === 'string').join(' · '));
  paragraph(card, text.summary ?? shortened(text.abstract ?? ''));
  paragraph(card, places(paper, service));
  const { openPaper, goToDigest, insertCitation, findSimilar, openNotes } = commands;
  const similarTitle = vscode.l10n.t('Find Similar Papers');
  const notesTitle = vscode.l10n.t('Open Notes on This Paper');
  const links = [
    commandLink(vscode.l10n.t('Read'), openPaper, vscode.l10n.t('Open in Reader'), paper),
    commandLink(vscode.l10n.t('Go to Digest'), goToDigest, vscode.l10n.t('Go to Digest'), paper),
    commandLink(vscode.l10n.t('Cite'), insertCitation, vscode.l10n.t('Insert Citation'), paper),
    commandLink(vscode.l10n.t('Similar'), findSimilar, similarTitle, paper),
    ...(notes.length > 0
      ? [commandLink(vscode.l10n.t('Notes'), openNotes, notesTitle, paper)]
      : []),
    ...(paper.id === undefined ? [] : webLinks(paper.id)),
  ];
  card.appendMarkdown(`\n\n${links.join(' &nbsp;·&nbsp; ')}`);
  return card;
}

/** @param title in place of the command's address, which VS Code would show under the pointer */
function commandLink(label: string, command: string, title: string, { key }: Paper): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([key]))} "${title}")`;
}

export function webLinks(id: string, version?: number): string[] {
  return [`[arXiv](${absUrl(id, version)})`, `[PDF](${pdfUrl(id, version)})`];
}

/** Commands of foreign making cannot run: only these may, and all other text is escaped. */
function trusted(): vscode.MarkdownString {
  const card = new vscode.MarkdownString();
  card.isTrusted = {
    enabledCommands: [
      commands.openPaper,
      commands.goToDigest,
      commands.insertCitation,
      commands.findSimilar,
      commands.openNotes,
    ],
  };
  return card;
}

/** Plain text. */
export function paragraph(card: vscode.MarkdownString, text: string): void {
  if (text !== '') card.appendMarkdown(`\n\n${escapeMarkdown(text)}`);
}

/** The first sentences, as many as fit. */
function shortened(text: string): string {
  if (text.length <= longestAbstract) return text;
  const head = text.slice(0, longestAbstract);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('。'));
  const cut = sentence > 100 ? sentence + 1 : head.lastIndexOf(' ');
  return `${head.slice(0, cut > 0 ? cut : longestAbstract)} …`;
}

function places({ key, occurrences }: Paper, { library }: LibraryService): string {
  const digests = new Set(occurrences.map(({ uri }) => uri)).size;
  const notes = new Set(library.mentions(key).map(({ uri }) => uri)).size;
  const inDigests =
    digests === 1 ? vscode.l10n.t('In 1 digest') : vscode.l10n.t('In {0} digests', digests);
  if (notes === 0) return inDigests;
  const inNotes =
    notes === 1
      ? vscode.l10n.t('named in 1 other file')
      : vscode.l10n.t('named in {0} other files', notes);
  return `${inDigests} · ${inNotes}`;
}
