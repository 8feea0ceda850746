import { budgets } from './budgets.mjs';
import { mb, ms, table, verdict } from './tables.mjs';

/** @typedef {import('./readingWindow.mjs').ReadingFigures} ReadingFigures */

/** @param {readonly ReadingFigures[]} digests */
export function readingReport(digests) {
  if (digests.length === 0) return '';
  const row = (
    /** @type {string} */ title,
    /** @type {(figures: ReadingFigures) => number} */ get,
    /** @type {(value: number) => string} */ show = ms,
    /** @type {number} */ budget = NaN,
  ) => {
    const values = digests.map(get);
    return [title, ...values.map(show), ...verdict(Math.max(...values), budget, show)];
  };
  const sizes = digests.map(({ entries, bytes }) => `${entries} entries, ${mb(bytes)} MB`);
  const { first, heap, blank } = budgets.reading;
  return [
    '### A digest in the reader, in a window of VS Code',
    table(
      ['', ...sizes, 'budget', 'holds'],
      [
        row('from the command to the first rows and a title, ms', (f) => f.first, ms, first),
        row('- until the page has loaded, ms', (f) => f.page),
        row('to the whole paper, ms', (f) => f.paper),
        row('to the last row, ms', (f) => f.all),
        row('from a key to the next paper, p50 ms', (f) => f.next),
        row('frames of scrolling that lack a row', (f) => f.blank, String, blank),
        row('heap of the page, MB', (f) => f.heap, mb, heap),
      ],
    ),
  ].join('\n\n');
}
