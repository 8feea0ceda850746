import path from 'node:path';
import { parseArgs } from 'node:util';

export const help = `npm run bench -- [options]
  --size corpus|small|full|x4  what is indexed besides the reference digests (default: small)
      corpus  nothing else                               24 digests,  11 MB
      small   grown from them, some seconds              50 digests,  30 MB
      full    as large as half a year of real digests   184 digests, 109 MB
      x4      two years of them                         736 digests, 436 MB
  --folder <dir>  the .md files of this folder instead
  --runs <n>      repetitions of each measurement of indexing (default: by size)
  --only index|host  one part of the measurements
  --built         measures dist/ as it is, without building it
  --profile       keeps CPU profiles of the extension host in .test-build/bench
VSCODE_VERSION selects the VS Code, as for the host tests.`;

/** @typedef {'corpus' | 'small' | 'full' | 'x4'} Size */

/**
 * How many digests are grown, and how many papers each has for one of the digest it is shaped after:
 * 1.28 makes them as long as real ones are on average.
 * @type {Record<Exclude<Size, 'corpus'>, { digests: number, fullness: number, runs: number }>}
 */
export const sizes = {
  small: { digests: 50, fullness: 1.28, runs: 5 },
  full: { digests: 184, fullness: 1.28, runs: 3 },
  x4: { digests: 736, fullness: 1.28, runs: 2 },
};

/** @typedef {ReturnType<typeof readOptions>} BenchOptions */

export function readOptions() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'small' },
      folder: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      built: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { size, only } = values;
  if (size !== 'corpus' && !Object.hasOwn(sizes, size)) throw new Error(`No size "${size}".`);
  if (only !== undefined && only !== 'index' && only !== 'host') {
    throw new Error(`--only is index or host, not "${only}".`);
  }
  return {
    size: /** @type {Size} */ (size),
    folder: values.folder === undefined ? undefined : path.resolve(values.folder),
    runs: values.runs === undefined ? undefined : Number(values.runs),
    only: /** @type {'index' | 'host' | undefined} */ (only),
    built: values.built,
    profile: values.profile,
    help: values.help,
  };
}
