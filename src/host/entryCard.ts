import * as vscode from 'vscode';
import type { BibliographyEntry } from '../core/bibliography/entry.js';
import { texToText } from '../core/render/texToText.js';
import { paperOfEntry } from './entryPapers.js';
import type { FeatureContext } from './featureContext.js';
import { nameOfFile } from './fileName.js';
import { escapeMarkdown } from './markdownText.js';
import { paperCard, paragraph } from './paperCard.js';
import { authorList } from './paperWords.js';

/** The paper's card when a digest tells of it, else what its entry says. */
export async function cardOf(
  entry: BibliographyEntry,
  { library, texts, notes, marks }: Pick<FeatureContext, 'library' | 'texts' | 'notes' | 'marks'>,
): Promise<vscode.MarkdownString> {
  const paper = paperOfEntry(library.library, entry);
  if (!paper) return entryCard(entry);
  return paperCard(paper, await texts.describe(paper), library, notes.on(paper), marks);
}

function entryCard(entry: BibliographyEntry): vscode.MarkdownString {
  const { key, title, authors, year, journal } = entry;
  const card = new vscode.MarkdownString();
  card.appendMarkdown(`**${escapeMarkdown(title === undefined ? key : texToText(title))}**`);
  paragraph(card, authorList(authors, 4));
  const facts = [journal === undefined ? undefined : texToText(journal), year];
  paragraph(card, facts.filter((fact) => fact !== undefined).join(' · '));
  return card;
}

/** Leads to where the entry stands. */
export function entryLink(uri: string, { keyRange }: BibliographyEntry): vscode.MarkdownString {
  const file = vscode.Uri.parse(uri);
  const line = keyRange.startLine + 1;
  const target = file.with({ fragment: `L${line},${keyRange.startCharacter + 1}` });
  const words = vscode.l10n.t('{0}, line {1}', nameOfFile(file), line);
  return new vscode.MarkdownString(`[${escapeMarkdown(words)}](${target.toString()})`);
}
