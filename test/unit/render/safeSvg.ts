import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

const elements = new Set('svg g path rect line ellipse polygon text tspan'.split(' '));

const attributes = new Set(
  (
    'xmlns color d transform x y x1 x2 y1 y2 cx cy rx ry width height viewBox points preserveAspectRatio ' +
    'fill stroke stroke-width stroke-dasharray stroke-linecap font-size font-family font-style font-weight'
  ).split(' '),
);

/** Fails unless an SVG is made of nothing but shapes and letters, in one colour. */
export function assertSafeSvg(svg: string): void {
  const nodes = parseFragment(svg).childNodes;
  assert.equal(nodes.length, 1, svg);
  assert.equal(nodes[0]?.nodeName, 'svg', svg);
  visit(nodes, svg);
}

function visit(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], svg: string): void {
  for (const node of nodes) {
    if (!('tagName' in node)) {
      assert.equal(node.nodeName, '#text', `a ${node.nodeName} in ${svg}`);
      continue;
    }
    assert.ok(elements.has(node.tagName), `<${node.tagName}> in ${svg}`);
    for (const { name, value } of node.attrs) {
      assert.ok(attributes.has(name), `attribute ${name} in ${svg}`);
      if (name !== 'xmlns')
        assert.doesNotMatch(value, /[:;\\"'<>]|url|http/i, `${name}="${value}"`);
      if (name === 'fill' || name === 'stroke') assert.match(value, /^(?:currentColor|none)$/);
    }
    visit(node.childNodes, svg);
  }
}
