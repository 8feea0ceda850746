import { draw } from './svg.js';
import { drawnPlaces, drawnStyles, svgNamespace } from './trendsMessages.js';

/** A chart as a file of its own, in the colours that it has on the page. */
export function pictureText(chart: SVGSVGElement, title: string): string {
  const { width, height } = chart.getBoundingClientRect();
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll('*')];
  for (const [at, element] of [...chart.querySelectorAll('*')].entries()) {
    const drawn = copies[at];
    if (drawn) fixLooks(element, drawn);
  }
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  copy.setAttribute('xmlns', svgNamespace);
  copy.setAttribute('viewBox', `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`);
  copy.setAttribute('width', String(Math.ceil(width)));
  copy.setAttribute('height', String(Math.ceil(height)));
  const { backgroundColor } = getComputedStyle(document.body);
  const ground = draw('rect', { x: 0, y: 0, width, height, fill: backgroundColor });
  const name = draw('title');
  name.textContent = title;
  copy.prepend(name, ground);
  return new XMLSerializer().serializeToString(copy);
}

/** What the style sheet says becomes attributes; all that is for the page alone goes. */
function fixLooks(element: Element, copy: Element): void {
  for (const { name } of [...copy.attributes]) {
    if (!drawnPlaces.some((place) => place === name)) copy.removeAttribute(name);
  }
  if (element.localName === 'g' || element.localName === 'title') return;
  const looks = getComputedStyle(element);
  for (const style of drawnStyles) {
    if (element.localName === 'text' || !/^(?:font|text)-/.test(style)) {
      copy.setAttribute(style, looks.getPropertyValue(style));
    }
  }
}
