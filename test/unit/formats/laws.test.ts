import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { IndexedDocument } from '../../../src/core/digest.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import {
  allFormats,
  bibliographyFormats,
  formatNamed,
} from '../../../src/core/formats/registry.js';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import { assertInside, assertLaws } from '../support/formatLaws.js';
import { formatSamples } from '../support/formatSamples.js';
import { latest, ReadDocument } from '../support/reading.js';
import { oddFiles } from '../support/oddFiles.js';

function formatOfName(name: string): DigestFormat {
  const format = formatNamed(name);
  assert.ok(format, name);
  return format;
}

describe('every entry is read from its own range', () => {
  for (const { name, format, path, text, ids } of oddFiles) {
    it(`of ${name}`, () => {
      const entries = assertLaws(formatOfName(format), path, text);
      assert.deepEqual(
        entries.map(({ id }) => id),
        ids,
      );
    });
  }

  it('with the texts that stand there', () => {
    const [newsletter] = oddFiles;
    assert.ok(newsletter);
    const read = new ReadDocument(newsletter.path, newsletter.text);
    assert.equal(read.entry(0).title, 'A Made-up Title, Wrapped');
    const tables = oddFiles.find(({ name }) => name.startsWith('tables'));
    assert.ok(tables);
    const rows = new ReadDocument(tables.path, tables.text);
    assert.deepEqual(
      rows.entries.map(({ title }) => title),
      ['A First Title', 'A Second Title'],
    );
    const [code] = rows.body(1).fields;
    assert.match(code?.text ?? '', /github\.com\/made\/second/);
  });
});

describe('a format that names places which its text does not have', () => {
  const text = '# Notes\n\nA line.\n';
  const places = [
    ...[
      [-1, -1],
      [0, -1],
      [1, 1],
      [2, 3],
      [2, 99],
      [9, 0],
      [Infinity, 0],
    ],
  ] as const;
  const ranges = places.flatMap(([startLine, startCharacter]) =>
    places.map(([endLine, endCharacter]) => ({
      ...{ startLine, startCharacter, endLine, endCharacter },
    })),
  );
  const astray: DigestFormat = {
    name: 'astray',
    recognises: () => true,
    read: () => ({
      digest: {
        entries: ranges.map((range) => ({
          ...{ key: 'title:x', title: 'x', authors: [], range, nameRange: range },
        })),
        labels: [],
      },
      problems: [],
    }),
    readEntry: () => undefined,
  };

  it('is held to those that it has', () => {
    const { digest } = indexText('file:///a.md', { path: 'a.md', text }, latest, [astray]);
    const lines = new Lines(text);
    assert.equal(digest?.entries.length, ranges.length);
    for (const [number, { range, nameRange }] of digest.entries.entries()) {
      assertInside(lines, range);
      assertInside(lines, nameRange);
      const given = ranges[number];
      if (given?.startLine === 1 && given.endLine === 2 && given.endCharacter === 3) {
        assert.deepEqual(range, { ...given, startCharacter: 0 });
      }
    }
  });
});

function documentOf(path: string, content: Uint8Array | string): IndexedDocument {
  return new ReadDocument(path, content, bibliographyFormats).document;
}

describe('halves of characters', () => {
  const formats = [...allFormats, ...bibliographyFormats];
  /** As an editor may hold them: a character cut in two, and halves of two others side by side. */
  const halves = ['\ud800', '\udc00', '\udc00\udc00', '\ud800\ud800\udc00'];

  for (const { name } of formats) {
    it(`are read as any other sign: ${name}`, () => {
      const sample = formatSamples[name];
      assert.ok(sample);
      const whole = sample.text(sample.fewest ?? 1);
      for (const half of halves) {
        for (const before of ['Title', 'Ada', 'abstract', '10001']) {
          const text = whole.replaceAll(before, half + before);
          assertLaws(formatOfName(name), sample.path, text);
          const open = documentOf(sample.path, text);
          assert.deepEqual(open, documentOf(sample.path, Buffer.from(text)), 'as it is saved');
        }
      }
    });
  }

  it('are read so where an escape of JSON stands for them', () => {
    const sample = formatSamples['aigcJson'];
    assert.ok(sample);
    const text = sample.text(1).replaceAll('Title', '<b>\\udc00\\udc00</b> &amp; Title');
    assert.equal(assertLaws(formatOfName('aigcJson'), sample.path, text).length, 1);
  });
});
