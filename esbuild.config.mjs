// Builds one bundle per room into dist/. `--watch` rebuilds on change; `--dev` keeps source maps and names.
import * as esbuild from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
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

/**
 * KaTeX is there for `import` and for `require`; without this, the worker would hold both.
 * @type {esbuild.Plugin}
 */
const oneKatex = {
  name: 'one-katex',
  setup(build) {
    const file = path.join(path.dirname(require.resolve('katex')), 'katex.mjs');
    build.onResolve({ filter: /^katex$/ }, () => ({ path: file }));
  },
};

/**
 * MathJax brings a font of 50 MB in many files that are loaded as they are needed; TeX's own is one.
 * @type {esbuild.Plugin}
 */
const texFont = {
  name: 'tex-font',
  setup(build) {
    build.onResolve({ filter: /^#default-font\/svg\/default\.js$/ }, ({ resolveDir }) => ({
      path: 'tex-font',
      namespace: 'tex-font',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: 'tex-font' }, ({ pluginData }) => ({
      contents: `export { MathJaxTexFont as Font } from '@mathjax/mathjax-tex-font/js/svg.js';`,
      resolveDir: pluginData,
    }));
  },
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
    entryPoints: { worker: 'src/worker/main.ts', librarian: 'src/worker/librarian.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    plugins: [oneKatex],
    // KaTeX warns of characters that its fonts lack, once for each, into the extension host's log.
    pure: ['console.warn'],
  },
  {
    ...common,
    entryPoints: { csl: 'src/worker/csl.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
  },
  {
    ...common,
    entryPoints: { formulas: 'src/worker/formulas.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    plugins: [texFont],
  },
  {
    ...common,
    entryPoints: {
      reader: 'src/reader/main.ts',
      digestReader: 'src/digestReader/main.ts',
      trends: 'src/trends/main.ts',
    },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
  },
];

/**
 * What the engine of CSL styles asks for, of whose two licences this is the one that is taken.
 * It is unchanged.
 */
const attribution = `Used under the Common Public Attribution License 1.0,
https://opensource.org/license/cpal-1-0: Citations by CSL (citeproc-js), http://citationstyles.org/`;

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
  const built = await Promise.all(rooms.map((room) => esbuild.build({ ...room, metafile: true })));
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  await writeFile('dist/third-party-notices.txt', notices([...inputs, 'node_modules/katex/x']));
}

/**
 * The licences of all packages that went into the bundles, as they ask for.
 * @param {readonly string[]} inputs
 */
function notices(inputs) {
  const packages = new Set(
    inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license, repository } = JSON.parse(
        readFileSync(path.join(folder, 'package.json'), 'utf8'),
      );
      const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
      const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
      // The licences of some packages are not in them; MPL and CPAL ask to say where their source is.
      const isAlone = files.length === 0 || license.includes('CPAL');
      const source = isAlone ? [`Source: ${repository?.url ?? repository}`] : [];
      const words = name === 'citeproc' ? [attribution] : [];
      return [`${name} ${version} (${license})`, ...source, ...words, ...text].join('\n\n');
    })
    .concat(readFileSync('media/locales/NOTICE.txt', 'utf8').trim())
    .join(`\n\n${'-'.repeat(78)}\n\n`);
}
