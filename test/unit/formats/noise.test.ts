import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { indexText } from '../../../src/core/indexText.js';
import { Lines } from '../../../src/core/lines.js';
import { daily } from '../../../src/core/formats/daily.js';
import { trending } from '../../../src/core/formats/trending.js';
import { fixtureBytes } from '../support/fixtures.js';
import { assertLinear } from '../support/cost.js';
import { latest, ReadDocument } from '../support/reading.js';

const samples = [
  ...['12', '13', '14'].map((day) => fixtureBytes(`sample/digests/2026-02-${day}.md`)),
  fixtureBytes('sample/trending/trending-2026-02.txt'),
  fixtureBytes('broken/markup-in-abstract.md'),
  fixtureBytes('broken/v1.md'),
];

type Damage = (bytes: Buffer) => Buffer;

/** A place in a text, as a part of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (at): Damage =>
      (bytes) =>
        bytes.subarray(0, at * bytes.length),
  ),
  place.map(
    (at): Damage =>
      (bytes) =>
        bytes.subarray(at * bytes.length),
  ),
  fc.tuple(place, place).map(([from, length]): Damage => (bytes) => {
    const start = Math.floor(from * bytes.length);
    const piece = bytes.subarray(start, start + (length * bytes.length) / 4);
    return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start)]);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 9 })).map(([at, count]): Damage => (bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(Math.floor(at * lines.length), count);
    return Buffer.from(lines.join('\n'), 'latin1');
  }),
  fc.tuple(place, place).map(([a, b]): Damage => (bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    const [moved = ''] = lines.splice(Math.floor(a * (lines.length - 1)), 1);
    lines.splice(Math.floor(b * lines.length), 0, moved);
    return Buffer.from(lines.join('\n'), 'latin1');
  }),
  fc
    .array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 })
    .map((noise): Damage => (bytes) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of noise) copy[Math.floor(at * copy.length)] = byte;
      return copy;
    }),
  fc.constantFrom('\r', '\r\n', '\n\n', '\u2028').map(
    (end): Damage =>
      (bytes) =>
        Buffer.from(
          bytes.toString('latin1').replaceAll('\n', Buffer.from(end).toString('latin1')),
          'latin1',
        ),
  ),
);

describe('a damaged digest', () => {
  it('is read without an error, with ranges inside it and no entry without a header', () => {
    let digests = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(damages, { minLength: 1, maxLength: 4 }),
        (sample, steps) => {
          const bytes = steps.reduce<Buffer>((text, damage) => damage(text), Buffer.from(sample));
          const read = new ReadDocument('2026-02-12.md', new Uint8Array(bytes));
          read.assertRanges();
          const { digest } = read.document;
          if (!digest) return;
          digests++;
          if (digest.format === 'daily') {
            const headers = read.lines.text.match(/(?:^|[\r\n])### /g) ?? [];
            assert.ok(digest.entries.length <= headers.length);
          }
          for (const number of digest.entries.keys()) read.body(number);
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(digests > 100, `only ${digests} of 400 were still taken for digests`);
  });

  it('keeps every entry whose lines are whole', () => {
    const [sample] = samples;
    assert.ok(sample);
    const whole = new ReadDocument('2026-02-12.md', sample);
    fc.assert(
      fc.property(place, (at) => {
        const text = whole.lines.text.slice(0, Math.floor(at * whole.lines.text.length));
        const cut = new ReadDocument('2026-02-12.md', text);
        const kept = whole.entries.filter(({ range }) => range.endLine < cut.lines.count - 1);
        assert.deepEqual((cut.document.digest?.entries ?? []).slice(0, kept.length), kept);
        for (const number of kept.keys()) assert.deepEqual(cut.body(number), whole.body(number));
      }),
    );
  });

  it('is the same whatever ends its lines', () => {
    for (const sample of samples) {
      const text = Buffer.from(sample).toString();
      const plain = new ReadDocument('2026-02-12.md', text);
      for (const end of ['\r\n', '\r']) {
        const other = new ReadDocument('2026-02-12.md', text.replaceAll('\n', end));
        assert.deepEqual(other.document, plain.document);
        for (const number of plain.entries.keys()) {
          assert.deepEqual(other.body(number), plain.body(number));
        }
      }
    }
  });
});

/** Pieces to fill a text with: each keeps one of the reader's steps busy. */
const hostile = [
  '### [](](',
  '### [1] [Title](https://arxiv.org/abs/2401.01234)\n',
  '### [1] [Title](https://arxiv.org/abs/2401.01234)\n*A*\n',
  '### [1] [Title](\n',
  '### [1] [Title](\n\n\n\n\n',
  '- [a](#a) [Total: 1]\n',
  '- [a](#',
  '](#a) [Total: 1',
  '# a [[Back]](#toc) ',
  "<div id='a'></div>\n",
  "<div id='",
  '*'.repeat(9),
  '* *',
  '          ',
  '\n',
  '\n\n\n   \n',
  'Main category:           ',
  'Motivation: a\n\n',
  'A: b\n\n',
  'Abstract: a\n\n',
  '<details>\n',
  '</details>\n',
  '  <summary>a</summary>\n',
  '<summary></summary>',
  ',',
  'Jr,',
  'x',
];

describe('reading a digest', () => {
  const head = [
    '',
    '- ',
    '# a',
    '### [1] [Title](https://arxiv.org/abs/2401.01234)\n*A*\n\n',
    '### [1] [Title](https://arxiv.org/abs/2401.01234)\n*A*\n\nMain category: a',
    '### [1] [Title](https://arxiv.org/abs/2401.01234)\n*',
    '### [1] [Title](https://arxiv.org/abs/2401.01234)\n*A*\n\nMotivation: a\n\nAbstract: ',
  ];
  for (const piece of hostile) {
    it(`takes time in proportion to a text of many ${JSON.stringify(piece)}`, () => {
      for (const start of head) {
        assertLinear(
          JSON.stringify(start + piece),
          (length) => start + piece.repeat(length / piece.length),
          readEverything,
        );
      }
    });
  }

  function readEverything(text: string): void {
    const lines = new Lines(text);
    indexText('file:///a.md', { path: 'a.md', text }, latest);
    for (const format of [daily, trending]) {
      format.recognises(lines, '');
      format.read(lines, { path: 'a.md', latest });
      format.readEntry(text, ['Motivation', 'Method', 'A'], { path: 'a.md', latest });
    }
  }
});
