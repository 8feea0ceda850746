import { HtmlRenderer, Parser } from 'commonmark';
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import markdownItKatex from 'markdown-it-katex';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Nodes = readonly DefaultTreeAdapterTypes.ChildNode[];
type Element = DefaultTreeAdapterTypes.Element;

/** Raw HTML and bare addresses live in each of them. */
const options = { html: true, linkify: true };
/** An alias of `@vscode/markdown-it-katex`, which VS Code's preview has. */
const preview = new MarkdownIt(options).use(markdownItKatex, {
  enableBareBlocks: true,
  enableFencedBlocks: true,
});
const withoutMath = new MarkdownIt(options);
const reader = new Parser();
const writer = new HtmlRenderer();

/** What people read Markdown with: with formulas and without. */
export const viewers: Readonly<Record<string, (markdown: string) => string>> = {
  "VS Code's preview": (markdown) => preview.render(markdown),
  'markdown-it': (markdown) => withoutMath.render(markdown),
  CommonMark: (markdown) => writer.render(reader.parse(markdown)),
};

/** What Preprint writes, and what Markdown makes of signs that harm nobody. */
const elements = new Set('p h1 h2 em strong ul ol li blockquote code br a sup sub'.split(' '));

/** A papers' own addresses, and those that a template of the test's own makes. */
const own = /^(?:https:\/\/(?:arxiv\.org\/(?:abs|pdf)\/|doi\.org\/)|\.\.\/)/;

/**
 * Fails when any viewer makes of the Markdown anything else than text, formulas, links to the paper,
 * and links that show the address to which they lead.
 */
export function assertInert(markdown: string): void {
  for (const [viewer, render] of Object.entries(viewers)) {
    const html = render(markdown);
    const said = `${viewer} of ${markdown.slice(0, 500)}`;
    visit(parseFragment(html).childNodes, said);
  }
}

function visit(nodes: Nodes, said: string): void {
  for (const node of nodes) {
    if ('data' in node) {
      assert.match(node.data, /^ preprint:(?:begin|end) \w+ $/, `a comment in ${said}`);
    } else if ('tagName' in node) {
      if (isFormula(node)) visitFormula(node, said);
      else visitElement(node, said);
    } else {
      assert.equal(node.nodeName, '#text', `a ${node.nodeName} in ${said}`);
    }
  }
}

function visitElement(node: Element, said: string): void {
  assert.ok(elements.has(node.tagName), `<${node.tagName}> in ${said}`);
  for (const { name, value } of node.attrs) {
    if (node.tagName === 'ol' && name === 'start') continue;
    assert.equal(`${node.tagName} ${name}`, 'a href', `attribute ${name}="${value}" in ${said}`);
    if (!own.test(value)) assertShown(value, textOf(node.childNodes), said);
  }
  visit(node.childNodes, said);
}

/** Nobody is led astray by an address that is there to be read. */
function assertShown(address: string, text: string, said: string): void {
  assert.match(address, /^https?:\/\//, `a link to ${address} in ${said}`);
  const shown = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  assert.equal(
    new URL(shown).href,
    new URL(address).href,
    `a link that hides its address in ${said}`,
  );
}

function isFormula(node: Element): boolean {
  const value = node.attrs.find(({ name }) => name === 'class')?.value ?? '';
  return /^(?:katex|katex-display|katex-error|katex-block(?: katex-error)?)$/.test(value);
}

/** KaTeX's own: it is told by nobody to trust. */
function visitFormula(node: Element, said: string): void {
  assert.doesNotMatch(
    node.tagName,
    /^(?:a|img|iframe|script|style|object|embed|form|input|button|link|meta|base|video|audio)$/,
    `<${node.tagName}> in a formula in ${said}`,
  );
  for (const { name, value } of node.attrs) {
    assert.doesNotMatch(name, /^(?:on|id$|src|href|data-|xlink)/, `${name}="${value}" in ${said}`);
    if (name === 'style') assert.doesNotMatch(value, /url|fixed|absolute/, `${value} in ${said}`);
  }
  for (const child of node.childNodes) if ('tagName' in child) visitFormula(child, said);
}

function textOf(nodes: Nodes): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : '',
    )
    .join('');
}
