import { budgets } from './budgets.mjs';

/** @typedef {import('./indexing.js').IndexingFigures & { name: string }} LibraryFigures */
/** @typedef {import('./hostTask.js').HostFigures} HostFigures */
/** @typedef {{ library: string, scenario: import('./hostTask.js').HostTask['scenario'], figures: HostFigures }} HostRun */
/** @typedef {Record<string, number>} BundleSizes in bytes */

/**
 * A table of Markdown, its columns as wide as they need to be.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const widths = head.map((cell, i) =>
    Math.max(3, cell.length, ...rows.map((r) => r[i]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** @param {LibraryFigures} figures */
export function indexingReport({ name, files, bytes, entries, papers, runs }) {
  const floor = spread(runs.map((run) => run.floor));
  const row = (
    /** @type {string} */ title,
    /** @type {(run: typeof runs[number]) => number} */ get,
    /** @type {number} */ budget = NaN,
  ) => {
    const { median, best } = spread(runs.map(get));
    const ratio = median / floor.median;
    return [
      ...[title, ms(median), ms(best), `${(bytes / 1000 / median).toFixed(0)}`],
      ...[`${ratio.toFixed(2)} x`, ...verdict(ratio, budget, (value) => `${value} x`)],
    ];
  };
  const blocks = spread(runs.map((run) => run.longestBlock));
  const starts = spread(runs.map((run) => run.workerStart));
  const heading = `### Cold index of ${name}: ${files} digests, ${mb(bytes)} MB, ${entries} entries, ${papers} papers; ${runs.length} interleaved runs`;
  const rows = [
    row('floor: one worker reads, decodes, scans lines', (run) => run.floor),
    row('library ready: dist/worker.js, one worker', (run) => run.ready, budgets.coldRatio),
    row('- of it, on the main thread: library', (run) => run.library),
    row('in process: decode', (run) => run.decode),
    row('in process: indexText', (run) => run.index),
  ];
  const head = ['', 'median ms', 'best ms', 'MB/s', 'of the floor', 'budget', 'holds'];
  const notes =
    `Workers are up before the clock runs (ours starts in ${ms(starts.median)} ms) but new in each run; ` +
    `in process the code is warm from the second run on. ` +
    `Longest block of the asking thread: median ${ms(blocks.median)}, best ${ms(blocks.best)} ms.`;
  return [heading, table(head, rows), notes].join('\n\n');
}

/** @param {readonly HostRun[]} runs */
export function hostReport(runs) {
  const first = runs[0]?.figures;
  if (!first) return '';
  const heading = `### In the extension host of VS Code ${first.vscode} (Node ${first.node})`;
  return [heading, hostTable(runs), providersTable(runs)].join('\n\n');
}

const scenarios = { copyIn: 'copied into an open folder', open: 'folder opened, cold' };

/** @param {readonly HostRun[]} runs */
function hostTable(runs) {
  const head = [
    '',
    ...runs.map((run) => `${run.library}, ${scenarios[run.scenario]}`),
    'budget',
    'holds',
  ];
  const row = (
    /** @type {string} */ title,
    /** @type {(figures: HostFigures) => number | undefined} */ get,
    /** @type {(value: number) => string} */ show = ms,
    /** @type {number} */ budget = NaN,
  ) => {
    const values = runs.map(({ figures }) => get(figures) ?? NaN);
    const shown = values.map((value) => (Number.isFinite(value) ? show(value) : ''));
    return [title, ...shown, ...verdict(Math.max(...values), budget, show)];
  };
  return table(head, [
    row('load extension.js, ms', (f) => f.load),
    row('activate, ms', (f) => f.activate, ms, budgets.activate),
    row('copying itself, ms', (f) => f.copy),
    row('to all papers in the library, ms', (f) => f.ready),
    row('papers', (f) => f.papers, String),
    row('longest block while indexing, ms', (f) => f.indexing.longest, ms, budgets.longestBlock),
    row(
      '- of it on the CPU, at most, ms',
      (f) => f.indexing.longestComputing,
      ms,
      budgets.longestBlock,
    ),
    row('p99.9 while indexing, ms', (f) => f.indexing.p999),
    row('longest block at rest, ms', (f) => f.idle.longest),
    row('- of it on the CPU, at most, ms', (f) => f.idle.longestComputing),
    row('p99.9 at rest, ms', (f) => f.idle.p999),
    row('RSS before, MB', (f) => f.before.rss, mb),
    row('RSS after, MB', (f) => f.after.rss, mb),
    row('growth, MB', (f) => f.after.rss - f.before.rss, mb, budgets.growth),
    row('heapUsed before, MB', (f) => f.before.heapUsed, mb),
    row('heapUsed after, MB', (f) => f.after.heapUsed, mb),
  ]);
}

/** @param {readonly HostRun[]} runs */
function providersTable(runs) {
  const head = [
    ...['200 ids through the window', 'found', 'p50 ms', 'p95 ms'],
    ...['round trip alone p50', 'p95', 'own p50', 'own p95', 'budget', 'holds'],
  ];
  const rows = runs.flatMap(({ library, figures }, run) =>
    // How the library came in makes no difference here: the last window of each will do.
    runs[run + 1]?.library === library
      ? []
      : figures.providers.flatMap(
          ({ language, hover, definition, emptyHover, emptyDefinition }) => [
            providerRow(`${library}: hover, ${language}`, hover, emptyHover),
            providerRow(`${library}: definition, ${language}`, definition, emptyDefinition),
          ],
        ),
  );
  return table(head, rows);
}

/**
 * @param {string} title
 * @param {import('./hostTask.js').Latencies} asked
 * @param {import('./hostTask.js').Latencies} empty
 */
function providerRow(title, asked, empty) {
  const own = [asked.p50 - empty.p50, asked.p95 - empty.p95].map((time) => Math.max(0, time));
  return [
    ...[title, String(asked.answered), ms(asked.p50), ms(asked.p95), ms(empty.p50), ms(empty.p95)],
    ...own.map(ms),
    ...verdict(Math.max(...own), budgets.provider, ms),
  ];
}

/** @param {BundleSizes} sizes */
export function sizesReport(sizes) {
  const kb = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
  const rows = Object.entries(sizes).map(([file, size]) => [
    ...[file, kb(size)],
    ...verdict(size, file === 'extension.js' ? budgets.extensionBundle : NaN, kb),
  ]);
  return `### Bundles\n\n${table(['dist/', 'kB', 'budget', 'holds'], rows)}`;
}

/**
 * The last two cells of a row: empty where there is no budget.
 * @param {number} value
 * @param {number} budget
 * @param {(value: number) => string} show
 */
function verdict(value, budget, show) {
  if (Number.isNaN(budget)) return ['', ''];
  return [show(budget), value <= budget ? 'yes' : 'no'];
}

/** @param {readonly number[]} values */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, best: sorted[0] ?? NaN };
}

/** @param {number} value */
function ms(value) {
  return value.toFixed(Math.abs(value) < 100 ? 1 : 0);
}

/** @param {number} bytes */
function mb(bytes) {
  return (bytes / 1e6).toFixed(1);
}
