// Measures Preprint and prints Markdown tables, each figure beside its budget; a missed budget is no
// failure. `npm run bench -- --help` names the options. The figures of a whole run are kept in
// results.json.
import { globSync } from 'glob';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { buildTests } from '../build.mjs';
import { root, shared } from '../vscode/paths.mjs';
import { exitOnSignals } from '../vscode/server.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { selectedVersion } from '../vscode/versions.mjs';
import { growLibrary } from './growLibrary.mjs';
import { measureInHost } from './hostWindow.mjs';
import { help, readOptions, sizes } from './options.mjs';
import { hostReport, indexingReport, sizesReport } from './report.mjs';

/** @typedef {{ name: string, files: string[], runs: number }} BenchLibrary */

const corpusRuns = 7;
const dist = path.join(root, 'dist');
const programs = {
  floor: path.join(import.meta.dirname, 'floor.mjs'),
  worker: path.join(dist, 'worker.js'),
};

const options = readOptions();
if (options.help) console.log(help);
else await bench();

async function bench() {
  exitOnSignals();
  if (!options.built) {
    const build = spawnSync(process.execPath, ['esbuild.config.mjs'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (build.status !== 0) throw new Error('The build has failed.');
  }
  const built = await buildTests('bench');
  const temporary = makeTemporaryFolder('grown');
  try {
    await measure(built, libraries(temporary));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * @param {string} built folder of the bundles made of this one's TypeScript
 * @param {readonly BenchLibrary[]} benchLibraries
 */
async function measure(built, benchLibraries) {
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memory: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
  };
  const version = selectedVersion();
  console.log(
    `${machine.cpu}, ${machine.cores} cores, load ${machine.loadAverage.join(' ')}; Node ${machine.node}; VS Code ${version.release}\n`,
  );
  const bundles = bundleSizes();
  print(sizesReport(bundles));

  /** @type {typeof import('./indexing.js')} */
  const { measureIndexing } = createRequire(import.meta.url)(path.join(built, 'indexing.js'));
  /** @type {import('./report.mjs').LibraryFigures[]} */
  const indexing = [];
  for (const { name, files, runs } of benchLibraries) {
    // The host's part needs to know how many papers there are.
    const count = options.only === 'host' ? 1 : (options.runs ?? runs);
    const figures = { name, ...(await measureIndexing(files, programs, count)) };
    indexing.push(figures);
    if (options.only !== 'host') print(indexingReport(figures));
  }
  const host = options.only === 'index' ? [] : await measureHosts(built, benchLibraries, indexing);
  if (host.length > 0) print(hostReport(host));

  // A part would take the place of the whole.
  if (options.only !== undefined) return;
  const date = new Date().toISOString();
  const results = { date, machine, vscode: version.release, bundles, indexing, host };
  const file = path.join(import.meta.dirname, 'results.json');
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`The figures are kept in ${path.relative(root, file)}.`);
}

/**
 * @param {string} built
 * @param {readonly BenchLibrary[]} benchLibraries
 * @param {readonly import('./report.mjs').LibraryFigures[]} indexing
 */
async function measureHosts(built, benchLibraries, indexing) {
  /** @type {import('./report.mjs').HostRun[]} */
  const runs = [];
  for (const [index, { name, files }] of benchLibraries.entries()) {
    for (const scenario of /** @type {const} */ (['copyIn', 'open'])) {
      const profileFile = path.join(built, `${name}-${scenario}.cpuprofile`);
      const figures = await measureInHost({
        version: selectedVersion(),
        program: path.join(built, 'host.js'),
        library: files,
        papers: indexing[index]?.papers ?? 0,
        scenario,
        ...(options.profile && { profileFile }),
      });
      runs.push({ library: name, scenario, figures });
    }
  }
  return runs;
}

/**
 * What is to be indexed, the smallest first.
 * @param {string} temporary where a grown library is put
 * @returns {BenchLibrary[]}
 */
function libraries(temporary) {
  if (options.folder !== undefined) {
    const name = path.basename(options.folder);
    return [{ name, files: digestsIn(options.folder), runs: sizes.small.runs }];
  }
  const files = digestsIn(path.join(shared, 'corpus', 'daily'));
  const corpus = { name: 'corpus', files, runs: corpusRuns };
  if (options.size === 'corpus') return [corpus];
  const size = sizes[options.size];
  const folder = path.join(temporary, options.size);
  mkdirSync(folder);
  return [corpus, { name: options.size, files: growLibrary(files, folder, size), runs: size.runs }];
}

/** Oldest first. @param {string} folder */
function digestsIn(folder) {
  const files = globSync('*.md', { cwd: folder, absolute: true }).sort();
  if (files.length === 0) {
    throw new Error(`There is no digest in ${folder}; another folder can be named by --folder.`);
  }
  return files;
}

function bundleSizes() {
  const names = ['extension.js', 'worker.js', 'reader.js'];
  return Object.fromEntries(
    names
      .map((name) => /** @type {const} */ ([name, path.join(dist, name)]))
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, statSync(file).size]),
  );
}

/** @param {string} text */
function print(text) {
  console.log(`${text}\n`);
}
