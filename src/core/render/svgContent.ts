import { escapeHtml } from './escapeHtml.js';

/** A node as the engine that draws formulas has it. */
interface DrawnNode {
  readonly kind: string;
}

interface DrawnElement extends DrawnNode {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly DrawnNode[];
}

/**
 * Drawn shapes as the text of an SVG. Only elements and attributes that draw get through, and of their
 * values only numbers and names: no link, no image, no style, no script, no reference. Colours go too, as
 * the author could not know on which background they would be.
 */
export function svgContent(nodes: readonly DrawnNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: DrawnNode): string {
  if (node.kind === '#text') return escapeHtml('value' in node ? String(node.value) : '');
  if (!elements.has(node.kind) || !('attributes' in node)) return '';
  const { kind, attributes, children } = node as DrawnElement;
  const { fill } = attributes;
  // A coloured box, such as behind `\colorbox{yellow}{x}`.
  if (kind === 'rect' && fill !== undefined && !plainColour(fill)) return '';
  const kept = Object.entries(attributes)
    .filter(([name, value]) => names.has(name) && harmless.test(String(value)))
    .filter(([name, value]) => !/^(?:fill|stroke)$/.test(name) || plainColour(value))
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
  const inside = svgContent(children);
  return inside === '' ? `<${kind}${kept}/>` : `<${kind}${kept}>${inside}</${kind}>`;
}

function plainColour(value: unknown): boolean {
  return value === 'currentColor' || value === 'none';
}

const elements = new Set('svg g path rect line ellipse polygon text tspan'.split(' '));

const names = new Set(
  (
    'd transform x y x1 x2 y1 y2 cx cy rx ry width height viewBox points preserveAspectRatio fill ' +
    'stroke stroke-width stroke-dasharray stroke-linecap font-size font-family font-style font-weight'
  ).split(' '),
);

/** No `url(…)`, no `javascript:`: nothing with a colon, and of what has brackets only places. */
const harmless = /^(?:(?:translate|scale|rotate|matrix)\([\d\s,.e%-]*\)\s*|[\w\s,.#%-])*$/;
