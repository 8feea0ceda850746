import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/**
 * Two at a time would find the packages locked: one waits for the other.
 * @param {string[]} packages
 */
export function aptInstall(packages) {
  console.error(`Installing ${packages.join(' and ')} by apt-get ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What apt-get says goes to the error stream: the standard output belongs to the tests.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env, stdio: ['ignore', 2, 2] };
  const lock = path.join(tmpdir(), 'preprint-apt-get.lock');
  const install = ['install', '-qy', '--no-install-recommends', ...packages].join(' ');
  const commands = `apt-get update -q; apt-get ${install}`;
  spawnSync('flock', [lock, 'sh', '-c', commands], options);
}
