import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { allFormats, bibliographyFormats } from '../../../src/core/formats/registry.js';
import { assertLinear } from '../support/cost.js';
import { assertLaws } from '../support/formatLaws.js';
import { formatSamples, type FormatSample } from '../support/formatSamples.js';
import { latest, ReadDocument } from '../support/reading.js';

const formats = [...allFormats, ...bibliographyFormats];

function sampleOf({ name }: DigestFormat): FormatSample {
  const sample = formatSamples[name];
  assert.ok(sample, `test/unit/support/formatSamples.ts has no row for ${name}`);
  return sample;
}

/** A file of as many entries, but of no fewer than its format has to have. */
function textOf(sample: FormatSample, entries: number): string {
  return sample.text(entries - 1 + (sample.fewest ?? 1));
}

describe('every format', () => {
  for (const format of formats) {
    it(`has a made-up sample that it takes for its own: ${format.name}`, () => {
      const sample = sampleOf(format);
      const { path, single, fewest = 1 } = sample;
      for (const entries of [1, 5]) {
        const read = new ReadDocument(path, textOf(sample, entries), bibliographyFormats);
        assert.equal(read.digest.format, format.name);
        assert.equal(read.entries.length, single ? 1 : entries - 1 + fewest);
        assert.deepEqual(read.document.problems, []);
        for (const number of read.entries.keys()) assert.ok(read.body(number));
      }
    });
  }

  it('has a row of its own, and no row is left over', () => {
    const names = formats.map(({ name }) => name);
    assert.deepEqual(Object.keys(formatSamples).sort(), names.sort());
    assert.equal(new Set(names).size, names.length);
  });
});

/** What keeps a reader busy that looks for an end that never comes. */
const hostile = ['"', '\\"', '{', '{}', '"a":[', '",\n"', '[](', '<a', '    '];

describe('a large file', () => {
  for (const format of formats) {
    it(`takes time in proportion to its length: ${format.name}`, () => {
      const sample = sampleOf(format);
      const { path } = sample;
      const text = (entries: number): string => textOf(sample, entries);
      const run = (whole: string): void => {
        assertLaws(format, path, whole);
        format.readEntry(whole, ['Motivation', 'Method'], { path, latest });
      };
      const size = text(40).length / 40;
      assertLinear(format.name, (length) => text(Math.ceil(length / size)), run);
      // Behind what a file begins with, one of its lines (or a piece of the only one) again and again.
      const lines = text(2).split('\n');
      const pieces = new Set(
        lines.length < 4 ? (text(2).match(/[^,]+,?/g) ?? []) : lines.map((line) => `${line}\n`),
      );
      for (const piece of [...pieces, ...hostile]) {
        const found = text(2).indexOf(piece);
        const start = text(2).slice(0, found < 0 ? text(1).length / 2 : found);
        assertLinear(
          `${format.name} with many ${JSON.stringify(piece)}`,
          (length) => start + piece.repeat(length / piece.length),
          run,
        );
      }
    });
  }
});
