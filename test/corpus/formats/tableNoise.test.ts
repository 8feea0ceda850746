import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ReadDocument } from '../../unit/support/reading.js';
import { readSiblings } from '../support/siblings.js';

/** The beginning of a sample: damage is as telling there, and quicker to read. */
const samples = [
  'fork-astro-Straw674',
  'fork-rich-xmkxabc',
  'fork-gemini-junle-chen',
  'table-cv-arxiv-daily',
  'table-DailyArXiv-zezhishao',
  'jekyll-hdShang',
  'hf-daily-papers',
].flatMap((folder) =>
  readSiblings(folder)
    .filter(([name]) => /\.(?:md|yaml)$/.test(name))
    .map(([name, { lines }]) => ({ name, text: lines.text.slice(0, 30_000) })),
);

const place = fc.double({ min: 0, max: 1, noNaN: true });

describe('damaged tables and pages', () => {
  it('are read without a fault, and ranges select what they should', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        place,
        place,
        fc.constantFrom('', '\r', '\n', '|', '**', '<details>', '</td>', '"', '\0', '> '),
        ({ name, text }, from, length, put) => {
          const start = Math.floor(from * text.length);
          const end = start + Math.floor(length * length * (text.length - start));
          const read = new ReadDocument(name, text.slice(0, start) + put + text.slice(end));
          read.assertRanges();
          if (!read.document.digest) return;
          for (const number of read.entries.keys()) read.body(number);
        },
      ),
      { numRuns: 250 },
    );
  });
});
