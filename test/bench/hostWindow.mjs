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
 * @property {readonly import('./hostTask.js').Scenario[]} scenarios one window after the other, with the
 *   same server and folder
 * @property {(scenario: string) => string} [profileFile]
 */

/** @typedef {import('./hostTask.js').HostFigures & { scenario: import('./hostTask.js').Scenario }} WindowFigures */

/** Far longer than a large library takes on a slow machine. */
const timeLimit = 300_000;

/**
 * Opens windows of VS Code and lets their extension hosts measure Preprint.
 * @param {HostBenchOptions} options
 * @returns {Promise<WindowFigures[]>}
 */
export async function measureInHost(options) {
  const folder = makeTemporaryFolder('bench');
  const workspace = path.join(folder, 'library');
  const taskFile = path.join(folder, 'task.json');
  mkdirSync(workspace);
  if (options.scenarios[0] !== 'copyIn') copyFiles(options.library, workspace);
  const server = await startServer({
    version: options.version,
    settings: testSettings,
    testDriver: true,
    env: { PREPRINT_BENCH_TASK: taskFile },
  });
  try {
    /** @type {WindowFigures[]} */
    const windows = [];
    for (const scenario of options.scenarios) {
      /** @type {import('./hostTask.js').HostTask} */
      const task = {
        scenario,
        files: options.library.map((file) => path.join(workspace, path.basename(file))),
        papers: options.papers,
        resultFile: path.join(folder, `result-${scenario}.json`),
        askFile: path.join(folder, 'ask'),
        copiedFile: path.join(folder, 'copied.json'),
        ...(options.profileFile && { profileFile: options.profileFile(scenario) }),
      };
      writeFileSync(taskFile, JSON.stringify(task));
      windows.push({ scenario, ...(await figuresOf(server, workspace, task, options)) });
    }
    return windows;
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
 * @returns {Promise<import('./hostTask.js').HostFigures>}
 */
async function figuresOf(server, workspace, task, { program, library }) {
  let copied = false;
  const copyIn = () => {
    if (copied || !existsSync(task.askFile)) return;
    const started = Date.now();
    copyFiles(library, workspace);
    writeFileSync(task.copiedFile, JSON.stringify({ started, ended: Date.now() }));
    copied = true;
  };
  const text = await resultOf(server, { workspace, program, onLook: copyIn, ...task });
  return JSON.parse(text);
}

/**
 * Opens a window, whose extension host runs a program, and waits for what that writes.
 * @param {import('../vscode/server.mjs').VsCodeServer} server
 * @param {{ workspace: string, program: string, resultFile: string, onLook?: () => void }} run
 * @returns {Promise<string>}
 */
export async function resultOf(server, { workspace, program, resultFile, onLook }) {
  /** @type {string[]} */
  const log = [];
  let ended = false;
  const url = workbenchUrl(server.url, { folder: workspace, extension: root, tests: program });
  const { browser, page } = await openPage(url, {
    onLog: (line) => log.push(line),
    onExit: () => (ended = true),
  });
  try {
    const deadline = Date.now() + timeLimit;
    while (!ended && Date.now() < deadline) {
      onLook?.();
      await delay(20);
    }
    if (existsSync(resultFile)) return readFileSync(resultFile, 'utf8');
    const how = ended ? 'ended without figures' : `did not end in ${timeLimit / 1000} s`;
    throw new Error(`The extension host ${how}:\n${log.slice(-20).join('\n')}`);
  } finally {
    // The page takes its leave, and the server ends its extension host.
    await page.goto('about:blank');
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
