import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generic } from '../../../src/core/formats/generic.js';
import { allFormats, bibliographyFormats } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { factSheet, textSheet } from '../support/factSheet.js';
import { fixtureBytes, fixtureNames } from '../support/fixtures.js';
import { formatSamples } from '../support/formatSamples.js';
import { ReadDocument } from '../support/reading.js';

const folder = 'generators';

/** Files of generators that hold nothing to read. */
const noDigests = ['empty-bullets.md', 'python-reporter.jsonl'];

function read(name: string): ReadDocument {
  return new ReadDocument(name, fixtureBytes(`${folder}/${name}`), bibliographyFormats);
}

/**
 * All that would take a file, whoever is asked first. `generic` knows no generator, and counts only
 * where nobody else takes it.
 */
function takers(text: string, file: string): string[] {
  const lines = new Lines(text);
  const names = [...allFormats, ...bibliographyFormats]
    .filter((format) => format.recognises(lines, file))
    .map(({ name }) => name);
  return names.length === 1 ? names : names.filter((name) => name !== generic.name);
}

describe('the files of generators, with what is irregular in them', () => {
  const names = fixtureNames(folder);
  const digests = names
    .filter((name) => !noDigests.includes(name))
    .map((name) => [name, read(name)] as const);

  /** Somebody has looked through the expected texts beside the files; GOLDEN=write writes them anew. */
  for (const [name, document] of digests) {
    it(`tell facts and texts of every entry: ${name}`, () => {
      const file = path.resolve('test', 'unit', 'formats', 'expected', `${name}.txt`);
      const [head = '', ...entries] = factSheet(name, document);
      const told = [
        head,
        ...entries.flatMap((entry, number) => [
          entry,
          ...textSheet(document, number).map((line) => `    ${line}`),
        ]),
        ...document.document.mentions.map(({ key }) => `mentions ${key}`),
      ].join('\n');
      if (process.env['GOLDEN'] === 'write') writeFileSync(file, `${told}\n`);
      assert.equal(`${told}\n`, readFileSync(file, 'utf8'));
    });
  }

  it('have ranges that hold each entry and select its name', () => {
    for (const [, document] of digests) document.assertRanges();
  });

  it('are the same whatever ends their lines', () => {
    for (const [name, plain] of digests) {
      for (const end of ['\r\n', '\r']) {
        const text = plain.lines.text.replaceAll('\n', end);
        const other = new ReadDocument(name, text, bibliographyFormats);
        assert.deepEqual(other.digest.entries, plain.digest.entries, name);
        for (const number of plain.entries.keys()) {
          assert.deepEqual(textSheet(other, number), textSheet(plain, number), name);
        }
      }
    }
  });

  it('are taken by the format that knows them, and by no other', () => {
    for (const [name, { digest, lines }] of digests) {
      assert.deepEqual(takers(lines.text, name), [digest.format], name);
    }
    for (const [name, sample] of Object.entries(formatSamples)) {
      assert.deepEqual(takers(sample.text(sample.fewest ?? 1), sample.path), [name]);
    }
  });

  it('are no digests where there is nothing to read', () => {
    for (const name of noDigests) assert.equal(read(name).document.digest, undefined, name);
  });
});
