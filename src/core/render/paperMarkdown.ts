import { absUrl } from '../arxivLinks.js';
import type { AiField, EntryBody, Paper } from '../paper.js';
import {
  escapeLineStart,
  escapeMarkdown,
  markdownParagraph,
  markdownTitle,
} from './markdownText.js';
import { texToText, texWithMath } from './texToText.js';

/**
 * A paper as Markdown, to be pasted into a note: title with its link, authors, what a model wrote
 * (each field under its label) and the abstract. Formulas stay as TeX in dollars; everything else is
 * escaped, so that the text of a digest is text there as well.
 */
export function paperMarkdown(paper: Paper, { summary, fields, abstract }: EntryBody): string {
  const title = markdownTitle(texWithMath(paper.title));
  const linked = paper.id === undefined ? title : `[${title}](${absUrl(paper.id)})`;
  const facts = [paper.category, paper.id && `arXiv:${paper.id}`, paper.occurrences[0]?.date?.value]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => escapeMarkdown(String(fact)));
  const written = [...(summary ? [summary] : []), ...fields].filter(isWritten);
  return [
    `## ${linked}`,
    escapeLineStart(escapeMarkdown(paper.authors.map(texToText).join(', '))),
    facts.join(' · '),
    ...written.map(({ label, text }) => `**${escapeMarkdown(label)}:** ${block(text)}`),
    abstract === undefined || abstract.trim() === '' ? '' : block(abstract),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function isWritten({ text, failed }: AiField): boolean {
  return failed !== true && text.trim() !== '';
}

/** Paragraphs stay paragraphs. */
function block(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => markdownParagraph(texWithMath(paragraph)))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
