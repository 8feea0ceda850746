import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startServer } from '../vscode/server.mjs';
import { testSettings } from '../vscode/settings.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { writeBibliography } from './bibliographyFiles.mjs';
import { resultOf } from './hostWindow.mjs';

/** @typedef {{ entries: number, bytes: number, windows: import('./bibliographyTask.js').BibliographyFigures[] }} BibliographyRun */

/**
 * Opens windows of VS Code, each with a folder of its own, and lets their extension hosts measure how
 * Preprint works with a large bibliography.
 * @param {object} options
 * @param {import('../vscode/versions.mjs').VsCodeVersion} options.version
 * @param {string} options.program the bundle of `bibliographyHost.ts`
 * @param {number} options.windows how many
 * @param {(window: number) => string} [options.profileFile]
 * @returns {Promise<BibliographyRun>}
 */
export async function measureBibliography({ version, program, windows, profileFile }) {
  const folder = makeTemporaryFolder('bibliography');
  const taskFile = path.join(folder, 'task.json');
  const server = await startServer({
    ...{ version, settings: testSettings, testDriver: true },
    env: { PREPRINT_BENCH_TASK: taskFile },
  });
  try {
    /** @type {BibliographyRun} */
    const run = { entries: 0, bytes: 0, windows: [] };
    for (let window = 1; window <= windows; window++) {
      const workspace = path.join(folder, `notes-${window}`);
      const { entries, bytes, ...files } = writeBibliography(workspace);
      /** @type {import('./bibliographyTask.js').BibliographyTask} */
      const task = {
        ...files,
        memory: window === windows,
        resultFile: path.join(folder, `result-${window}.json`),
        ...(profileFile && { profileFile: profileFile(window) }),
      };
      writeFileSync(taskFile, JSON.stringify(task));
      const { resultFile } = task;
      run.windows.push(JSON.parse(await resultOf(server, { workspace, program, resultFile })));
      Object.assign(run, { entries, bytes });
    }
    return run;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
