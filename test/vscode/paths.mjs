import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The checkout. npm runs every script there and mocha is started there, so the current folder says
 * where it is, in these modules as well as in the bundles made of them.
 */
export const root = process.cwd();

const manifest = path.join(root, 'package.json');
if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).name !== 'preprint') {
  throw new Error(`${root} is not the root of Preprint's checkout: run this from there.`);
}

/** Everything that is downloaded or written by a run and is worth keeping until the next one. */
export const cache = path.resolve(
  process.env['VSCODE_TEST_CACHE'] ?? path.join(root, '.vscode-test'),
);

/**
 * The library of digests that tests, `npm start` and the extension itself work on, always through a
 * copy: it is in the package.
 */
export const sampleLibrary = path.join(root, 'media', 'sample');

/** The bundled tests of a suite, as `test/build.mjs` writes them. */
export function builtTests(/** @type {'unit' | 'host' | 'workbench'} */ suite) {
  return path.join(root, '.test-build', suite);
}
