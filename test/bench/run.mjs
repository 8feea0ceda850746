// Measures Preprint and prints Markdown tables, each figure beside its budget; a missed budget is no
// failure. `npm run bench -- --help` names the options. The figures of a whole run, and those of the
// large bibliography, of reading and of many files alone, are kept in results.json.
import { globSync } from 'glob';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { buildTests } from '../build.mjs';
import { shared } from '../corpus/referenceData.mjs';
import { root } from '../vscode/paths.mjs';
import { exitOnSignals } from '../vscode/server.mjs';
import { makeTemporaryFolder } from '../vscode/temporaryFolder.mjs';
import { selectedVersion } from '../vscode/versions.mjs';
import { bibliographyReport } from './bibliographyReport.mjs';
import { measureBibliography } from './bibliographyWindow.mjs';
import { runChild } from './children.mjs';
import { formatsReport } from './formatsReport.mjs';
import { growLibrary } from './growLibrary.mjs';
import { measureInHost } from './hostWindow.mjs';
import { grownSizes, help, readOptions, sizes } from './options.mjs';
import { largeFileReport } from './largeFileReport.mjs';
import { wanted, writeLargeMetadata } from './largeMetadata.mjs';
import { readingReport } from './readingReport.mjs';
import { measureReading } from './readingWindow.mjs';
import { writeReadme } from './readme.mjs';
import { mathReport } from './mathReport.mjs';
import { hostReport, indexingReport, sizesReport } from './report.mjs';
import { measureRipgrep } from './ripgrep.mjs';
import { scaleReport } from './scaleReport.mjs';
import { measureScale } from './scaleWindow.mjs';
import { peersReport, relevanceReport, searchingReport } from './searchReport.mjs';

/** @typedef {{ name: string, files: string[], runs: number, peers: boolean }} BenchLibrary */
/** @typedef {ReturnType<typeof machineNow>} Machine */
/** @typedef {{ date: string, machine: Machine, loadAtEnd: number[], vscode: string }} Circumstances */

