import { mathToText } from './mathToText.js';
import { superscripts, subscripts } from './texSymbols.js';
import { parseTex } from './texParser.js';
import type { TexNode } from './texTree.js';

/**
 * A title, a name or an abstract as one line of plain Unicode text, for labels, hovers and
 * tooltips: macros and accents resolved, formulas as `mathToText` writes them, citations as `[…]`.
 * Linear and without KaTeX: made for lists of thousands of titles on the main thread. The answer is
 * text: neither HTML nor Markdown, so a hover has to escape it.
 */
export function texToText(tex: string): string {
  const text = /[\\$`{~]|--|''|:\/\//.test(tex) ? textOf(parseTex(tex)) : tex;
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(nodes: readonly TexNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: TexNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'math':
      return node.display ? ` ${mathToText(node.tex)} ` : mathToText(node.tex);
    case 'styled': {
      const text = textOf(node.children);
      if (node.style === 'sup') return scripted(text, superscripts);
      return node.style === 'sub' ? scripted(text, subscripts) : text;
    }
    case 'link':
      return textOf(node.children);
    case 'reference':
      return '[…]';
    case 'paragraph':
      return ' ';
  }
}

function scripted(text: string, table: ReadonlyMap<string, string>): string {
  const signs = Array.from(text).map((sign) => table.get(sign));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : text;
}
