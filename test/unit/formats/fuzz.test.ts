import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestEntry } from '../../../src/core/digest.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { allFormats, bibliographyFormats } from '../../../src/core/formats/registry.js';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import type { TextRange } from '../../../src/core/text.js';
import { assertLinear } from '../support/cost.js';
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

type Damage = (text: string) => string;

/** A place in a text, as a part of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What the formats' own signs are made of, and what editors and disks do to them. */
const signs = fc.constantFrom(
  ...Array.from('"\\{}[]():,|*#<>/-$&\n\r\t 0:v.'),
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\r\n',
  '\n\n',
  '```',
  '---',
  '-->',
  '<![CDATA[',
);

function inLines(change: (lines: string[]) => void): Damage {
  return (text) => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  };
}

function at(part: number, length: number): number {
  return Math.floor(part * length);
}

const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (part): Damage =>
      (text) =>
        text.slice(0, at(part, text.length)),
  ),
  place.map(
    (part): Damage =>
      (text) =>
        text.slice(at(part, text.length)),
  ),
  // A piece is lost, or stands twice.
  fc.tuple(place, place, fc.boolean()).map(([from, size, twice]): Damage => (text) => {
    const start = at(from, text.length);
    const end = start + at(size, (text.length - start) / 3);
    return text.slice(0, twice ? end : start) + text.slice(twice ? start : end);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(([part, count]) =>
    inLines((lines) => {
      const line = at(part, lines.length);
      lines.splice(line, 0, ...lines.slice(line, line + count));
    }),
  ),
  fc.tuple(place, place).map(([from, to]) =>
    inLines((lines) => {
      const [moved = ''] = lines.splice(at(from, lines.length), 1);
      lines.splice(at(to, lines.length), 0, moved);
    }),
  ),
  fc
    .array(fc.tuple(place, signs, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 8 })
    .map(
      (changes): Damage =>
        (text) =>
          changes.reduce((changed, [part, sign, lost]) => {
            const start = at(part, changed.length);
            return changed.slice(0, start) + sign + changed.slice(start + lost);
          }, text),
    ),
  fc.constantFrom('\r', '\r\n').map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
);

function compare(aLine: number, aCharacter: number, bLine: number, bCharacter: number): number {
  return aLine - bLine || aCharacter - bCharacter;
}

function assertInside(lines: Lines, range: TextRange): void {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  assert.ok(startLine >= 0 && startCharacter >= 0 && endLine < lines.count);
  assert.ok(compare(startLine, startCharacter, endLine, endCharacter) <= 0, 'a range ends behind');
  assert.ok(startCharacter <= lines.line(startLine).length, 'a range starts in its line');
  assert.ok(endCharacter <= lines.line(endLine).length, 'a range ends in its line');
}

/** Reads a text as one of a format, whether or not the format would take it for its own. */
function assertRead(format: DigestFormat, path: string, text: string): readonly DigestEntry[] {
  const lines = new Lines(text);
  format.recognises(lines, path);
  const { digest, problems } = format.read(lines, { path, latest });
  let behind = { line: 0, character: 0 };
  for (const entry of digest.entries) {
    const { range, nameRange, title, key } = entry;
    assertInside(lines, range);
    assertInside(lines, nameRange);
    const { startLine, startCharacter, endLine, endCharacter } = range;
    assert.ok(
      compare(startLine, startCharacter, behind.line, behind.character) >= 0,
      'entries stand in order and apart',
    );
    assert.ok(
      compare(startLine, startCharacter, nameRange.startLine, nameRange.startCharacter) <= 0,
    );
    assert.ok(compare(nameRange.endLine, nameRange.endCharacter, endLine, endCharacter) <= 0);
    behind = { line: endLine, character: endCharacter };
    const again = format.readEntry(lines.sliceRange(range), digest.labels, { path, latest });
    assert.equal(again?.key, key, `${title} is not read from its range`);
  }
  for (const { line } of problems) assert.ok(line >= 0 && line < lines.count);
  return digest.entries;
}

describe('a damaged file', () => {
  const runs = Number(process.env['FC_RUNS'] ?? 300);

  for (const format of formats) {
    it(`is read without an error, from ranges that hold what they claim: ${format.name}`, () => {
      const sample = sampleOf(format);
      const { path } = sample;
      let entries = 0;
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 6 }),
          fc.array(damages, { minLength: 1, maxLength: 4 }),
          (size, steps) => {
            const damaged = steps.reduce((whole, damage) => damage(whole), textOf(sample, size));
            entries += assertRead(format, path, damaged).length;
            indexText(`file:///${path}`, { path, text: damaged }, latest, bibliographyFormats);
          },
        ),
        { numRuns: runs },
      );
      assert.ok(entries > runs / 4, `only ${entries} entries were left in ${runs} files`);
    });
  }

  it('is read without an error by the formats that it is none of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.constantFrom(...formats),
        fc.array(damages, { maxLength: 2 }),
        (of, by, steps) => {
          const sample = sampleOf(of);
          assertRead(
            by,
            sample.path,
            steps.reduce((whole, damage) => damage(whole), textOf(sample, 3)),
          );
        },
      ),
      { numRuns: runs },
    );
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
        assertRead(format, path, whole);
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
