import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ensureVsCode } from './install.mjs';
import { makeTemporaryFolder } from './temporaryFolder.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./versions.mjs').VsCodeVersion} version
 * @property {Record<string, unknown>} settings the user's settings.json
 * @property {string} [dataFolder] as `installExtension` filled it; a new one when absent. It is
 *   deleted when the server stops
 * @property {boolean} [asksTrust] leaves it to the settings whether a folder is trusted, instead of
 *   trusting all
 * @property {boolean} [testDriver] lets the page's address name an extension under development and
 *   its tests; VS Code then shows no notifications
 * @property {Record<string, string>} [env] for the server and the extension host
 * @property {number} [port] a free one when absent
 */

const listenTimeout = 60_000;

/** Arguments that keep the server from asking and from sending anything. */
const quietArguments = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/** A running VS Code server with a data folder of its own. */
export class VsCodeServer {
  /** Everything that the server has printed. */
  log = '';
  /** Set once the server listens. */
  port = 0;
  /** The user's settings.json. @readonly @type {string} */
  settingsFile;
  /** Settles when the server has ended: how. @readonly @type {Promise<string>} */
  ended;

  /** @type {Set<(line: string) => void>} */
  #listeners = new Set();
  #process;
  #dataFolder;
  #discard = () => {
    this.#kill('SIGKILL');
    rmSync(this.#dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };

  /** Use `startServer`. @param {ServerOptions} options */
  constructor(options) {
    const { node, main } = ensureVsCode(options.version);
    this.#dataFolder = options.dataFolder ?? makeTemporaryFolder('server');
    this.settingsFile = path.join(this.#dataFolder, 'data', 'User', 'settings.json');
    mkdirSync(path.dirname(this.settingsFile), { recursive: true });
    writeFileSync(this.settingsFile, JSON.stringify(options.settings, undefined, 2));

    const args = [
      ...[main, '--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...['--without-connection-token', ...quietArguments],
      ...(options.asksTrust ? [] : ['--disable-workspace-trust']),
      ...['--server-data-dir', this.#dataFolder],
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ];
    this.#process = spawn(node, args, {
      env: serverEnvironment(this.#dataFolder, options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that the extension host ends with it.
      detached: process.platform !== 'win32',
    });
    this.#hear(createInterface(this.#process.stdout));
    this.#hear(createInterface(this.#process.stderr));
    this.ended = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
      this.#process.once('error', (error) => resolve(error.message));
    });
    process.on('exit', this.#discard);
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** Where extensions keep what belongs to a workspace, in a folder for each. */
  get workspaceStorage() {
    return path.join(this.#dataFolder, 'data', 'User', 'workspaceStorage');
  }

  /** Kills the extension hosts of all windows, as a crash would. Linux and macOS only. */
  killExtensionHosts() {
    const group = String(this.#process.pid);
    spawnSync('pkill', ['-KILL', '-g', group, '-f', 'type=extensionHost']);
  }

  /** Where the server and the extension host write their log files. */
  get logFolder() {
    return path.join(this.#dataFolder, 'data', 'logs');
  }

  /** @param {(line: string) => void} listener */
  onLine(listener) {
    this.#listeners.add(listener);
  }

  /** Settles when the server listens; rejects with its log when it ends or takes too long. */
  async listening() {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    try {
      await new Promise((resolve, reject) => {
        const fail = (/** @type {string} */ how) =>
          reject(new Error(`VS Code's server ${how}\n${this.log}`));
        timer = setTimeout(() => fail(`does not listen after ${listenTimeout} ms`), listenTimeout);
        void this.ended.then((how) => fail(`ended (${how})`));
        this.onLine((line) => {
          const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
          if (port === undefined) return;
          this.port = Number(port);
          resolve(undefined);
        });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the server and its extension hosts and deletes the data folder. */
  async stop() {
    this.#kill('SIGTERM');
    const timer = setTimeout(() => this.#kill('SIGKILL'), 3000);
    await this.ended;
    clearTimeout(timer);
    this.#discard();
    process.off('exit', this.#discard);
  }

  /** @param {import('node:readline').Interface} lines */
  #hear(lines) {
    lines.on('line', (line) => {
      this.log += `${line}\n`;
      for (const listener of this.#listeners) listener(line);
    });
  }

  /** @param {NodeJS.Signals} signal */
  #kill(signal) {
    try {
      if (process.platform === 'win32') this.#process.kill(signal);
      else if (this.#process.pid !== undefined) process.kill(-this.#process.pid, signal);
    } catch {
      // Already gone.
    }
  }
}

/** Lets a signal end this process in the way that also ends its servers. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(130));
  }
}

/**
 * Starts a server and waits until it listens.
 * @param {ServerOptions} options
 */
export async function startServer(options) {
  const server = new VsCodeServer(options);
  try {
    await server.listening();
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Installs a packaged extension into the data folder of a server that is yet to be started.
 * @param {import('./versions.mjs').VsCodeVersion} version
 * @param {string} vsix
 * @param {string} dataFolder
 */
export function installExtension(version, vsix, dataFolder) {
  const { node, main } = ensureVsCode(version);
  const args = ['--server-data-dir', dataFolder, '--install-extension', vsix];
  const result = spawnSync(node, [main, ...quietArguments, ...args], {
    env: serverEnvironment(dataFolder, {}),
    encoding: 'utf8',
  });
  if (result.status !== 0 || !result.stdout.includes('successfully installed')) {
    throw new Error(`${vsix} could not be installed:\n${result.stdout}\n${result.stderr}`);
  }
}

/**
 * @param {string} dataFolder
 * @param {Record<string, string> | undefined} added
 */
function serverEnvironment(dataFolder, added) {
  const env = { ...process.env };
  // Set by a VS Code from whose terminal the tests are run; they would reach the one under test.
  for (const name of Object.keys(env)) {
    if (/^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/.test(name)) delete env[name];
  }
  return {
    ...env,
    // No extension gallery: nothing is looked up in the network.
    EXTENSIONS_GALLERY: '{}',
    // The server's sockets go where they are deleted with everything else.
    TMPDIR: dataFolder,
    XDG_RUNTIME_DIR: dataFolder,
    ...added,
  };
}
