// Runs the workbench tests, with VS Code of VSCODE_VERSION and the packaged extension installed in
// it. Arguments go to mocha: `node test/vscode/workbenchTests.mjs [--grep text]`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { builtTests, root } from './paths.mjs';
import { installExtension } from './server.mjs';
import { makeTemporaryFolder } from './temporaryFolder.mjs';
import { selectedVersion } from './versions.mjs';
import { packageExtension } from './vsix.mjs';

const version = selectedVersion();
const folder = makeTemporaryFolder('ui');
try {
  ensureChromium();
  const vsix = path.join(folder, 'preprint.vsix');
  const dataFolder = path.join(folder, 'data');
  packageExtension(vsix);
  installExtension(version, vsix, dataFolder);

  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = [
    ...['--reporter', 'test/vscode/resultReporter.cjs', '--timeout', '120000', '--slow', '20000'],
    // --exit: a window that a failed test left open must not keep mocha alive.
    ...['--forbid-only', '--forbid-pending', '--exit'],
  ];
  const tests = path.join(builtTests('workbench'), '**', '*.test.js');
  const result = spawnSync(process.execPath, [mocha, ...options, ...process.argv.slice(2), tests], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      VSCODE_VERSION: version.key,
      // The data folder is a template: each window gets a copy of it.
      PREPRINT_DATA_TEMPLATE: dataFolder,
      // What a failed test leaves behind is deleted with the rest.
      TMPDIR: folder,
    },
  });
  process.exitCode = result.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
