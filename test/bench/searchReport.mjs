import { budgets } from './budgets.mjs';
import { itemKinds } from './kinds.mjs';
import { mb, ms, spread, table, verdict } from './tables.mjs';

/** @typedef {import('./report.mjs').LibraryFigures} LibraryFigures */
/** @typedef {import('./spread.js').Spread} Spread */

/** @param {LibraryFigures} figures */
export function searchingReport({ name, searching }) {
  const { before, after, service, similar, compaction, cacheSize, changed } = searching;
  const row = (
    /** @type {string} */ title,
    /** @type {Spread} */ { p50, p95, max },
    /** @type {number} */ budget = NaN,
  ) => [title, ...[p50, p95, max].map(ms), ...verdict(p95, budget, ms)];
  const kinds = Object.entries(after.kinds);
  const rows = [
    row(`worker, ${before.index.segments} segments`, before.all, budgets.query),
    row(`worker, merged to ${after.index.segments}`, after.all, budgets.query),
    ...kinds.map(([kind, times]) => row(`- ${kind}`, times)),
    row('service: phrases verified, papers merged', service),
    row('similar papers, worker', similar.worker, budgets.similar),
    row('similar papers, the digest read as well', similar.service),
  ];
  const head = ['', 'p50 ms', 'p95 ms', 'max ms', 'budget', 'holds'];
  const { median, best } = spread(changed);
  const notes = [
    `${after.answered} of ${after.asked} questions found something; ${similar.answered} of ${similar.asked} papers had similar ones.`,
    `One digest changed, index true again: median ${ms(median)}, best ${ms(best)} ms (budget ${budgets.changed}).`,
    `Index in memory ${mb(before.index.bytes)} MB, merged ${mb(after.index.bytes)} MB (in ${ms(compaction)} ms, in steps); cache on disk ${mb(cacheSize)} MB.`,
  ];
  return [`### Searching ${name}`, table(head, rows), notes.join(' ')].join('\n\n');
}

/** @param {LibraryFigures} figures */
export function peersReport({ name, peers, ripgrep = [], searching, papers }) {
  const engines = Object.entries(peers).map(([engine, { build, memory, query }]) => [
    engine,
    ...[ms(build), mb(memory), ms(query.p50), ms(query.p95), ms(query.max)],
  ]);
  const { all, index } = searching.after;
  const own = [
    ...['preprint, all fields, through the worker', '', mb(index.bytes)],
    ...[all.p50, all.p95, all.max].map(ms),
  ];
  const searches = ripgrep.map(({ name: what, median, best, matches }) => [
    `rg for ${what}: ${matches} lines`,
    ...['', '', ms(median), '', `best ${ms(best)}`],
  ]);
  const head = ['', 'build ms', 'memory MB', 'p50 ms', 'p95 ms', 'max ms'];
  const notes = `${papers} papers; title, authors and TL;DR, each engine alone in a process that has the texts in memory; words, two words, Chinese, typos.`;
  return [
    `### The same in other engines, ${name}`,
    table(head, [...engines, own, ...searches]),
    notes,
  ].join('\n\n');
}

/** @param {import('./relevance.js').RelevanceFigures} figures */
export function relevanceReport({ papers, questions, engines }) {
  const rows = engines.map(({ engine, fields, mrr }) => [
    `${engine}: ${fields}`,
    ...itemKinds.map((kind) => mrr[kind]?.toFixed(3) ?? ''),
  ]);
  const head = ['', ...itemKinds.map((kind) => `${kind} (${questions[kind]})`)];
  const missing = engines.some(({ engine }) => engine === 'prototype')
    ? ''
    : ' The prototype of the design is not there.';
  const notes = `MRR@10 of known items: words of the title, of the middle of the abstract, Chinese of the TL;DR, one typo in the title's words.${missing}`;
  return [`### Relevance, ${papers} papers`, table(head, rows), notes].join('\n\n');
}
