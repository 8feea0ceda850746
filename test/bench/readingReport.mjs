import { budgets } from './budgets.mjs';
import { mb, ms, table, verdict } from './tables.mjs';

/** @typedef {import('./readingWindow.mjs').ReadingFigures} ReadingFigures */

/** @param {readonly ReadingFigures[]} digests the first as long as a day's, which the budget of time is for */
export function readingReport(digests) {
  if (digests.length === 0) return '';
  const row = (
    /** @type {string} */ title,
    /** @type {(figures: ReadingFigures) => number} */ get,
    /** @type {(value: number) => string} */ show = ms,
    /** @type {number} */ budget = NaN,
    /** @type {(values: readonly number[]) => number} */ worst = (all) => Math.max(...all),
  ) => {
    const values = digests.map(get);
    return [title, ...values.map(show), ...verdict(worst(values), budget, show)];
  };
  const sizes = digests.map(({ entries, bytes }) => `${entries} entries, ${mb(bytes)} MB`);
  const { first, heap, blank } = budgets.reading;
  return [
    '### A digest in the reader, in a window of VS Code',
    table(
      ['', ...sizes, 'budget', 'holds'],
      [
        row('until VS Code has a place for the page, ms', (f) => f.begun),
        row(
          'from there to the first rows and a title, ms',
          (f) => f.first - f.begun,
          ms,
          first,
          ([day = NaN]) => day,
        ),
        row('both together, ms', (f) => f.first),
        row("VS Code's own preview of a short Markdown file, ms", (f) => f.preview),
        row('to the whole paper, ms', (f) => f.paper),
        row('to the last row, ms', (f) => f.all),
        row('from a key to the next paper, p50 ms', (f) => f.next),
        row('frames of scrolling that lack a row', (f) => f.blank, String, blank),
        row('heap of the page, MB', (f) => f.heap, mb, heap),
      ],
    ),
  ].join('\n\n');
}
