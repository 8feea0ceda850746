// Trials: hostile folders, papers and files, faults and kills, each against the code that has to bear
// them. `node test/trials/run.mjs [--long] [--grep text]`: within two minutes, or with all the rounds,
// programs (pdflatex) and sizes that take longer.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildTests } from '../build.mjs';

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, grep: { type: 'string' } },
});

const folder = await buildTests('trials');
const { status } = spawnSync(
  process.execPath,
  [
    path.join('node_modules', 'mocha', 'bin', 'mocha.js'),
    ...['--reporter', 'test/vscode/resultReporter.cjs', '--timeout', '3600000'],
    ...['--forbid-only', '--forbid-pending'],
    ...(values.grep === undefined ? [] : ['--grep', values.grep]),
    path.join(folder, '**', '*.trial.js').replaceAll('\\', '/'),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(values.long && { PREPRINT_TRIALS: 'long' }) },
  },
);
process.exitCode = status ?? 1;