const corpusRuns = 3;
const bibliographyWindows = 3;
/** In UTF-16 code units. */
const formatLength = 2e6;
const formatRounds = 40;
/** Bytes of the files of metadata: what is four times as large takes no more memory. */
const largeSizes = [250e6, 1e9];
/** Entries of the digests that are opened in the reader. */
const readSizes = [500, 5000];
/** One window after the other. @type {readonly import('./hostTask.js').Scenario[]} */
const copying = ['copyIn'];
/** @type {readonly import('./hostTask.js').Scenario[]} */
const opening = ['open', 'reopen'];
const dist = path.join(root, 'dist');
const programs = {
  floor: path.join(import.meta.dirname, 'floor.mjs'),
  worker: path.join(dist, 'worker.js'),
};
const drawer = path.join(dist, 'formulas.js');

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
  standInForEditor(built);
  const temporary = makeTemporaryFolder('grown');
  try {
    console.log(`${machineLine()}\n`);
    print(sizesReport(bundleSizes()));
    if (options.only === undefined || options.only === 'math') await measureMath(built);
    if (options.only === undefined || options.only === 'formats') await measureFormats(built);
    if (options.only === undefined || options.only === 'large') {
      await measureLargeFiles(built, temporary);
    }
    if (options.only === undefined || options.only === 'index' || options.only === 'host') {
      await measure(built, libraries(temporary), temporary);
    }
    if (options.only === undefined || options.only === 'bibliography') {
      await measureLargeBibliography(built);
    }
    if (options.only === undefined || options.only === 'reading') await measureDigestReader();
    if (options.only === undefined || options.only === 'scale') await measureManyFiles(built);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Outside VS Code the services find `editor.ts` where they ask for `vscode`.
 * @param {string} built folder of the bundles made of this one's TypeScript
 */
function standInForEditor(built) {
  const modules = path.join(built, 'node_modules');
  mkdirSync(modules);
  writeFileSync(path.join(modules, 'vscode.js'), "module.exports = require('../editor.js');\n");
}

/**
 * @param {string} built
 * @param {readonly BenchLibrary[]} benchLibraries
 * @param {string} temporary
 */
async function measure(built, benchLibraries, temporary) {
  const started = circumstances();
  /** @type {import('./report.mjs').LibraryFigures[]} */
  const indexing = [];
  for (const library of benchLibraries) {
    const figures = await measureIndexing(built, library, path.join(temporary, 'cache'));
    indexing.push(figures);
    if (options.only === 'host') continue;
    print(indexingReport(figures));
    print(searchingReport(figures));
    print(peersReport(figures));
  }
  /** @type {import('./relevance.js').RelevanceFigures[]} */
  const relevance = [];
  /** @type {import('./report.mjs').HostRun[]} */
  const host = [];
  const keep = () => {
    // A part would take the place of the whole.
    if (options.only !== undefined) return;
    const results = { ...started(), bundles: bundleSizes(), indexing, relevance, host };
    keepResults(results);
  };
  if (options.only === undefined) relevance.push(await measureRelevance(built, benchLibraries));
  for (const figures of relevance) print(relevanceReport(figures));
  keep();
  if (options.only !== 'index') {
    // Windows take minutes: the largest library tells most, and copying a small one is as sudden.
    for (const [index, library] of benchLibraries.entries()) {
      const orders = index === 0 ? [copying] : [];
      if (index === benchLibraries.length - 1) orders.push(opening);
      for (const scenarios of orders) {
        host.push(...(await measureHost(built, library, indexing[index]?.papers ?? 0, scenarios)));
      }
    }
    print(hostReport(host));
  }
  keep();
}

/**
 * The formulas that are not rendered are told here alone: their texts belong to others.
 * @param {string} built
 */
async function measureMath(built) {
  const folders = options.folder === undefined ? ['corpus/daily', 'seeds'] : [options.folder];
  const files = folders.flatMap((folder) =>
    globSync('*.{md,txt}', { cwd: path.resolve(shared, folder), absolute: true }).sort(),
  );
  /** @type {import('./math.js').MathFigures} */
  const figures = await runChild(path.join(built, 'math.js'), { files, program: drawer });
  print(mathReport(figures, statSync(drawer).size));
}

/** @param {string} built */
async function measureFormats(built) {
  const files = ['corpus/daily/*.md', 'corpus/siblings/*/*', 'seeds/*'].flatMap((pattern) =>
    globSync(pattern, { cwd: shared, absolute: true, nodir: true }).sort(),
  );
  /** @type {import('./formats.js').FormatsFigures} */
  const figures = await runChild(path.join(built, 'formats.js'), {
    files: files.filter((file) => !/PROVENANCE|\.truth\./.test(path.basename(file))),
    length: formatLength,
    rounds: options.runs ?? formatRounds,
  });
  print(formatsReport(figures));
}

/**
 * @param {string} built
 * @param {string} temporary
 */
async function measureLargeFiles(built, temporary) {
  /** @type {import('./largeFileReport.mjs').LargeFile[]} */
  const files = [];
  for (const length of largeSizes) {
    const file = path.join(temporary, 'metadata.json');
    const size = writeLargeMetadata(file, length);
    const task = { file, size, categories: wanted };
    /** @type {import('./largeFile.js').LargeFileFigures} */
    const figures = await runChild(path.join(built, 'largeFile.js'), task);
    files.push({ size, ...figures });
    rmSync(file);
  }
  print(largeFileReport(files));
}

/**
 * Kept beside the rest, which need not be measured anew for it.
 * @param {string} built
 */
async function measureLargeBibliography(built) {
  const started = circumstances();
  const run = await measureBibliography({
    version: selectedVersion(),
    program: path.join(built, 'bibliographyHost.js'),
    windows: options.runs ?? bibliographyWindows,
    ...(options.profile && {
      profileFile: (/** @type {number} */ window) =>
        path.join(built, `bibliography-${window}.cpuprofile`),
    }),
  });
  print(bibliographyReport(run));
  keepResults({ bibliography: { ...started(), ...run } });
}

/** Kept beside the rest, as the bibliography's figures are. */
async function measureDigestReader() {
  const started = circumstances();
  const digests = await measureReading({
    version: selectedVersion(),
    sources: digestsIn(path.join(shared, 'corpus', 'daily')),
    sizes: readSizes,
  });
  print(readingReport(digests));
  keepResults({ reading: { ...started(), digests } });
}

/**
 * Kept beside the rest, as the bibliography's figures are.
 * @param {string} built
 */
async function measureManyFiles(built) {
  const started = circumstances();
  const run = await measureScale({
    version: selectedVersion(),
    program: path.join(built, 'scaleHost.js'),
    floor: programs.floor,
    ...(options.profile && { profileFile: path.join(built, 'scale.cpuprofile') }),
  });
  print(scaleReport(run));
  keepResults({ scale: { ...started(), ...run } });
}

/**
 * What is measured takes the place of what was kept of it.
 * @param {Partial<import('./readme.mjs').Results & { bundles: import('./report.mjs').BundleSizes }>} measured
 */
function keepResults(measured) {
  const file = path.join(import.meta.dirname, 'results.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const results = { ...kept, ...measured };
  writeFileSync(file, `${JSON.stringify(results, rounded, 1)}\n`);
  console.log(`The figures are kept in ${path.relative(root, file)}.\n`);
  if (options.readme) writeReadme(path.join(root, 'README.md'), results);
}

/** When and where something is measured; to be asked when it has been. @returns {() => Circumstances} */
function circumstances() {
  const date = new Date().toISOString();
  const machine = machineNow();
  const vscode = selectedVersion().release;
  return () => ({ date, machine, loadAtEnd: machineNow().loadAverage, vscode });
}

function machineLine() {
  const { cpu, cores, loadAverage, node } = machineNow();
  const load = loadAverage.join(' ');
  return `${cpu}, ${cores} cores, load ${load}; Node ${node}; VS Code ${selectedVersion().release}`;
}

function machineNow() {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memory: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
  };
}

/**
 * @param {string} _key
 * @param {unknown} value
 */
function rounded(_key, value) {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}

/**
 * @param {string} built
 * @param {BenchLibrary} library
 * @param {string} cache
 * @returns {Promise<import('./report.mjs').LibraryFigures>}
 */
async function measureIndexing(built, { name, files, runs, peers }, cache) {
  const hostOnly = options.only === 'host';
  mkdirSync(cache, { recursive: true });
  /** @type {import('./indexing.js').IndexingFigures} */
  const figures = await runChild(path.join(built, 'indexing.js'), {
    ...{ ...programs, files, cache },
    // The host's part needs to know how many papers there are.
    runs: hostOnly ? 1 : (options.runs ?? runs),
  });
  const ripgrep = hostOnly ? undefined : measureRipgrep(path.dirname(files[0] ?? ''));
  /** @type {Record<string, import('./peers.js').PeerFigures>} */
  const others = {};
  for (const engine of peers && !hostOnly ? ['preprint', 'lunr', 'minisearch'] : []) {
    others[engine] = await runChild(path.join(built, 'peers.js'), { engine, files });
  }
  return { name, ...figures, ...(ripgrep && { ripgrep }), peers: others };
}

/**
 * Over the real digests alone: grown ones repeat their texts.
 * @param {string} built
 * @param {readonly BenchLibrary[]} benchLibraries
 * @returns {Promise<import('./relevance.js').RelevanceFigures>}
 */
function measureRelevance(built, [real]) {
  const prototype = path.join(shared, 'design', 'search-prototype.js');
  return runChild(path.join(built, 'relevance.js'), { files: real?.files ?? [], prototype });
}

/**
 * @param {string} built
 * @param {BenchLibrary} library
 * @param {number} papers
 * @param {readonly import('./hostTask.js').Scenario[]} scenarios
 */
async function measureHost(built, { name, files }, papers, scenarios) {
  const windows = await measureInHost({
    version: selectedVersion(),
    program: path.join(built, 'host.js'),
    library: files,
    papers,
    scenarios,
    ...(options.profile && {
      profileFile: (/** @type {string} */ scenario) =>
        path.join(built, `${name}-${scenario}.cpuprofile`),
    }),
  });
  return windows.map(({ scenario, ...figures }) => ({ library: name, scenario, figures }));
}

/**
 * What is to be indexed, the smallest first, in folders that may be written to.
 * @param {string} temporary where they are put
 * @returns {BenchLibrary[]}
 */
function libraries(temporary) {
  const source = options.folder ?? path.join(shared, 'corpus', 'daily');
  const name = options.folder === undefined ? 'corpus' : path.basename(source);
  const originals = digestsIn(source);
  const files = copied(originals, path.join(temporary, 'given'));
  const given = { name, files, runs: options.folder === undefined ? corpusRuns : sizes.small.runs };
  const grown = options.folder === undefined ? grownSizes(options.size) : [];
  return [
    { ...given, peers: true },
    ...grown.map((size) => {
      const folder = path.join(temporary, size);
      const grownFiles = growLibrary(originals, folder, sizes[size]);
      return { name: size, files: grownFiles, runs: sizes[size].runs, peers: sizes[size].peers };
    }),
  ];
}

/**
 * @param {readonly string[]} files
 * @param {string} folder
 */
function copied(files, folder) {
  mkdirSync(folder);
  return files.map((file) => {
    const copy = path.join(folder, path.basename(file));
    copyFileSync(file, copy);
    return copy;
  });
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
  const names = ['extension.js', 'worker.js', 'formulas.js', 'reader.js'];
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
