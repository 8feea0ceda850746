import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { followFile } from './followFile.mjs';
import { builtTests, cache, root } from './paths.mjs';
import { startServer } from './server.mjs';
import { testSettings } from './settings.mjs';
import { copySampleLibrary, makeTemporaryFolder } from './temporaryFolder.mjs';
import { readTestResult, resultVariable } from './testResult.mjs';
import { openPage, workbenchUrl } from './workbenchPage.mjs';

/**
 * @typedef {object} HostRunOptions
 * @property {import('./versions.mjs').VsCodeVersion} version
 * @property {string} [grep] runs only the tests whose title matches
 * @property {number} stallSeconds the run has failed when it prints nothing for so long
 */

/** @typedef {{ code: number, reason?: string }} Ending */

/**
 * Runs the built host tests inside the extension host of a new window on a copy of the sample
 * library, with the checkout as the extension under development. Prints what they print.
 * @param {HostRunOptions} options
 * @returns {Promise<string | undefined>} why the run has failed; nothing when all tests passed
 */
export async function runHostTests(options) {
  const folder = makeTemporaryFolder('host');
  const output = path.join(folder, 'output.txt');
  const resultFile = process.env[resultVariable] ?? path.join(folder, 'result.json');
  const library = path.join(folder, 'sample');
  writeFileSync(output, '');
  rmSync(resultFile, { force: true });
  copySampleLibrary(library);

  const server = await startServer({
    version: options.version,
    settings: testSettings,
    testDriver: true,
    env: {
      PREPRINT_TEST_FOLDER: library,
      PREPRINT_TEST_OUTPUT: output,
      [resultVariable]: resultFile,
      ...(options.grep === undefined ? {} : { PREPRINT_TEST_GREP: options.grep }),
    },
  });
  const run = new HostRun(server, output);
  try {
    const ending = await run.ending(library, options.stallSeconds * 1000);
    const failure = judge(ending, readTestResult(resultFile));
    if (failure !== undefined) await run.keepLogs(options.version.key);
    return failure;
  } finally {
    await run.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * When the extension host crashes the workbench reports success all the same, so only a success with
 * a written result counts.
 * @param {Ending} ending
 * @param {import('./testResult.mjs').TestResult | undefined} result
 */
function judge(ending, result) {
  if (ending.reason !== undefined) return ending.reason;
  if (result === undefined) return `exit code ${ending.code}, but the tests never finished`;
  if (result.failed.length > 0) return `${result.failed.length} tests failed`;
  if (result.passed === 0) return 'there was no test to run';
  return ending.code === 0 ? undefined : `exit code ${ending.code} although all tests passed`;
}

/** One run of the tests: the server, the page that makes it start an extension host, their output. */
class HostRun {
  /** @type {string[]} */
  #workbenchLog = [];
  /** @type {Awaited<ReturnType<typeof openPage>> | undefined} */
  #window;
  #server;
  #output;
  #lastSign = Date.now();

  /**
   * @param {import('./server.mjs').VsCodeServer} server
   * @param {string} output the file that the tests print to
   */
  constructor(server, output) {
    this.#server = server;
    this.#output = followFile(output, (chunk) => {
      this.#lastSign = Date.now();
      process.stdout.write(chunk);
    });
  }

  /**
   * Opens the window and waits until the run ends, in whatever way.
   * @param {string} folder
   * @param {number} stallTime in milliseconds
   * @returns {Promise<Ending>}
   */
  ending(folder, stallTime) {
    return new Promise((resolve, reject) => {
      this.#watchServer(resolve);
      this.#watchProgress(stallTime, resolve);
      const url = workbenchUrl(this.#server.url, {
        folder,
        extension: root,
        tests: path.join(builtTests('host'), 'index.js'),
      });
      openPage(url, {
        onLog: (line) => this.#workbenchLog.push(line),
        onExit: (code) => resolve({ code }),
      }).then((window) => {
        this.#window = window;
        window.page.on('crash', () => resolve({ code: 72, reason: 'the page crashed' }));
      }, reject);
    });
  }

  /** @param {(ending: Ending) => void} end */
  #watchServer(end) {
    void this.#server.ended.then((how) => end({ code: 71, reason: `the server ended (${how})` }));
    /** @type {string | undefined} */
    let host;
    this.#server.onLine((line) => {
      host ??= /<(\d+)> Launched Extension Host Process/.exec(line)?.[1];
      const exit = /<(\d+)> Extension Host Process exited with (.+)/.exec(line);
      if (exit === null || exit[1] !== host) return;
      const reason = `the extension host ended (${exit[2]}) before the tests did`;
      // After a proper end of the tests, the workbench's own report is under way.
      void delay(3000).then(() => end({ code: 70, reason }));
    });
  }

  /**
   * @param {number} stallTime
   * @param {(ending: Ending) => void} end
   */
  #watchProgress(stallTime, end) {
    const check = setInterval(() => {
      if (Date.now() - this.#lastSign < stallTime) return;
      clearInterval(check);
      end({ code: 124, reason: `no sign of life for ${stallTime / 1000} s` });
    }, 1000);
    check.unref();
  }

  /** Keeps what helps to find out why a run failed. @param {string} key of the version */
  async keepLogs(key) {
    const folder = path.join(cache, 'logs', `host-${key}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'server.log'), this.#server.log);
    writeFileSync(path.join(folder, 'workbench.log'), this.#workbenchLog.join('\n'));
    if (existsSync(this.#server.logFolder)) {
      cpSync(this.#server.logFolder, path.join(folder, 'logs'), { recursive: true });
    }
    const picture = path.join(folder, 'page.png');
    await this.#window?.page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined);
    console.error(`The logs are kept in ${folder}`);
  }

  async stop() {
    this.#output.stop();
    await this.#window?.browser.close();
    await this.#server.stop();
  }
}
