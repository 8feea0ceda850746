import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { assertLaws } from '../unit/support/formatLaws.js';
import { brokenFiles, formatFiles } from './support/digestFiles.js';
import { readThrough } from './support/readThrough.js';
import { rounds } from './support/rounds.js';
import { seed, tryDamaged } from './support/tryDamaged.js';

const formats = formatFiles.map(({ format }) => format);
const files = [...formatFiles.flatMap((one) => one.files), ...brokenFiles];
/** Lines for each format, and for what is tried beside them: a million over all in the long form. */
const wanted = rounds(80_000, 1_000_000) / (formats.length + 2);

describe(`a damaged file (PREPRINT_SEED=${seed})`, () => {
  for (const { format, files: own } of formatFiles) {
    it(`is read to the end, each entry from its own range: ${format.name}`, () => {
      let entries = 0;
      tryDamaged(own, files, wanted, ({ path, text }) => {
        entries += assertLaws(format, path, text).length;
        return readThrough({ path, text });
      });
      assert.ok(entries > 0);
    });
  }

  it('is read to the end by formats that it is none of', () => {
    const some = fc.sample(fc.constantFrom(...formats), { seed, numRuns: 1000 });
    let next = 0;
    tryDamaged(files, files, wanted, ({ path, text }) => {
      const format = some[next++ % some.length];
      assert.ok(format);
      assertLaws(format, path, text);
      return text.split('\n').length;
    });
  });

  it('is read to the end where it was broken before', () => {
    tryDamaged(brokenFiles, files, wanted, readThrough);
  });
});
