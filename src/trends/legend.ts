import { draw, drawText } from './svg.js';

const lineHeight = 20;
const swatch = 11;
const gap = 18;

/**
 * Names the colours of a chart, in lines as wide as the chart.
 * @param top of the first line
 * @returns where the last line ends
 */
export function drawLegend(
  chart: SVGSVGElement,
  names: readonly string[],
  top: number,
  width: number,
): number {
  let [x, y] = [0, top];
  for (const [number, name] of names.entries()) {
    const text = drawText(name, { class: 'key', x: x + swatch + 6, y: y + swatch - 1 }, chart);
    const length = swatch + 6 + text.getComputedTextLength();
    if (x > 0 && x + length > width) {
      [x, y] = [0, y + lineHeight];
      text.setAttribute('x', String(swatch + 6));
      text.setAttribute('y', String(y + swatch - 1));
    }
    draw('rect', { class: `series-${number}`, x, y, width: swatch, height: swatch }, chart);
    x += length + gap;
  }
  return y + lineHeight;
}
