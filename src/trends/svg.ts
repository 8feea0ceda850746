import { svgNamespace } from './trendsMessages.js';

type Attributes = Readonly<Record<string, string | number>>;

/** Makes an element of a drawing; with `in`, as the last child of that one. */
export function draw<N extends keyof SVGElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  parent?: Element,
): SVGElementTagNameMap[N] {
  const element = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, typeof value === 'number' ? rounded(value) : value);
  }
  parent?.append(element);
  return element;
}

export function drawText(text: string, attributes: Attributes, parent: Element): SVGTextElement {
  const element = draw('text', attributes, parent);
  element.textContent = text;
  return element;
}

/** Cuts a text with an ellipsis until it is no wider than so many pixels. */
export function fitText(element: SVGTextElement, width: number): void {
  const whole = element.textContent;
  for (let length = whole.length; element.getComputedTextLength() > width && length > 1;) {
    length = Math.min(length - 1, Math.ceil((length * width) / element.getComputedTextLength()));
    element.textContent = `${whole.slice(0, length).trimEnd()}…`;
  }
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
