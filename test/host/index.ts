import { openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { TestResult } from '../vscode/testResult.mjs';
import { watchWorkers } from './support/workers.js';

/**
 * What the extension host calls to run all tests of this folder: with our own runner
 * (`test/vscode/hostRun.mjs`), with @vscode/test-electron and from the debugger alike.
 */
export async function run(): Promise<void> {
  const output = process.env['PREPRINT_TEST_OUTPUT'];
  if (output !== undefined) printTo(output);

  watchWorkers();
  // Only now, because mocha keeps the console that it finds.
  const { default: Mocha } = await import('mocha');
  const grep = process.env['PREPRINT_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }

  const failed: string[] = [];
  const passed = await new Promise<number>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats?.passes ?? 0));
    runner.on('fail', (test, error: Error) => failed.push(`${test.fullTitle()}: ${error.message}`));
  });

  const result: TestResult = { passed, failed };
  const resultFile = process.env['PREPRINT_TEST_RESULT'];
  if (resultFile !== undefined) writeFileSync(resultFile, JSON.stringify(result));
  if (failed.length > 0) throw new Error(`${failed.length} tests failed`);
}

/** Sends what is printed to a file: the console of an extension host is mixed with its own log. */
function printTo(file: string): void {
  const descriptor = openSync(file, 'a');
  const print = (...values: unknown[]): void => {
    writeSync(descriptor, `${format(...values)}\n`);
  };
  for (const method of ['log', 'info', 'warn', 'error']) {
    // The extension host's console ignores assignments.
    Object.defineProperty(console, method, { value: print, configurable: true, writable: true });
  }
}
