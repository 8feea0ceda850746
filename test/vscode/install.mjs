import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { npm, unpackPackage } from './npm.mjs';
import { cache, root } from './paths.mjs';
import { findProgram } from './programs.mjs';
import { nodePin, ripgrepPin } from './versions.mjs';

/**
 * @typedef {object} InstalledVsCode
 * @property {string} node the Node to run the server with
 * @property {string} main the server's entry point
 */

/** Modules with native code that are replaced, so that no compiler is needed. */
const shims = {
  '@vscode/spdlog': 'spdlog.cjs',
  'native-watchdog': 'nativeWatchdog.cjs',
  '@vscode/native-watchdog': 'nativeWatchdog.cjs',
};

/** Large parts that no test touches: without them VS Code 1.139 takes 300 MB instead of 571. */
const unused = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/github-authentication',
  'node_modules/@microsoft/mxc-sdk',
];

/**
 * Gives the server of a VS Code; the first time it is fetched from the npm registry, which takes
 * some seconds. A finished installation needs no network.
 * @param {import('./versions.mjs').VsCodeVersion} version
 * @returns {InstalledVsCode}
 */
export function ensureVsCode(version) {
  const folder = path.join(cache, `${version.package.name}-${version.package.version}`);
  installOnce(folder, `VS Code ${version.release}`, (part) => {
    unpackPackage(version.package, part, ['lib/vscode', 'LICENSE', 'ThirdPartyNotices.txt']);
    installServer(path.join(part, 'lib', 'vscode'));
  });
  return {
    node: ensureNode(version.nodeMajor),
    main: path.join(folder, 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** @param {string} server the unpacked `lib/vscode` */
function installServer(server) {
  // The package's own npm-shrinkwrap.json pins every dependency with its hash. It lacks some peer
  // dependencies, which npm would miss without --legacy-peer-deps.
  npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'], server);
  symlinkSync('node_modules', path.join(server, 'node_modules.asar'), 'junction');
  for (const [name, file] of Object.entries(shims)) installShim(server, name, file);
  installRipgrep(server);

  for (const part of unused) rmSync(path.join(server, part), { recursive: true, force: true });
  const github = path.join(server, 'node_modules', '@github');
  for (const name of existsSync(github) ? readdirSync(github) : []) {
    if (name.startsWith('copilot-sdk-')) rmSync(path.join(github, name), { recursive: true });
  }
}

/**
 * @param {string} server
 * @param {string} name
 * @param {string} file
 */
function installShim(server, name, file) {
  const module = path.join(server, 'node_modules', name);
  if (!existsSync(module)) return;
  rmSync(module, { recursive: true });
  mkdirSync(module);
  const manifest = { name, version: '0.0.0-shim', main: 'index.js' };
  writeFileSync(path.join(module, 'package.json'), JSON.stringify(manifest));
  cpSync(path.join(root, 'test', 'vscode', 'shims', file), path.join(module, 'index.js'));
}

/**
 * Older servers would download the search program from GitHub after installation; newer ones ship it.
 * @param {string} server
 */
function installRipgrep(server) {
  const module = path.join(server, 'node_modules', '@vscode', 'ripgrep');
  const program = path.join(module, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
  if (!existsSync(module) || existsSync(program)) return;

  mkdirSync(path.dirname(program), { recursive: true });
  const own = findProgram(path.basename(program));
  if (own !== undefined) {
    symlinkSync(own, program);
    return;
  }
  const platform = `bin/${process.platform}-${process.arch}`;
  const unpacked = path.join(module, 'unpacked');
  unpackPackage(ripgrepPin, unpacked, [platform]);
  renameSync(path.join(unpacked, platform, path.basename(program)), program);
  rmSync(unpacked, { recursive: true });
}

/** @param {number} major */
function ensureNode(major) {
  if (Number.parseInt(process.versions.node) >= major) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`This VS Code needs Node ${major} or newer; this is ${process.version}.`);
  }
  const folder = path.join(cache, `node-${nodePin.version}`);
  installOnce(folder, `Node ${nodePin.version}`, (part) =>
    unpackPackage(nodePin, part, ['bin/node', 'LICENSE']),
  );
  return path.join(folder, 'bin', 'node');
}

/**
 * Builds a folder beside its place and renames it into place: an interrupted installation never
 * looks finished, and of two at the same time one wins.
 * @param {string} folder
 * @param {string} title
 * @param {(part: string) => void} make
 */
function installOnce(folder, title, make) {
  const isComplete = () => existsSync(path.join(folder, '.complete'));
  if (isComplete()) return;

  console.error(`Installing ${title} into ${folder} ...`);
  const part = `${folder}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  try {
    make(part);
    writeFileSync(path.join(part, '.complete'), new Date().toISOString());
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } catch (error) {
    if (!isComplete()) throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}
