import { readFileSync, writeFileSync } from 'node:fs';
import { bibliographyNumbers } from './bibliographyReadme.mjs';
import { budgets } from './budgets.mjs';
import { mb, ms, spread, table } from './tables.mjs';

/** @typedef {import('./run.mjs').Circumstances & import('./bibliographyWindow.mjs').BibliographyRun} BibliographyResults */
/** @typedef {import('./run.mjs').Circumstances & { digests: readonly import('./readingWindow.mjs').ReadingFigures[] }} ReadingResults */
/** @typedef {import('./run.mjs').Circumstances & import('./scaleWindow.mjs').ScaleRun} ScaleResults */
/**
 * @typedef {object} WholeResults
 * @property {readonly import('./report.mjs').LibraryFigures[]} indexing
 * @property {readonly import('./relevance.js').RelevanceFigures[]} relevance
 * @property {readonly import('./report.mjs').HostRun[]} host
 * @property {BibliographyResults} [bibliography] measured by itself
 * @property {ReadingResults} [reading] measured by itself
 * @property {ScaleResults} [scale] measured by itself
 */
/** @typedef {import('./run.mjs').Circumstances & WholeResults} Results */

const marks = ['<!-- bench -->', '<!-- /bench -->'];

/**
 * Writes the figures between the two comments that mark their place.
 * @param {string} file
 * @param {Results} results
 */
