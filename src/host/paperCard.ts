import * as vscode from 'vscode';
import { absUrl, pdfUrl } from '../core/arxivLinks.js';
import type { Paper } from '../core/paper.js';
import { firstPieces } from '../core/render/textPieces.js';
import { shortText } from '../core/shortText.js';
import { digestCount } from '../core/twins.js';
import { commands } from './contributions.js';
import type { FeatureContext } from './featureContext.js';
import type { LibraryService } from './libraryService.js';
import { lookOf } from './markLook.js';
import { escapeMarkdown } from './markdownText.js';
import { authorList, categoryLabel, crossListsLabel, dateLabel } from './paperWords.js';

/** What hovers show of a paper. Foreign text is escaped; of commands only those named here run. */

/** In code units. What VS Code takes of a hover ends after 100,000 characters, in the middle of a link. */
export const longestTitle = 600;
const longestSummary = 2000;
const longestAbstract = 400;
const longestFact = 1000;
/** It stands in five links, percent-encoded. */
const longestKey = 500;

/** What the card of a paper needs of the context. */
export type CardContext = Pick<
  FeatureContext,
  'library' | 'texts' | 'formulas' | 'notes' | 'marks'
>;

export async function paperCard(
  paper: Paper,
  context: CardContext,
): Promise<vscode.MarkdownString> {
  const text = await context.texts.describe(paper);
  const summary = text.summary
    ? firstPieces(text.summary, longestSummary)
    : firstPieces(text.abstract ?? [], longestAbstract);
  const [newest] = paper.occurrences;
  const scope = newest && vscode.Uri.parse(newest.uri);
  const [title, gist] = await context.formulas.write(
    [firstPieces(text.title, longestTitle), summary],
    scope,
  );
  const card = trusted();
  card.supportHtml = title?.hasImages === true || gist?.hasImages === true;
  card.appendMarkdown(`**${title?.markdown ?? ''}**`);
  const facts = [
    paper.id !== undefined && `arXiv:${paper.id}`,
    newest?.date && dateLabel(newest.date),
    paper.category !== undefined && categoryLabel(paper.category),
    crossListsLabel(paper),
  ];
  paragraph(card, authorList(text.authors, 4));
  paragraph(card, facts.filter(Boolean).join(' · '));
  if (gist?.markdown) card.appendMarkdown(`\n\n${gist.markdown}`);
  const marked = lookOf(paper, context.marks).words;
  paragraph(card, [places(paper, context.library), ...marked].join(' · '));
  const links = [
    ...commandLinks(paper, context),
    ...(paper.id === undefined ? [] : webLinks(paper.id)),
  ];
  if (links.length > 0) card.appendMarkdown(`\n\n${links.join(' &nbsp;·&nbsp; ')}`);
  return card;
}

function commandLinks(paper: Paper, { notes }: CardContext): string[] {
  if (paper.key.length > longestKey) return [];
  const { openPaper, goToDigest, insertCitation, findSimilar, openNotes } = commands;
  const similarTitle = vscode.l10n.t('Find Similar Papers');
  const notesTitle = vscode.l10n.t('Open Notes on This Paper');
  return [
    commandLink(vscode.l10n.t('Read'), openPaper, vscode.l10n.t('Open in Reader'), paper),
    commandLink(vscode.l10n.t('Go to Digest'), goToDigest, vscode.l10n.t('Go to Digest'), paper),
    commandLink(vscode.l10n.t('Cite'), insertCitation, vscode.l10n.t('Insert Citation'), paper),
    commandLink(vscode.l10n.t('Similar'), findSimilar, similarTitle, paper),
    ...(notes.on(paper).length > 0
      ? [commandLink(vscode.l10n.t('Notes'), openNotes, notesTitle, paper)]
      : []),
  ];
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
  if (text !== '') card.appendMarkdown(`\n\n${escapeMarkdown(shortText(text, longestFact))}`);
}

function places({ key, occurrences }: Paper, { library }: LibraryService): string {
  const digests = digestCount(occurrences);
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
