import { inertTex } from '../render/markdownText.js';
import { mathToText } from '../render/mathToText.js';
import { parseTex } from '../render/texParser.js';
import type { TexNode } from '../render/texTree.js';
import { webUrl } from '../render/webUrl.js';
import { shownText } from '../shownText.js';

/**
 * Foreign text inside a person's Markdown: whatever could begin a tag, a comment, a link, a formula, a
 * citation or a shortcode is escaped, and only that, because people read notes as they are written.
 * @param text one line
 */
export function markdownText(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[A-Za-z/!?]|$)/g, '&lt;')
    .replace(/[\\`*_[\]{}$~^|@]|%(?=%)/g, '\\$&')
    .replace(/(^|\s)#/g, '$1\\#')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&');
}

/** A plain text of whatever lines as Markdown of one line that begins no block. */
export function lineToMarkdown(text: string): string {
  return withoutBlockStart(markdownText(text.replace(/\s+/g, ' ').trim()));
}

/**
 * A TeX text of a digest as Markdown: macros and accents resolved, formulas in dollars, paragraphs
 * parted by a blank line. Nothing of it can end a comment or become a tag, command or image.
 */
export function texToMarkdown(tex: string): string {
  // Taken away first: what stands behind one would else pass for the middle of a line.
  return markdownOf(parseTex(shownText(tex)))
    .split(/\n{2,}/)
    .map((paragraph) => withoutBlockStart(paragraph.replace(/\s+/g, ' ').trim()))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A heading, a list, a quotation or a rule begins with these. */
function withoutBlockStart(line: string): string {
  return line.replace(/^[-+=:>]/, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\');
}

function markdownOf(nodes: readonly TexNode[]): string {
  return nodes
    .map((node, index) => {
      if (node.kind !== 'math') return nodeMarkdown(node);
      const [before, after] = [textOf(nodes[index - 1]), textOf(nodes[index + 1])];
      const touches = /[\p{L}\p{N}_]$/u.test(before) || /^[\p{L}\p{N}_]/u.test(after);
      return formula(node, touches);
    })
    .join('');
}

function nodeMarkdown(node: Exclude<TexNode, { readonly kind: 'math' }>): string {
  switch (node.kind) {
    case 'text':
      return markdownText(node.text.replace(/\s+/g, ' '));
    case 'styled':
      return markdownOf(node.children);
    case 'link': {
      const url = webUrl(node.url);
      return url === undefined ? markdownOf(node.children) : `<${url}>`;
    }
    case 'reference':
      return '\\[…\\]';
    case 'paragraph':
      return '\n\n';
  }
}

/** Dollars that touch a word are no math in Markdown. */
function formula(
  { tex, display }: Extract<TexNode, { readonly kind: 'math' }>,
  touchesWord: boolean,
): string {
  const safe = inertTex(tex);
  if (touchesWord || safe === undefined) return markdownText(mathToText(tex));
  return display ? ` $$${safe}$$ ` : `$${safe}$`;
}

function textOf(node: TexNode | undefined): string {
  return node?.kind === 'text' ? node.text : '';
}
