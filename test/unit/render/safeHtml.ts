import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** What the renderer's own code writes. */
const ownElements =
  'h1 h2 p div section header ul ol li a em strong code pre u sup sub span br hr button details summary time blockquote table thead tbody tr th td';

/** What KaTeX writes. */
const katexElements =
  'math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose svg path line';

const elements = new Set(`${ownElements} ${katexElements}`.split(' '));

const attributes = new Set(
  (
    'class title lang tabindex id type href data-action data-occurrence data-note data-author data-similar data-term data-jump hidden role aria-label datetime start ' +
    'style aria-hidden xmlns encoding display mathvariant mathcolor mathbackground mathsize stretchy fence separator ' +
    'accent accentunder lspace rspace width height depth voffset minsize maxsize linethickness displaystyle ' +
    'scriptlevel columnalign columnspacing columnlines rowspacing rowlines rowalign notation movablelimits symmetric ' +
    'largeop side viewBox preserveAspectRatio d x1 x2 y1 y2 stroke-width linebreak'
  ).split(' '),
);

const ids = new Set(['abstract', 'similar']);

/** Fails unless a browser would find nothing in the HTML but harmless elements, attributes and URLs. */
export function assertSafe(html: string): void {
  visit(parseFragment(html).childNodes, html);
}

function visit(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], html: string): void {
  for (const node of nodes) {
    if (!('tagName' in node)) {
      assert.equal(node.nodeName, '#text', `a ${node.nodeName} in ${html}`);
      continue;
    }
    assert.ok(elements.has(node.tagName), `<${node.tagName}> in ${html}`);
    for (const { name, value } of node.attrs) checkAttribute(node.tagName, name, value, html);
    visit(node.childNodes, html);
  }
}

function checkAttribute(tag: string, name: string, value: string, html: string): void {
  assert.ok(attributes.has(name), `attribute ${name} in ${html}`);
  if (name === 'href') {
    assert.equal(tag, 'a');
    assert.match(value, /^(?:https?:\/\/[^\s/]|#abstract$)/i, `link to ${value}`);
  }
  if (name === 'id') assert.ok(ids.has(value), `id ${value} in ${html}`);
  if (name === 'style') {
    assert.doesNotMatch(value, /url|@|expression|fixed|absolute|z-index|\\/i, `style ${value}`);
  }
}

/** What a person sees, without what only screen readers get. */
export function visibleText(html: string): string {
  return textOf(parseFragment(html).childNodes).replace(/\s+/g, ' ').trim();
}

function textOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node)) return '';
      const hidden = node.attrs.some(({ value }) => /visually-hidden|katex-mathml/.test(value));
      return hidden ? '' : textOf(node.childNodes);
    })
    .join('');
}
