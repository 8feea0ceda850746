import { fork } from 'node:child_process';

/**
 * Runs a measurement in a process of its own, so that memory and garbage are its own.
 * @template Figures
 * @param {string} program a bundle that calls `answerTask` (`child.ts`)
 * @param {object} task
 * @returns {Promise<Figures>}
 */
export function runChild(program, task) {
  const execArgv = ['--expose-gc', '--max-old-space-size=8192'];
  const child = fork(program, { execArgv, serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (/** @type {Figures} */ figures) => resolve(figures));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} has ended with code ${code}.`)));
    child.send(task);
  });
}
