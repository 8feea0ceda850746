import { escapeHtml } from './escapeHtml.js';
import { type MathMacros, noMacros } from './mathMacros.js';
import { mathToHtml } from './mathToHtml.js';
import { parseTex } from './texParser.js';
import type { TexNode, TexStyle } from './texTree.js';
import { webUrl } from './webUrl.js';

/**
 * A TeX text such as an abstract as safe HTML paragraphs: formulas by KaTeX, everything foreign
 * escaped, links only to http and https. Never throws. About a millisecond for each dozen formulas.
 * @param macros the reader's own
 */
export function texToHtml(tex: string, macros: MathMacros = noMacros): string {
  return paragraphs(parseTex(tex))
    .map((nodes) => htmlOf(nodes, macros).trim())
    .filter((html) => html !== '')
    .map((html) => `<p>${html}</p>`)
    .join('\n');
}

/** A TeX text such as a title as safe HTML without block elements, on one line. */
export function texToInlineHtml(tex: string, macros: MathMacros = noMacros): string {
  return htmlOf(parseTex(tex), macros).trim();
}

function paragraphs(nodes: readonly TexNode[]): TexNode[][] {
  const parts: TexNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'paragraph') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function htmlOf(nodes: readonly TexNode[], macros: MathMacros): string {
  return nodes.map((node) => nodeHtml(node, macros)).join('');
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

function nodeHtml(node: TexNode, macros: MathMacros): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'math':
      return mathToHtml(node.tex, node.display, macros);
    case 'styled': {
      const [open, close] = tags[node.style];
      return open + htmlOf(node.children, macros) + close;
    }
    case 'link':
      return linkHtml(node.url, node.children, macros);
    case 'reference':
      return `<span class="reference" title="${escapeHtml(node.keys)}">[…]</span>`;
    case 'paragraph':
      return ' ';
  }
}

/** A link to the web; of any other URL only the text is left. A link inside a link is just text. */
function linkHtml(url: string, children: readonly TexNode[], macros: MathMacros): string {
  const safe = webUrl(url);
  const html = children
    .map((child) =>
      child.kind === 'link' ? htmlOf(child.children, macros) : nodeHtml(child, macros),
    )
    .join('');
  return safe === undefined ? html : `<a href="${escapeHtml(safe)}">${html}</a>`;
}
