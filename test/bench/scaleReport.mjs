import { budgets } from './budgets.mjs';
import { mb, ms, table, verdict } from './tables.mjs';

/** @typedef {import('./scaleWindow.mjs').ScaleRun} ScaleRun */

/** @param {ScaleRun} run */
export function scaleReport({ files, floors, idle, before, most, steps }) {
  const floorOf = (/** @type {number} */ count) =>
    count === 0 ? floors.all : (floors.digests * count) / files.digests;
  const block = (/** @type {import('./hostTask.js').Delays} */ { longest, longestComputing }) =>
    longestComputing ?? longest;
  const head = ['', 'done, ms', 'settled, ms', 'floor, ms', 'longest block, ms', 'seen, ms'];
  const rows = steps.map((step) => [
    step.files === 0 ? step.name : `${step.name}: ${step.files} files`,
    ...[step.doing, step.settled, floorOf(step.files)].map(ms),
    ...[block(step.delays), step.delays.longest].map(ms),
    mb(step.memory.rss - before.rss),
    ...verdict(block(step.delays), budgets.scale.longestBlock, ms),
  ]);
  const { notes, digests, excluded, pictures } = files;
  return [
    `### ${notes} notes, ${digests} digests, ${excluded} excluded files, ${pictures} pictures in a folder, links in circles, in a window`,
    table([...head, 'grown by, MB', 'budget', 'holds'], rows),
    `At rest the longest block is ${ms(block(idle))} ms. At most the process has grown by ${mb(most - before.rss)} MB. The floor is reading and scanning the files in one worker.`,
  ].join('\n\n');
}
