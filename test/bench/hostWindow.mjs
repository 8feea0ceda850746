import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../vscode/paths.mjs';
import { startServer } from '../vscode/server.mjs';
import { testSettings } from '../vscode/settings.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { openPage, workbenchUrl } from '../vscode/workbenchPage.mjs';

/**
 * @typedef {object} HostBenchOptions
 * @property {import('../vscode/versions.mjs').VsCodeVersion} version
 * @property {string} program the bundle of `host.ts`
 * @property {readonly string[]} library paths of the digests
 * @property {number} papers how many those hold
 * @property {import('./hostTask.js').HostTask['scenario']} scenario
 * @property {string} [profileFile]
 */

/** Far longer than a large library takes on a slow machine. */
const timeLimit = 300_000;

/**
 * Opens a window of VS Code and lets its extension host measure Preprint.
 * @param {HostBenchOptions} options
 * @returns {Promise<import('./hostTask.js').HostFigures>}
 */
export async function measureInHost(options) {
  const folder = makeTemporaryFolder('bench');
  const workspace = path.join(folder, 'library');
  mkdirSync(workspace);
  if (options.scenario === 'open') copyFiles(options.library, workspace);
  /** @type {import('./hostTask.js').HostTask} */
  const task = {
    scenario: options.scenario,
    papers: options.papers,
    resultFile: path.join(folder, 'result.json'),
    askFile: path.join(folder, 'ask'),
    copiedFile: path.join(folder, 'copied.json'),
    ...(options.profileFile !== undefined && { profileFile: options.profileFile }),
  };
  const server = await startServer({
    version: options.version,
    settings: testSettings,
    testDriver: true,
    env: { PREPRINT_BENCH_TASK: JSON.stringify(task) },
  });
  try {
    return await figuresOf(server, workspace, task, options);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {import('../vscode/server.mjs').VsCodeServer} server
 * @param {string} workspace
 * @param {import('./hostTask.js').HostTask} task
 * @param {HostBenchOptions} options
 */
async function figuresOf(server, workspace, task, { program, library }) {
  /** @type {string[]} */
  const log = [];
  let ended = false;
  const url = workbenchUrl(server.url, { folder: workspace, extension: root, tests: program });
  const { browser } = await openPage(url, {
    onLog: (line) => log.push(line),
    onExit: () => (ended = true),
  });
  try {
    const deadline = Date.now() + timeLimit;
    let copied = false;
    while (!ended && Date.now() < deadline) {
      if (!copied && existsSync(task.askFile)) {
        const started = Date.now();
        copyFiles(library, workspace);
        writeFileSync(task.copiedFile, JSON.stringify({ started, ended: Date.now() }));
        copied = true;
      }
      await delay(20);
    }
    if (existsSync(task.resultFile)) return JSON.parse(readFileSync(task.resultFile, 'utf8'));
    const how = ended ? 'ended without figures' : `did not end in ${timeLimit / 1000} s`;
    throw new Error(`The extension host ${how}:\n${log.slice(-20).join('\n')}`);
  } finally {
    await browser.close();
  }
}

/**
 * @param {readonly string[]} files
 * @param {string} folder
 */
function copyFiles(files, folder) {
  for (const file of files) copyFileSync(file, path.join(folder, path.basename(file)));
}
