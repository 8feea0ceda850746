// Builds one bundle per room into dist/. `--watch` rebuilds on change; `--dev` keeps source maps and names.
import * as esbuild from 'esbuild';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {esbuild.BuildOptions[]} */
const rooms = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { worker: 'src/worker/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
  },
  {
    ...common,
    entryPoints: { reader: 'src/reader/main.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
  },
];

await rm('dist', { recursive: true, force: true });

// The reader's math needs KaTeX's style sheet and fonts (woff2 is enough for every engine of VS Code).
const katex = path.dirname(require.resolve('katex/dist/katex.min.css'));
await cp(path.join(katex, 'katex.min.css'), 'dist/katex/katex.min.css');
await cp(path.join(katex, 'fonts'), 'dist/katex/fonts', {
  recursive: true,
  filter: (file) => !/\.(ttf|woff)$/.test(file),
});

if (watch) {
  for (const room of rooms) await (await esbuild.context(room)).watch();
} else {
  await Promise.all(rooms.map((room) => esbuild.build(room)));
}
