// Opens Preprint in a real VS Code for a person with a browser: `npm start`, on a fresh copy of the
// sample library, or `npm start -- <folder>`, on that folder itself. `npm start -- --check` looks at
// the window itself, says what it saw and ends.
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cache } from './paths.mjs';
import { exitOnSignals, installExtension, startServer } from './server.mjs';
import { quietSettings } from './settings.mjs';
import { checkWindow } from './startCheck.mjs';
import { copySampleLibrary, makeTemporaryFolder } from './temporaryFolder.mjs';
import { selectedVersion } from './versions.mjs';
import { packageExtension } from './vsix.mjs';
import { workbenchUrl } from './workbenchPage.mjs';

/** The usual port, so that the address stays the same from one start to the next. */
const usualPort = 8123;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, port: { type: 'string' } },
});

exitOnSignals();
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  const folder = libraryFolder(positionals[0]);
  const version = selectedVersion();
  const dataFolder = makeTemporaryFolder('start');
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  const vsix = path.join(dataFolder, 'preprint.vsix');
  packageExtension(vsix);
  installExtension(version, vsix, dataFolder);
  const server = await startServer({
    version,
    dataFolder,
    settings: quietSettings,
    port: Number(values.port ?? (values.check ? 0 : await freePort(usualPort))),
  });
  const url = workbenchUrl(server.url, { folder });

  if (values.check) {
    try {
      const picture = path.join(cache, 'start.png');
      const seen = await checkWindow(url, picture);
      console.log(`VS Code ${version.release}: ${seen.rows} rows in Papers`);
      console.log(`Reader: ${seen.title}`);
      console.log(`Picture: ${picture}`);
    } finally {
      await server.stop();
    }
    return;
  }
  console.log(`VS Code ${version.release} with Preprint on ${folder}`);
  console.log(`\n    ${url}\n`);
  console.log('Open the address in any browser on this machine; Ctrl+C ends it.');
  throw new Error(`VS Code's server ended (${await server.ended})\n${server.log}`);
}

/** @param {string | undefined} named */
function libraryFolder(named) {
  if (named === undefined) {
    const copy = path.join(cache, 'sample-library');
    copySampleLibrary(copy);
    return copy;
  }
  const folder = path.resolve(named);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return folder;
}

/**
 * The wanted port, or any (0) when something listens there already.
 * @param {number} port
 * @returns {Promise<number>}
 */
function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
