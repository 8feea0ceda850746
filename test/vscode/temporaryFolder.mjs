import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleLibrary } from './paths.mjs';

/** Makes an empty folder that the caller deletes. @param {string} name shows in its path */
export function makeTemporaryFolder(name) {
  // The real path, as the extension host will name it too.
  return mkdtempSync(path.join(realpathSync(tmpdir()), `preprint-${name}-`));
}

/**
 * Puts a fresh copy of the sample library there, so that nothing done to it reaches the fixture.
 * @param {string} destination
 */
export function copySampleLibrary(destination) {
  if (!existsSync(sampleLibrary))
    throw new Error(`The sample library is missing: ${sampleLibrary}`);
  rmSync(destination, { recursive: true, force: true });
  cpSync(sampleLibrary, destination, { recursive: true });
}
