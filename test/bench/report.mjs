import { budgets } from './budgets.mjs';
import { mb, ms, spread, table, verdict } from './tables.mjs';

/** @typedef {Record<string, import('./peers.js').PeerFigures>} Peers by engine */
/** @typedef {import('./indexing.js').IndexingFigures & { name: string, peers: Peers, ripgrep?: import('./ripgrep.mjs').RipgrepFigures[] }} LibraryFigures */
/** @typedef {import('./hostTask.js').HostFigures} HostFigures */
/** @typedef {{ library: string, scenario: import('./hostTask.js').Scenario, figures: HostFigures }} HostRun */
/** @typedef {Record<string, number>} BundleSizes in bytes */

/** @param {LibraryFigures} figures */
export function indexingReport({ name, files, bytes, entries, papers, runs }) {
  const floor = spread(runs.map((run) => run.floor));
  const row = (
    /** @type {string} */ title,
    /** @type {(run: typeof runs[number]) => number} */ get,
    /** @type {(median: number) => string[]} */ judge = () => verdict(NaN, NaN, ms),
  ) => {
    const { median, best } = spread(runs.map(get));
    const ratio = `${(median / floor.median).toFixed(2)} x`;
    return [title, ms(median), ms(best), ratio, ...judge(median)];
  };
  const ratioJudge = (/** @type {number} */ median) =>
    verdict(median / floor.median, budgets.coldRatio, (value) => `${value.toFixed(1)} x`);
  const judge = (/** @type {number} */ budget) => (/** @type {number} */ median) =>
    verdict(median, budget, ms);
  const started = (
    /** @type {import('./searching.js').Opening} */ opening,
    /** @type {number} */ at,
  ) => opening.workerStart + at;
  const heading = `### Opening ${name}: ${files} digests, ${mb(bytes)} MB, ${entries} entries, ${papers} papers; ${runs.length} interleaved runs`;
  const rows = [
    row('floor: one worker reads, decodes, scans lines', (run) => run.floor),
    row('cold, library ready', ({ cold }) => cold.ready, ratioJudge),
    row('start of both workers, for the rows below', ({ cold }) => cold.workerStart),
    row(
      'cold, first digest searchable',
      ({ cold }) => started(cold, cold.first),
      judge(budgets.first),
    ),
    row(
      'cold, everything searchable',
      ({ cold }) => started(cold, cold.searchable),
      judge(budgets.searchable),
    ),
    row('warm, first answer', ({ warm }) => started(warm, warm.first), judge(budgets.warm)),
    row('warm, library ready', ({ warm }) => started(warm, warm.ready)),
    row('warm, everything searchable', ({ warm }) => started(warm, warm.searchable)),
    row('in process: decode', (run) => run.decode),
    row('in process: indexText', (run) => run.index),
  ];
  const head = ['', 'median ms', 'best ms', 'of the floor', 'budget', 'holds'];
  const notes =
    'Workers are new in each run; the floor and "library ready" begin when they are up, all else before. ' +
    'The index of the search is built, and everything kept on disk, meanwhile.';
  return [heading, table(head, rows), notes].join('\n\n');
}

/** @param {readonly HostRun[]} runs */
export function hostReport(runs) {
  const first = runs[0]?.figures;
  if (!first) return '';
  const heading = `### In the extension host of VS Code ${first.vscode} (Node ${first.node})`;
  return [heading, hostTable(runs), providersTable(runs)].join('\n\n');
}

const scenarios = {
  copyIn: 'copied into an open folder',
  open: 'folder opened, cold',
  reopen: 'opened again, warm',
};

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
    row('to everything searchable, ms', (f) => f.searchable),
    row('search by the API, p50 ms', (f) => f.queries.p50),
    row('search by the API, p95 ms', (f) => f.queries.p95),
    row('search by the API, max ms', (f) => f.queries.max),
    row('one digest changed, to its new word found, ms', (f) => f.changed),
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
    row(
      '- when the reading worker has stopped, MB',
      (f) => f.rested && f.rested.rss - f.before.rss,
      mb,
    ),
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
  const rows = runs.flatMap(({ library, figures: { providers } }) =>
    providers.flatMap(({ language, hover, definition, emptyHover, emptyDefinition }) => [
      providerRow(`${library}: hover, ${language}`, hover, emptyHover),
      providerRow(`${library}: definition, ${language}`, definition, emptyDefinition),
    ]),
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