export function writeReadme(file, results) {
  const [begin = '', end = ''] = marks;
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no ${marks.join(' and ')}.`);
  const numbers = `${begin}\n\n${numbersOf(results)}\n\n`;
  writeFileSync(file, text.slice(0, from) + numbers + text.slice(to));
}

/** @param {Results} results */
function numbersOf(results) {
  const { indexing, bibliography } = results;
  const head = ['', ...indexing.map(libraryTitle), 'budget'];
  return [
    whereOf(results),
    table(head, [...ownRows(indexing), ...hostRows(results), ...peerRows(indexing)]),
    relevanceOf(results),
    bibliography && whereOf(bibliography),
    bibliography && bibliographyNumbers(bibliography),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** @param {import('./run.mjs').Circumstances} circumstances */
function whereOf({ date, machine, vscode, loadAtEnd }) {
  const loads = [machine.loadAverage[0], loadAtEnd[0]].map((load) => load?.toFixed(1)).join(' to ');
  return `${date.slice(0, 10)}, ${machine.cpu}, ${machine.cores} cores (load ${loads}), Node ${machine.node.slice(1)}, VS Code ${vscode}.`;
}

/** @param {Results['indexing'][number]} library */
function libraryTitle({ files, bytes, papers }) {
  return `${files} digests, ${mb(bytes)} MB, ${papers} papers`;
}

/** @param {Results['indexing']} indexing */
function ownRows(indexing) {
  const row = (
    /** @type {string} */ title,
    /** @type {(library: Results['indexing'][number]) => string} */ get,
    budget = '',
  ) => [title, ...indexing.map(get), budget];
  const median = (
    /** @type {Results['indexing'][number]} */ { runs },
    /** @type {(run: typeof runs[number]) => number} */ get,
  ) => spread(runs.map(get)).median;
  const opening =
    (/** @type {'cold' | 'warm'} */ how, /** @type {'first' | 'ready' | 'searchable'} */ what) =>
    (/** @type {Results['indexing'][number]} */ library) =>
      `${ms(median(library, ({ [how]: times }) => times.workerStart + times[what]))} ms`;
  return [
    row(
      'reading, decoding and scanning lines in one worker: the floor',
      (one) => `${ms(median(one, ({ floor }) => floor))} ms`,
    ),
    row(
      'cold: library ready',
      (one) => {
        const ready = median(one, ({ cold }) => cold.ready);
        return `${ms(ready)} ms, ${(ready / median(one, ({ floor }) => floor)).toFixed(1)} x the floor`;
      },
      `${budgets.coldRatio} x`,
    ),
    row('cold: newest digest searchable', opening('cold', 'first'), `${budgets.first} ms`),
    row('cold: everything searchable', opening('cold', 'searchable'), `${budgets.searchable} ms`),
    row('warm: first answer', opening('warm', 'first'), `${budgets.warm} ms`),
    row('warm: library ready', opening('warm', 'ready')),
    row('warm: everything searchable', opening('warm', 'searchable')),
    row(
      'one digest changed, index true again',
      ({ searching }) => `${ms(spread(searching.changed).median)} ms`,
      `${budgets.changed} ms`,
    ),
    row(
      'search, through the worker: p50, p95',
      ({ searching: { after } }) => `${ms(after.all.p50)}, ${ms(after.all.p95)} ms`,
      `p95 ${budgets.query} ms`,
    ),
    row(
      'similar papers, through the worker: p50, p95',
      ({ searching: { similar } }) => `${ms(similar.worker.p50)}, ${ms(similar.worker.p95)} ms`,
      `p95 ${budgets.similar} ms`,
    ),
    row(
      'index in memory, cache on disk',
      ({ searching: { after, cacheSize } }) => `${mb(after.index.bytes)}, ${mb(cacheSize)} MB`,
    ),
  ];
}

/** @param {Results} results */
function hostRows({ indexing, host }) {
  const row = (
    /** @type {string} */ title,
    /** @type {import('./hostTask.js').Scenario} */ scenario,
    /** @type {(figures: import('./hostTask.js').HostFigures) => string} */ get,
    budget = '',
  ) => [
    title,
    ...indexing.map(({ name }) => {
      const run = host.find((one) => one.library === name && one.scenario === scenario);
      return run ? get(run.figures) : '';
    }),
    budget,
  ];
  const growth = (/** @type {import('./hostTask.js').HostFigures} */ { before, after, rested }) =>
    [after, ...(rested ? [rested] : [])].map(({ rss }) => mb(rss - before.rss)).join(', ');
  const block = (
    /** @type {import('./hostTask.js').HostFigures} */ { indexing: { longest, p999 } },
  ) => `${ms(longest)}, ${ms(p999)} ms`;
  return [
    row(
      "VS Code's extension host, cold: longest block of its event loop, p99.9",
      'open',
      block,
      `${budgets.longestBlock} ms`,
    ),
    row('- warm', 'reopen', block, `${budgets.longestBlock} ms`),
    row('- cold: everything searchable', 'open', ({ searchable }) => `${ms(searchable)} ms`),
    row('- warm: everything searchable', 'reopen', ({ searchable }) => `${ms(searchable)} ms`),
    row('- cold: growth of the process', 'open', (figures) => `${growth(figures)} MB`),
    row(
      '- warm: growth of the process, after a minute',
      'reopen',
      (figures) => `${growth(figures)} MB`,
      `${mb(budgets.growth)} MB`,
    ),
  ];
}

/** @param {Results['indexing']} indexing */
function peerRows(indexing) {
  const engine = (/** @type {string} */ name) => [
    `${name} (title, authors, TL;DR): build, memory, p95`,
    ...indexing.map(({ peers: { [name]: figures } }) =>
      figures
        ? `${ms(figures.build)} ms, ${mb(figures.memory)} MB, ${ms(figures.query.p95)} ms`
        : 'not asked',
    ),
    '',
  ];
  const searched = indexing.map(({ ripgrep = [] }) =>
    ripgrep.map(({ median }) => ms(median)).join(', '),
  );
  return [
    ...['preprint', 'lunr', 'minisearch'].map(engine),
    [
      '`rg`: a word, a Chinese word, two words',
      ...searched.map((times) => times && `${times} ms`),
      '',
    ],
  ];
}

/** @param {Results} results */
function relevanceOf({ relevance: [figures] }) {
  if (!figures) return '';
  const { papers, questions, engines } = figures;
  const kinds = /** @type {(keyof typeof questions)[]} */ (Object.keys(questions));
  const rows = engines.map(({ engine, fields, mrr }) => [
    `${engine}, ${fields === 'all' ? 'all fields' : fields}`,
    ...kinds.map((kind) => mrr[kind]?.toFixed(3) ?? ''),
  ]);
  return `Known items among ${papers} papers, mean reciprocal rank (MRR@10), ${Math.max(...Object.values(questions))} questions of each kind:\n\n${table(['', ...kinds], rows)}`;
}
