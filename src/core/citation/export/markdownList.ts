import {
  escapeLineStart,
  escapeMarkdown,
  escapeWithAddresses,
  markdownTitle,
} from '../../render/markdownText.js';
import { shortAuthors } from '../authorYear.js';
import type { Cite } from '../syntaxes.js';
import type { ExportFormat, ExportOptions } from './exportFormat.js';
import { plainFacts } from './plainFacts.js';

/** One bullet a paper: `- [Attention Is All You Need](https://…), Vaswani et al., 2017`. */
export const markdownListFile: ExportFormat = {
  name: 'markdown',
  extension: '.md',
  write: (cites, options) => cites.map((cite) => bullet(cite, options)).join(''),
};

function bullet({ paper }: Cite, options: ExportOptions): string {
  const { title, url, year, abstract } = plainFacts(paper, options);
  const label = markdownTitle(title);
  const rest = [escapeMarkdown(shortAuthors(paper.authors)), year?.toString() ?? '']
    .filter((part) => part !== '')
    .map((part) => `, ${part}`);
  const lead = `- ${url === undefined ? escapeLineStart(label) : `[${label}](${url})`}${rest.join('')}\n`;
  return abstract === undefined
    ? lead
    : `${lead}\n  ${escapeLineStart(escapeWithAddresses(abstract))}\n\n`;
}
