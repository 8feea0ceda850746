// Tests against the reference data, digests and bibliographies that people have: `npm run test:corpus
// [-- --grep text]`. They are no part of the project, so these tests are none of `npm test`.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildTests } from '../build.mjs';
import { resultVariable } from '../vscode/testResult.mjs';
import { missingReferenceData } from './referenceData.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' } } });

const missing = missingReferenceData();
if (missing === undefined) {
  const folder = await buildTests('corpus');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join('node_modules', 'mocha', 'bin', 'mocha.js'),
      ...['--reporter', 'test/vscode/resultReporter.cjs', '--timeout', '120000'],
      ...['--forbid-only', '--forbid-pending'],
      ...(values.grep === undefined ? [] : ['--grep', values.grep]),
      path.join(folder, '**', '*.test.js').replaceAll('\\', '/'),
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else {
  console.error(missing);
  process.exitCode = 1;
  const resultFile = process.env[resultVariable];
  if (resultFile) writeFileSync(resultFile, JSON.stringify({ passed: 0, failed: [missing] }));
}
