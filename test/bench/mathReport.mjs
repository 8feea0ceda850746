import { budgets } from './budgets.mjs';
import { ms, table } from './tables.mjs';

/**
 * @param {import('./math.js').MathFigures} figures
 * @param {number} bundle bytes of the program that draws
 */
export function mathReport(
  { texts, formulas, distinct, unrendered, refused, page, hover },
  bundle,
) {
  const share = (100 * (formulas - unrendered)) / formulas;
  const holds = share >= budgets.math.rendered ? 'yes' : 'no';
  const drawn = hover.wanted - hover.undrawn.length;
  const row = (
    /** @type {string} */ title,
    /** @type {import('./spread.js').Spread} */ { p50, p95, max },
    show = ms,
  ) => [title, show(p50), show(p95), show(max)];
  const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  return [
    `### Formulas: ${formulas} in ${texts} texts, ${distinct} of them different`,
    `Rendered on the page: ${share.toFixed(2)} % (at least ${budgets.math.rendered} %: ${holds}). ` +
      `Drawn for hovers: ${drawn} of the ${hover.wanted} that text cannot show well; the first ` +
      `${ms(hover.first)} ms after the worker's start; the program is ${kb(bundle)}.`,
    table(
      ['one formula', 'p50', 'p95', 'max'],
      [
        row('HTML and MathML, ms', page),
        row('SVG, through the worker, ms', hover.each),
        row('image in a hover', hover.bytes, kb),
      ],
    ),
    ['Shown as their source:', ...refused.map(({ tex, reason }) => `- ${line(tex)}  (${reason})`)],
    ['Shown as text in hovers:', ...hover.undrawn.map((tex) => `- ${line(tex)}`)],
  ]
    .map((part) =>
      typeof part === 'string'
        ? part
        : [...part, ...(part.length > 1 ? [] : ['- none'])].join('\n'),
    )
    .join('\n\n');
}

/** @param {string} tex */
function line(tex) {
  return tex.replace(/\s+/g, ' ').trim();
}
