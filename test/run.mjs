// Runs everything that must hold and counts it: `npm test [-- --only host,workbench]
// [--versions 1.100,1.139]`. Suites run in turn, a failed one does not stop the next, and the last
// line is the total: `N passed, N failed`. `--only corpus` alone runs the tests that need the reference
// data, which a plain clone has not.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readTestResult, resultVariable } from './vscode/testResult.mjs';
import { selectedVersion, versionOf } from './vscode/versions.mjs';

/**
 * A script of package.json. A step counts as one; a suite counts the tests of its result file.
 * @typedef {object} Suite
 * @property {string} title
 * @property {string} script
 * @property {'step' | 'tests'} kind
 * @property {string} [version] the VS Code that it runs in
 */

/** @typedef {{ passed: number, failed: readonly string[] }} Outcome */

/** Far longer than any suite takes: it ends one that hangs where its own timeouts cannot see it. */
const timeLimit = 30 * 60_000;

const { values } = parseArgs({
  options: { only: { type: 'string' }, versions: { type: 'string' } },
});

const suites = chooseSuites(
  values.only?.split(','),
  values.versions?.split(',').map(versionOf) ?? [selectedVersion()],
);

let passed = 0;
/** @type {string[]} */
const failed = [];
for (const suite of suites) {
  console.log(`\n=== ${suite.title}`);
  const outcome = await runSuite(suite);
  console.log(`=== ${suite.title}: ${figures(outcome.passed, outcome.failed.length)}`);
  passed += outcome.passed;
  failed.push(...outcome.failed.map((name) => `${suite.title}: ${name}`));
}

console.log('');
for (const name of failed) console.log(`failed: ${shortened(name)}`);
process.exitCode = failed.length > 0 ? 1 : 0;
console.log(figures(passed, failed.length));

/**
 * @param {string[] | undefined} wanted
 * @param {import('./vscode/versions.mjs').VsCodeVersion[]} versions
 */
function chooseSuites(wanted, versions) {
  /** @type {Record<string, Suite[]>} */
  const groups = {
    build: [{ title: 'build', script: 'build', kind: 'step' }],
    check: ['types', 'lint', 'format', 'l10n'].map((title) => ({
      title,
      script: `check:${title}`,
      kind: 'step',
    })),
    unit: [{ title: 'unit', script: 'test:unit', kind: 'tests' }],
    corpus: [{ title: 'corpus', script: 'test:corpus', kind: 'tests' }],
    trials: [{ title: 'trials', script: 'test:trials:short', kind: 'tests' }],
    host: versions.map(({ key }) => ({
      title: `host ${key}`,
      script: 'test:host',
      kind: 'tests',
      version: key,
    })),
    workbench: versions.map(({ key }) => ({
      title: `workbench ${key}`,
      script: 'test:workbench',
      kind: 'tests',
      version: key,
    })),
  };
  const usual = Object.keys(groups).filter((name) => name !== 'corpus');
  return (wanted ?? usual).flatMap((name) => {
    const group = groups[name];
    if (group === undefined) {
      throw new Error(`No suite "${name}"; there are ${Object.keys(groups).join(', ')}.`);
    }
    return group;
  });
}

/**
 * @param {Suite} suite
 * @returns {Promise<Outcome>}
 */
async function runSuite(suite) {
  if (suite.kind === 'step') {
    const fault = await runScript(suite, {});
    return fault === undefined ? { passed: 1, failed: [] } : { passed: 0, failed: [fault] };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'preprint-result-'));
  try {
    const resultFile = path.join(folder, 'result.json');
    const fault = await runScript(suite, { [resultVariable]: resultFile });
    return judge(readTestResult(resultFile), fault);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A suite without a failed test has failed all the same when it died, ran nothing or says so.
 * @param {Outcome | undefined} result
 * @param {string | undefined} fault
 * @returns {Outcome}
 */
function judge(result, fault) {
  if (result === undefined) return { passed: 0, failed: [fault ?? 'it left no result'] };
  if (result.failed.length > 0) return result;
  if (fault !== undefined) return { passed: result.passed, failed: [fault] };
  return result.passed > 0 ? result : { passed: 0, failed: ['there was no test to run'] };
}

/**
 * Runs a script of package.json in this terminal.
 * @param {Suite} suite
 * @param {Record<string, string>} added
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
function runScript(suite, added) {
  const env = {
    ...process.env,
    ...added,
    ...(suite.version === undefined ? {} : { VSCODE_VERSION: suite.version }),
  };
  const own = process.env['npm_execpath'];
  const [program, ...first] = own === undefined ? ['npm'] : [process.execPath, own];
  const child = spawn(program, [...first, 'run', '--silent', suite.script], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: own === undefined && process.platform === 'win32',
    // A process group of its own, so that nothing of a suite survives its end.
    detached: process.platform !== 'win32',
  });
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // Nothing is left of it.
    }
  };
  const interrupt = () => {
    end('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);

  return new Promise((resolve) => {
    let tooLong = false;
    const timer = setTimeout(() => {
      tooLong = true;
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), 5000).unref();
    }, timeLimit);
    const finish = (/** @type {string | undefined} */ fault) => {
      clearTimeout(timer);
      end('SIGKILL');
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve(tooLong ? `it was ended after ${timeLimit / 60_000} minutes` : fault);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) =>
      finish(code === 0 ? undefined : `it ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

/**
 * Where a report is cut off, its end tells why; a whole window or tree in a reason is for its middle.
 * @param {string} text
 */
function shortened(text) {
  return text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}

/**
 * @param {number} passes
 * @param {number} failures
 */
function figures(passes, failures) {
  return `${passes} passed, ${failures} failed`;
}
