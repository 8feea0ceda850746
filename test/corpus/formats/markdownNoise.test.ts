import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../../unit/support/reading.js';
import { siblings } from '../support/siblings.js';

const folders = [
  'gpt_paper_assistant',
  'reporter-CSQianDong',
  'report-Tony-tpc',
  'bullets-LindongGuo',
  'notes-Throne0826',
  'notes-zhaoyang97',
  'abstract-notes-exopoiesis',
];
/** The style sheet of a page says nothing of its papers, and most damage would hit it. */
const samples = folders
  .flatMap(siblings)
  .map(({ name, text }) => [name, text.slice(0, 40_000)] as const)
  .filter(([name, text]) => new ReadDocument(name, text).document.digest !== undefined);
const list = Array.from(
  { length: 12 },
  (_, n) =>
    `### ${n}. [Title Number ${n}](https://arxiv.org/abs/2602.0${1000 + n})\n\nMade up.\n\n`,
).join('');
const lists: (readonly [string, string])[] = [
  ['headings.md', list],
  ['items.md', list.replace(/### \d+\. (.*)\n\nMade up\.\n\n/g, '- $1\n  Made up.\n')],
];

type Damage = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const damages: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (at): Damage =>
      (text) =>
        text.slice(0, at * text.length),
  ),
  place.map(
    (at): Damage =>
      (text) =>
        text.slice(at * text.length),
  ),
  fc.tuple(place, place).map(([at, from]): Damage => (text) => {
    const lines = text.split('\n');
    const moved = lines.splice(Math.floor(from * lines.length), 5);
    lines.splice(Math.floor(at * lines.length), 0, ...moved, ...moved);
    return lines.join('\n');
  }),
  fc.tuple(place, fc.constantFrom('', '<', '](', '**', '\0', '`', '---\n', '# ')).map(
    ([at, sign]): Damage =>
      (text) =>
        text.slice(0, at * text.length) + sign + text.slice(at * text.length + 3),
  ),
  fc.constantFrom('\r', '\r\n').map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
);

describe('a damaged digest of reports and notes', () => {
  it('is read without an error, with ranges inside it, and each entry again from its text', () => {
    let digests = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples, ...lists),
        fc.array(damages, { minLength: 1, maxLength: 4 }),
        ([name, sample], steps) => {
          const text = steps.reduce((damaged, damage) => damage(damaged), sample);
          const read = new ReadDocument(name, text);
          const { digest } = read.document;
          if (!digest) return;
          digests++;
          read.assertRanges();
          for (const number of digest.entries.keys()) read.body(number);
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(digests > 100, `only ${digests} were still digests`);
  });
});
