import { budgets } from './budgets.mjs';
import { mb, ms, spread, table, verdict } from './tables.mjs';

/** @typedef {import('./bibliographyTask.js').BibliographyFigures} BibliographyFigures */
/** @typedef {import('./bibliographyTask.js').Asked} Asked */
/** @typedef {import('./bibliographyWindow.mjs').BibliographyRun} BibliographyRun */

/** @param {BibliographyRun} run */
export function bibliographyReport({ entries, bytes, windows }) {
  const [first] = windows;
  if (!first) return '';
  const heading = `### A bibliography of ${entries} entries, ${mb(bytes)} MB, in the extension host of VS Code ${first.vscode} (Node ${first.node})`;
  return [heading, windowsTable(windows), askedTable(windows)].join('\n\n');
}

/** The worst window is held against the budget. @param {readonly BibliographyFigures[]} windows */
function windowsTable(windows) {
  const row = (
    /** @type {string} */ title,
    /** @type {(figures: BibliographyFigures) => number | undefined} */ get,
    /** @type {(value: number) => string} */ show = ms,
    /** @type {number} */ budget = NaN,
  ) => {
    const values = windows.flatMap((figures) => get(figures) ?? []);
    const shown = windows.map((figures) => {
      const value = get(figures);
      return value === undefined ? '' : show(value);
    });
    return [title, ...shown, ...verdict(Math.max(...values), budget, show)];
  };
  const { firstList, longestBlock, growth } = budgets.bibliography;
  const head = ['', ...windows.map((_, index) => `window ${index + 1}`), 'budget', 'holds'];
  return table(head, [
    row('from opening the note to the first full list, ms', (f) => f.firstList, ms, firstList),
    row('- until the note is open, ms', (f) => f.opened),
    row('- the same of a note before that cites nothing, ms', (f) => f.otherList),
    row('- the round trip of a list alone, p50 ms', (f) => f.completions.empty.p50),
    row('longest block, ms', (f) => f.delays.longest, ms, longestBlock),
    row('- of it on the CPU, at most, ms', (f) => f.delays.longestComputing, ms, longestBlock),
    row('p99.9, ms', (f) => f.delays.p999),
    row('longest block at rest, ms', (f) => f.idle.longest),
    row('- of it on the CPU, at most, ms', (f) => f.idle.longestComputing),
    row('p99.9 at rest, ms', (f) => f.idle.p999),
    row('RSS before, MB', (f) => f.memory?.before.rss, mb),
    row('growth with the first full list, MB', listedGrowthOf, mb, growth),
    row('- after all that is asked in a row, MB', growthOf, mb, growth),
    row("- of it V8's space for the host's own garbage, MB", garbageGrowthOf, mb),
    row('- at its most, MB', (f) => f.memory && f.memory.most - f.memory.before.rss, mb),
    row('- a minute later, MB', restedGrowthOf, mb, growth),
    row('heapUsed before, MB', (f) => f.memory?.before.heapUsed, mb),
    row('heapUsed after, MB', (f) => f.memory?.after.heapUsed, mb),
  ]);
}

/** @param {BibliographyFigures} figures */
export function listedGrowthOf({ memory }) {
  return memory && memory.listed - memory.before.rss;
}

/**
 * What the heap of the main thread has room for beyond what it holds: it grows with the number of
 * questions, whoever answers them, and shrinks within seconds of rest.
 * @param {BibliographyFigures} figures
 */
function garbageGrowthOf({ memory }) {
  const room = (/** @type {import('./hostTask.js').Memory} */ at) => at.heapTotal - at.heapUsed;
  return memory && room(memory.after) - room(memory.before);
}

/** @param {BibliographyFigures} figures */
export function growthOf({ memory }) {
  return memory && memory.after.rss - memory.before.rss;
}

/** @param {BibliographyFigures} figures */
export function restedGrowthOf({ memory }) {
  return memory && memory.rested.rss - memory.before.rss;
}

/**
 * Of each figure the middle of the windows. Completion is held against its budget as a whole: the
 * editor has suggestions of its own, other ones where nothing is cited, and nothing can be deducted.
 * @param {readonly BibliographyFigures[]} windows
 */
function askedTable(windows) {
  const { completion, lookup } = budgets.bibliography;
  const row = (
    /** @type {string} */ title,
    /** @type {(figures: BibliographyFigures) => Asked | undefined} */ get,
    /** @type {'own' | 'asked'} */ judged,
    /** @type {number} */ budget,
  ) => {
    const middle = middleOf(windows, get);
    const { asked, empty, own, answered } = middle;
    const times = [asked.p50, asked.p95, empty.p50, empty.p95, own.p50, own.p95].map(ms);
    return [title, String(answered), ...times, ...verdict(middle[judged].p95, budget, ms)];
  };
  const kinds = windows[0]?.completion.map(({ kind }) => kind) ?? [];
  const rows = [
    row('hover', (f) => f.hover, 'own', lookup),
    row('definition', (f) => f.definition, 'own', lookup),
    row('completion', (f) => f.completions, 'asked', completion),
    ...kinds.map((kind) =>
      row(`- ${kind}`, (f) => f.completion.find((one) => one.kind === kind), 'asked', completion),
    ),
  ];
  const head = [
    ...['keys through the window', 'found', 'p50 ms', 'p95 ms'],
    ...['round trip alone p50', 'p95', 'own p50', 'own p95', 'budget', 'holds'],
  ];
  return table(head, rows);
}

/**
 * The own share is what is left without the round trip.
 * @param {readonly BibliographyFigures[]} windows
 * @param {(figures: BibliographyFigures) => Asked | undefined} get
 */
export function middleOf(windows, get) {
  const all = windows.flatMap((figures) => get(figures) ?? []);
  const middle = (/** @type {'asked' | 'empty'} */ which) => ({
    p50: spread(all.map((one) => one[which].p50)).median,
    p95: spread(all.map((one) => one[which].p95)).median,
  });
  const [asked, empty] = [middle('asked'), middle('empty')];
  const own = {
    p50: Math.max(0, asked.p50 - empty.p50),
    p95: Math.max(0, asked.p95 - empty.p95),
  };
  return { asked, empty, own, answered: Math.min(...all.map((one) => one.asked.answered)) };
}
