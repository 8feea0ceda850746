import { escapeHtml } from './escapeHtml.js';
import { longTextHtml } from './longText.js';
import { PageMath } from './pageMath.js';
import { parseTex } from './texParser.js';
import type { TexNode, TexStyle } from './texTree.js';
import { webUrl } from './webUrl.js';

/**
 * A TeX text such as an abstract as safe HTML paragraphs: formulas by KaTeX, everything foreign
 * escaped, links only to http and https. Never throws. About a millisecond for each dozen formulas.
 * @param math of the page, which the text shares with others
 */
export function texToHtml(tex: string, math = new PageMath()): string {
  const long = longTextHtml(tex);
  if (long !== undefined) return `<p>${long}</p>`;
  return paragraphs(parseTex(tex))
    .map((nodes) => htmlOf(nodes, math).trim())
    .filter((html) => html !== '')
    .map((html) => `<p>${html}</p>`)
    .join('\n');
}

/** A TeX text such as a title as safe HTML without block elements, on one line. */
export function texToInlineHtml(tex: string, math = new PageMath()): string {
  return longTextHtml(tex) ?? htmlOf(parseTex(tex), math).trim();
}

function paragraphs(nodes: readonly TexNode[]): TexNode[][] {
  const parts: TexNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'paragraph') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function htmlOf(nodes: readonly TexNode[], math: PageMath): string {
  return nodes.map((node) => nodeHtml(node, math)).join('');
}

const tags: Readonly<Record<TexStyle, readonly [open: string, close: string]>> = {
  em: ['<em>', '</em>'],
  strong: ['<strong>', '</strong>'],
  code: ['<code>', '</code>'],
  smallCaps: ['<span class="small-caps">', '</span>'],
  underline: ['<u>', '</u>'],
  sup: ['<sup>', '</sup>'],
  sub: ['<sub>', '</sub>'],
};

function nodeHtml(node: TexNode, math: PageMath): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'math':
      return math.html(node.tex, node.display);
    case 'styled': {
      const [open, close] = tags[node.style];
      return open + htmlOf(node.children, math) + close;
    }
    case 'link':
      return linkHtml(node.url, node.children, math);
    case 'reference':
      return `<span class="reference" title="${escapeHtml(node.keys)}">[…]</span>`;
    case 'paragraph':
      return ' ';
  }
}

/** A link to the web; of any other URL only the text is left. A link inside a link is just text. */
function linkHtml(url: string, children: readonly TexNode[], math: PageMath): string {
  const safe = webUrl(url);
  const html = children
    .map((child) => (child.kind === 'link' ? htmlOf(child.children, math) : nodeHtml(child, math)))
    .join('');
  return safe === undefined ? html : `<a href="${escapeHtml(safe)}">${html}</a>`;
}
