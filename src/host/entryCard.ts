import * as vscode from 'vscode';
import { nameOfWork, type BibliographyEntry } from '../core/bibliography/entry.js';
import { texToText } from '../core/render/texToText.js';
import { firstPieces, textPieces } from '../core/render/textPieces.js';
import { paperOfEntry } from './entryPapers.js';
import { nameOfFile } from './fileName.js';
import type { FormulaImages } from './formulaImages.js';
import { escapeMarkdown } from './markdownText.js';
import { type CardContext, longestTitle, paperCard, paragraph } from './paperCard.js';
import { authorList } from './paperWords.js';
import { mathMacros } from './settings.js';

/**
 * The paper's card when a digest tells of it, else what its entry says.
 */
export async function cardOf(
  entry: BibliographyEntry,
  context: CardContext,
): Promise<vscode.MarkdownString> {
  const paper = paperOfEntry(context.library.library, entry);
  return paper ? paperCard(paper, context) : entryCard(entry, context.formulas);
}

async function entryCard(
  entry: BibliographyEntry,
  formulas: FormulaImages,
): Promise<vscode.MarkdownString> {
  const { key, title, text, authors, year, journal, booktitle } = entry;
  const within = journal ?? booktitle;
  const name = nameOfWork(entry);
  const pieces = name === undefined ? [key] : textPieces(name, mathMacros(undefined));
  const [shown] = await formulas.write([firstPieces(pieces, longestTitle)], undefined);
  const card = new vscode.MarkdownString();
  card.supportHtml = shown?.hasImages === true;
  card.appendMarkdown(`**${shown?.markdown ?? ''}**`);
  // A whole reference tells the rest itself.
  if (title === undefined && text !== undefined) return card;
  paragraph(card, authorList(authors, 4));
  const facts = [within === undefined ? undefined : texToText(within), year];
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
