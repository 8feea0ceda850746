import { existsSync, readFileSync } from 'node:fs';

/**
 * What a run of mocha leaves behind, written by `resultReporter.cjs` and `test/host/index.ts`.
 * @typedef {object} TestResult
 * @property {number} passed
 * @property {readonly string[]} failed the full titles of the failed tests, each with its reason
 */

/** Names the file that a run of mocha writes its result to. */
export const resultVariable = 'PREPRINT_TEST_RESULT';

/**
 * The result of a run that has ended; none when it died before its end.
 * @param {string} file
 * @returns {TestResult | undefined}
 */
export function readTestResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
