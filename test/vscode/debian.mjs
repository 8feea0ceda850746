import { spawnSync } from 'node:child_process';
import { findProgram } from './programs.mjs';

/**
 * The full path of a program, which is installed by apt-get where it is missing, as root on Debian.
 * @param {string} name
 * @param {string} debianPackage that it comes in
 */
export function ensureProgram(name, debianPackage) {
  const found = findProgram(name);
  if (found !== undefined) return found;
  if (canInstall()) aptInstall([debianPackage]);
  const installed = findProgram(name);
  if (installed !== undefined) return installed;
  throw new Error(
    `No ${name} found. Install it (Debian: \`apt-get install ${debianPackage}\` as root).`,
  );
}

export function canInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/** @param {string[]} packages */
export function aptInstall(packages) {
  console.error(`Installing ${packages.join(' and ')} by apt-get ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What apt-get says goes to the error stream: the standard output belongs to the tests.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env, stdio: ['ignore', 2, 2] };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
}
