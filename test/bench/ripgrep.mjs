import { spawnSync } from 'node:child_process';

/** @typedef {{ name: string, best: number, median: number, matches: number }} RipgrepFigures times in ms */

const runs = 7;
const questions = [
  { name: 'a word', pattern: 'diffusion' },
  { name: 'a Chinese word', pattern: '扩散模型' },
  { name: 'two words of one line', pattern: 'diffusion.*transformer|transformer.*diffusion' },
];

/**
 * Searches a folder with ripgrep; undefined where it is not installed.
 * @param {string} folder
 * @returns {RipgrepFigures[] | undefined}
 */
export function measureRipgrep(folder) {
  if (spawnSync('rg', ['--version']).status !== 0) return undefined;
  return questions.map(({ name, pattern }) => {
    let matches = 0;
    const times = Array.from({ length: runs }, () => {
      const started = performance.now();
      const { stdout } = spawnSync('rg', ['-i', '--json', pattern, folder], {
        maxBuffer: 2 ** 30,
        encoding: 'utf8',
      });
      const took = performance.now() - started;
      matches = stdout.split('\n').filter((line) => line.startsWith('{"type":"match"')).length;
      return took;
    }).sort((a, b) => a - b);
    return { name, best: times[0] ?? NaN, median: times[runs >> 1] ?? NaN, matches };
  });
}
