// Bundles the TypeScript tests of one suite into .test-build/<suite>: `node test/build.mjs unit|corpus|trials|host|workbench|bench`.
// Packages stay external, so that tests and their runner share one mocha and one vscode.
import * as esbuild from 'esbuild';
import { globSync } from 'glob';
import { rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** @param {'unit' | 'corpus' | 'trials' | 'host' | 'workbench' | 'bench'} suite */
export async function buildTests(suite) {
  const outdir = path.join(root, '.test-build', suite);
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: globSync(`test/${suite}/**/*.ts`, { cwd: root }),
    outdir,
    outbase: `test/${suite}`,
    bundle: true,
    packages: 'external',
    external: ['vscode'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outdir;
}

if (process.argv[1] === import.meta.filename) {
  await buildTests(/** @type {'unit'} */ (process.argv[2] ?? 'unit'));
}
