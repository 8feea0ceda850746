import fc from 'fast-check';
import assert from 'node:assert/strict';
import { damages } from '../../unit/support/damages.js';

/** A text to be damaged. */
export interface WholeFile {
  readonly path: string;
  readonly text: string;
}

/** Told in the names of tests, were it that one of them hangs: `PREPRINT_SEED` tries the same again. */
export const seed = Number(process.env['PREPRINT_SEED'] ?? Date.now() % 2 ** 31);

/** Files in a row with one seed. */
const inARow = 50;
/** In milliseconds of the processor, for a file of at most … */
const longest = 2000;
/** … so many characters, to which it is cut. */
const mostCharacters = 400_000;

/**
 * Damages files until so many lines have been read.
 * @param others of which a piece may come in
 * @param read fails when something is wrong with what is read; returns the number of lines
 */
export function tryDamaged<F extends WholeFile>(
  files: readonly F[],
  others: readonly WholeFile[],
  wanted: number,
  read: (file: F) => number,
): void {
  let lines = 0;
  const damage = damages(others.map(({ text }) => text));
  const steps = fc.array(damage, { minLength: 1, maxLength: 5 });
  const damaged = fc.tuple(fc.constantFrom(...files), steps).map(([file, changes]) => ({
    ...file,
    text: changes.reduce((text, change) => change(text).slice(0, mostCharacters), file.text),
  }));
  const isRead = fc.property(damaged, (file) => {
    const began = process.cpuUsage();
    lines += read(file);
    const { user, system } = process.cpuUsage(began);
    const milliseconds = (user + system) / 1000;
    assert.ok(milliseconds < longest, `${file.text.length} characters took ${milliseconds} ms`);
  });
  for (let round = 0; lines < wanted; round++) {
    fc.assert(isRead, { seed: seed + round, numRuns: inARow });
  }
}
