import { writeFileSync } from 'node:fs';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { startServer } from '../vscode/server.mjs';
import { testSettings } from '../vscode/settings.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { resultOf } from './hostWindow.mjs';
import { scale, writeScale } from './scaleFiles.mjs';

/** @typedef {import('./scaleTask.js').ScaleFigures & { files: typeof scale, floors: Floors }} ScaleRun */
/** Milliseconds that reading and scanning the files takes in one worker. @typedef {{ all: number, digests: number }} Floors */

/**
 * Opens a window on a folder with very many files and lets its extension host measure Preprint.
 * @param {object} options
 * @param {import('../vscode/versions.mjs').VsCodeVersion} options.version
 * @param {string} options.program the bundle of `scaleHost.ts`
 * @param {string} options.floor the program of a worker that reads files
 * @param {string} [options.profileFile]
 * @returns {Promise<ScaleRun>}
 */
export async function measureScale({ version, program, floor, profileFile }) {
  const folder = makeTemporaryFolder('scale');
  const taskFile = path.join(folder, 'task.json');
  try {
    const workspace = path.join(folder, 'library');
    const { digests, notes, papers } = writeScale(workspace);
    const floors = {
      all: await reading(floor, [...digests, ...notes]),
      digests: await reading(floor, digests),
    };
    const server = await startServer({
      ...{ version, settings: testSettings, testDriver: true },
      env: { PREPRINT_BENCH_TASK: taskFile },
    });
    try {
      /** @type {import('./scaleTask.js').ScaleTask} */
      const task = {
        ...{ folder: workspace, papers, resultFile: path.join(folder, 'result.json') },
        ...(profileFile !== undefined && { profileFile }),
      };
      writeFileSync(taskFile, JSON.stringify(task));
      const { resultFile } = task;
      const figures = JSON.parse(await resultOf(server, { workspace, program, resultFile }));
      return { ...figures, files: scale, floors };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} files
 * @returns {Promise<number>}
 */
async function reading(program, files) {
  const worker = new Worker(program);
  const answer = () => new Promise((resolve) => worker.once('message', resolve));
  worker.postMessage([]);
  await answer();
  const started = performance.now();
  worker.postMessage(files);
  await answer();
  const took = performance.now() - started;
  await worker.terminate();
  return took;
}
