import { shownLine } from '../shownText.js';
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
  return texToPlain(tex, ({ tex: math }) => mathToText(math));
}

/** The same with its formulas written as somebody wants them. */
export function texToPlain(tex: string, math: (node: FormulaNode) => string): string {
  if (!mayHoldTex.test(tex)) return oneLine(tex);
  return oneLine(textOf(parseTex(tex), { text: (text) => text, math }));
}

/**
 * The same with its formulas left as TeX in dollars: a title as titles of the library are. A dollar
 * that begins no formula is `\$`, so that `texToText` and the reader's page take it for what it is.
 */
export function texWithMath(tex: string): string {
  if (!mayHoldTex.test(tex)) return oneLine(tex);
  return oneLine(
    textOf(parseTex(tex), {
      text: (text) => text.replaceAll('$', '\\$'),
      math: ({ tex: math, display }) => (display ? `$$${math}$$` : `$${math}$`),
    }),
  );
}

const mayHoldTex = /[\\$`{~]|--|''|:\/\//;

function oneLine(text: string): string {
  return shownLine(text).replace(/ {2,}/g, ' ').trim();
}

export type FormulaNode = Extract<TexNode, { readonly kind: 'math' }>;

interface Writer {
  text(text: string): string;
  math(node: FormulaNode): string;
}

function textOf(nodes: readonly TexNode[], writer: Writer): string {
  return nodes.map((node) => nodeText(node, writer)).join('');
}

function nodeText(node: TexNode, writer: Writer): string {
  switch (node.kind) {
    case 'text':
      return writer.text(node.text);
    case 'math':
      return node.display ? ` ${writer.math(node)} ` : writer.math(node);
    case 'styled': {
      const text = textOf(node.children, writer);
      if (node.style === 'sup') return scripted(text, superscripts);
      return node.style === 'sub' ? scripted(text, subscripts) : text;
    }
    case 'link':
      return textOf(node.children, writer);
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
