import path from 'node:path';
import { parseArgs } from 'node:util';

export const help = `npm run bench -- [options]
  --size corpus|small|full|x4|all
                  what is indexed besides the reference digests (default: small)
      corpus  nothing else                               24 digests,  11 MB
      small   grown from them, some seconds              50 digests,  30 MB
      full    as large as half a year of real digests   184 digests, 109 MB
      x4      two years of them                         736 digests, 436 MB
      all     full and x4
  --folder <dir>  the .md files of this folder instead
  --runs <n>      repetitions of each measurement of indexing (default: by size)
  --only index|host|bibliography|math|formats|large|reading|scale
                  one part of the measurements
  --readme        writes the tables "Numbers" of the README
  --built         measures dist/ as it is, without building it
  --profile       keeps CPU profiles of the extension host in .test-build/bench
VSCODE_VERSION selects the VS Code, as for the host tests.`;

/** What can be measured alone. */
const parts = /** @type {const} */ ([
  'index',
  'host',
  'bibliography',
  'math',
  'formats',
  'large',
  'reading',
  'scale',
]);

/** @typedef {typeof parts[number]} Part */
/** @typedef {'small' | 'full' | 'x4'} GrownSize */
/** @typedef {'corpus' | 'all' | GrownSize} Size */

/**
 * How many digests are grown, and how many papers each has for one of the digest it is shaped after:
 * 1.28 makes them as long as real ones are on average. The other engines are asked where that ends
 * within minutes.
 * @type {Record<GrownSize, { digests: number, fullness: number, runs: number, peers: boolean }>}
 */
export const sizes = {
  small: { digests: 50, fullness: 1.28, runs: 5, peers: true },
  full: { digests: 184, fullness: 1.28, runs: 2, peers: true },
  x4: { digests: 736, fullness: 1.28, runs: 2, peers: false },
};

/**
 * @param {Size} size
 * @returns {GrownSize[]}
 */
export function grownSizes(size) {
  if (size === 'corpus') return [];
  return size === 'all' ? ['full', 'x4'] : [size];
}

export function readOptions() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'small' },
      folder: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      readme: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { size, only } = values;
  if (size !== 'corpus' && size !== 'all' && !Object.hasOwn(sizes, size))
    throw new Error(`No size "${size}".`);
  const part = parts.find((one) => one === only);
  if (only !== undefined && !part) {
    throw new Error(`--only is one of ${parts.join(', ')}, not "${only}".`);
  }
  return {
    size: /** @type {Size} */ (size),
    folder: values.folder === undefined ? undefined : path.resolve(values.folder),
    runs: values.runs === undefined ? undefined : Number(values.runs),
    only: part,
    readme: values.readme,
    built: values.built,
    profile: values.profile,
    help: values.help,
  };
}
