// Runs the host tests in the desktop VS Code, which Microsoft's server delivers:
// `VSCODE_VERSION=1.100.3|stable|insiders node test/vscode/desktop.mjs`.
import { runTests } from '@vscode/test-electron';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { builtTests, root } from './paths.mjs';
import { copySampleLibrary, makeTemporaryFolder } from './temporaryFolder.mjs';
import { readTestResult, resultVariable } from './testResult.mjs';

const folder = makeTemporaryFolder('desktop');
const library = path.join(folder, 'sample');
const resultFile = process.env[resultVariable] ?? path.join(folder, 'result.json');
try {
  rmSync(resultFile, { force: true });
  copySampleLibrary(library);
  await runTests({
    version: process.env['VSCODE_VERSION'] ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(builtTests('host'), 'index.js'),
    extensionTestsEnv: {
      PREPRINT_TEST_FOLDER: library,
      [resultVariable]: resultFile,
    },
    launchArgs: [
      ...[library, '--disable-workspace-trust', '--disable-extensions', '--skip-welcome'],
      ...['--user-data-dir', path.join(folder, 'data')],
    ],
  });
  const result = readTestResult(resultFile);
  if (result === undefined || result.passed === 0) throw new Error('The tests never finished.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
