import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';

/** Settings of a surrounding `npm ci` or `npm test` that must not reach an npm started below. */
const inherited = ['ignore_scripts', 'global', 'prefix', 'omit', 'include'];

/**
 * Runs npm and waits for it.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const env = { ...process.env, npm_config_update_notifier: 'false', npm_config_audit: 'false' };
  for (const name of inherited) Reflect.deleteProperty(env, `npm_config_${name}`);

  const quiet = [...args, '--no-fund', '--loglevel=error'];
  // Inside `npm run`, the very npm that runs us; on Windows a plain npm is a shell script.
  const own = process.env['npm_execpath'];
  const result = own
    ? spawnSync(process.execPath, [own, ...quiet], { cwd, env, encoding: 'utf8' })
    : spawnSync('npm', quiet, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });

  if (result.status !== 0) {
    const said = `${result.stdout ?? ''}\n${result.stderr ?? result.error?.message ?? ''}`;
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${said}`);
  }
}

/**
 * Downloads a package by npm, holds it against its pinned hash and unpacks it.
 * @param {import('./versions.mjs').Pin} pin
 * @param {string} destination
 * @param {string[]} members the files and folders of the package that are wanted
 */
export function unpackPackage(pin, destination, members) {
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(path.join(cache, 'download-'));
  try {
    npm(['pack', `${pin.name}@${pin.version}`, '--pack-destination', temporary], temporary);
    const name = readdirSync(temporary).find((file) => file.endsWith('.tgz'));
    if (name === undefined) throw new Error(`npm pack ${pin.name} left no tarball.`);

    const tarball = path.join(temporary, name);
    const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (hash !== pin.sha512) {
      throw new Error(`${pin.name}@${pin.version} has sha512 ${hash}, pinned is ${pin.sha512}.`);
    }

    mkdirSync(destination, { recursive: true });
    const wanted = members.map((member) => `package/${member}`);
    const options = ['--strip-components=1', '--no-same-owner'];
    execFileSync('tar', ['-xzf', tarball, '-C', destination, ...options, ...wanted]);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
