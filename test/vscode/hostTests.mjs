// Runs the host tests in VS Code of VSCODE_VERSION: `node test/vscode/hostTests.mjs [--grep text]`.
import { parseArgs } from 'node:util';
import { runHostTests } from './hostRun.mjs';
import { exitOnSignals } from './server.mjs';
import { selectedVersion } from './versions.mjs';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, stall: { type: 'string', default: '120' } },
});

exitOnSignals();
const failure = await runHostTests({
  version: selectedVersion(),
  stallSeconds: Number(values.stall),
  ...(values.grep === undefined ? {} : { grep: values.grep }),
});
if (failure !== undefined) {
  console.error(`Host tests: ${failure}.`);
  process.exitCode = 1;
}
