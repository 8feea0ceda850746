import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { bombsEverywhere } from './bombs/everywhere.js';
import { knownBombs } from './bombs/known.js';
import { unbearable } from './bombs/bearable.js';
import { isLong } from './support/rounds.js';

/** In UTF-16 code units. */
const knownLengths = isLong ? [1_250_000, 2_500_000, 5_000_000, 10_000_000] : [100_000, 400_000];
const lengthsEverywhere = isLong ? [50_000, 200_000, 800_000] : [12_000];
/** One fragment in so many is tried in each place, other ones in the next place. */
const share = isLong ? 1 : 17;

describe('A text that is meant to take long', () => {
  for (const bomb of knownBombs) {
    it(`takes no more than a second a megabyte: ${bomb.name}`, () => {
      assert.deepEqual(unbearable(bomb, knownLengths), []);
    });
  }

  it('is none wherever it stands: each sign of each language in each format', () => {
    const faults: string[] = [];
    for (const bomb of bombsEverywhere(share)) faults.push(...unbearable(bomb, lengthsEverywhere));
    assert.deepEqual(faults, []);
  });
});
