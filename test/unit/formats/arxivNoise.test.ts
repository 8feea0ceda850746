import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { arxivAbs } from '../../../src/core/formats/arxivAbs.js';
import { arxivApi } from '../../../src/core/formats/arxivApi.js';
import { arxivFeed } from '../../../src/core/formats/arxivFeed.js';
import { arxivMail } from '../../../src/core/formats/arxivMail.js';
import type { DigestFormat } from '../../../src/core/formats/format.js';
import { bibliographyFormats } from '../../../src/core/formats/registry.js';
import { Lines } from '../../../src/core/lines.js';
import { assertLinear } from '../support/cost.js';
import { latest, ReadDocument } from '../support/reading.js';

const rule = '-'.repeat(78);
const ids = ['2602.01234', '2602.01235', 'math.GT/0309136'];
const records = ids.map(
  (id) =>
    `\\\\\narXiv:${id}\nFrom: A <a@example.org>\nDate: Thu, 12 Feb 2026 16:35:28 GMT   (13kb)\n\nTitle: A Title That\n  Goes On\nAuthors: Ada Example (1) and Ben Sample ((1) Here)\nCategories: cs.LG stat.ML\nComments: a comment\n\\\\\n  Made up,\nabout 2401.01234.\n`,
);
const elements = ids.map(
  (id) =>
    `<entry>\n<id>http://arxiv.org/abs/${id}v1</id>\n<title>A &amp; Title</title><summary>Made <![CDATA[up & <b>]]></summary>\n<author><name>Ada Example</name></author><category term="cs.LG"/>\n<link href="http://arxiv.org/abs/${id}v1"/></entry>\n`,
);
const works = ids.map(
  (id, number) =>
    `@misc{key${number},\n  title = {A {Made-up} Title},\n  author = {Ada Example and B},\n  eprint = {${id}},\n  abstract = "Made {"}up{"}"\n}\n\n`,
);

/** Made-up documents that hold three papers each. */
const samples: Readonly<Record<string, string>> = {
  mail: `${rule}\nreceived from  Wed 11 Feb 26 19:00:00 GMT  to  Thu 12 Feb 26 19:00:00 GMT\n${rule}\n${records.join(`\\\\ ( https://arxiv.org/abs/x ,  13kb)\n${rule}\n`)}\\\\ ( https://arxiv.org/abs/x ,  13kb)\n`,
  abs: records.map((record) => `${rule}\n${record}\\\\\n`).join(''),
  api: `<?xml version="1.0"?>\n<feed><id>http://arxiv.org/api/x</id>\n${elements.join('')}</feed>\n`,
  feed: `<feed><id>http://rss.arxiv.org/atom/cs.LG</id>${elements.join('')}</feed>`.replaceAll(
    '\n',
    '',
  ),
  bibtex: works.join(''),
  ris: ids
    .map(
      (id) =>
        `TY  - JOUR\nTI  - A Title\nAU  - Example, Ada\nUR  - https://arxiv.org/abs/${id}\nAB  - a\nb\nER  - \n\n`,
    )
    .join(''),
};

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
  fc.tuple(place, place).map(([from, length]): Damage => (text) => {
    const start = from * text.length;
    const piece = text.slice(start, start + (length * text.length) / 3);
    return text.slice(0, start) + piece + text.slice(start);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(([at, count]): Damage => (text) => {
    const start = at * text.length;
    return text.slice(0, start) + text.slice(start + count);
  }),
  fc
    .tuple(
      place,
      fc.constantFrom(
        '\\\\\n',
        '<entry>',
        '</entry>',
        '<',
        '>',
        '&#x110000;',
        '{',
        '}',
        '"',
        '\0',
        '\r',
        'TY  - X\n',
        '@a{b,\n',
        '```\n',
        '<![CDATA[',
      ),
    )
    .map(([at, piece]): Damage => (text) => {
      const start = at * text.length;
      return text.slice(0, start) + piece + text.slice(start);
    }),
  fc.constantFrom('\r', '\r\n', '\n\n', ' ').map(
    (end): Damage =>
      (text) =>
        text.replaceAll('\n', end),
  ),
);

describe('a damaged document of arXiv or a bibliography', () => {
  it('holds three papers when it is whole', () => {
    for (const [name, text] of Object.entries(samples)) {
      const read = new ReadDocument(name, text, bibliographyFormats);
      assert.deepEqual(
        read.entries.map(({ id }) => id),
        ['2602.01234', '2602.01235', 'math/0309136'],
        name,
      );
      assert.deepEqual(read.document.problems, [], name);
      read.assertRanges();
    }
  });

  it('is read without an error, with ranges inside it and entries that are read alone as in it', () => {
    let digests = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(samples)),
        fc.array(damages, { minLength: 1, maxLength: 4 }),
        (sample, steps) => {
          const text = steps.reduce<string>((damaged, damage) => damage(damaged), sample);
          const read = new ReadDocument('x', text, bibliographyFormats);
          read.assertRanges();
          if (!read.document.digest) return;
          digests++;
          for (const number of read.entries.keys()) read.body(number);
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(digests > 500, `only ${digests} of 1500 were still taken for digests`);
  });
});

/** Each keeps one of the readers' steps busy. */
const hostile = [
  '\\\\\n',
  '\\\\\narXiv:2602.01234\n',
  '\\\\\narXiv:2602.01234\nTitle: a\n',
  'Title: a\n',
  '  a\n',
  'a, ',
  '(',
  '(1) and ',
  ' ',
  '\n',
  'received from a to ',
  'received from  Wed 11 Feb 26 to Thu 12 Feb 26\n',
  '<entry>',
  '<a>',
  '</a>',
  '<a></b>',
  '<entry><a>',
  '</entry>',
  '<',
  '<a ',
  '<a b="',
  '<id>',
  '<title>a</title>',
  '<author><name>a</name></author>',
  '<category term="cs.LG"/>',
  '&',
  '&#1',
  '&amp;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<b>',
  '<link>',
  '(arXiv:',
  'arXiv:2602.01234 ',
  'TY  - JOUR\n',
  'UR  - https://arxiv.org/abs/2602.01234\n',
  '@misc{a,\n',
  '@misc{a, eprint = {2602.01234}, title = {a}}\n',
  'eprint = {2602.01234},\n',
  '{',
  '"',
];

const heads: readonly (readonly [DigestFormat, readonly string[]])[] = [
  [
    arxivMail,
    [
      '',
      '\\\\\narXiv:2602.01234\nTitle: ',
      '\\\\\narXiv:2602.01234\nTitle: a\nAuthors: ',
      '\\\\\narXiv:2602.01234\nTitle: a\n\\\\\n',
    ],
  ],
  [arxivAbs, ['\\\\\narXiv:2602.01234\nFrom: a\nTitle: a\nComments: ']],
  [
    arxivApi,
    [
      '<feed><id>http://arxiv.org/api/x</id>',
      '<feed><entry><id>http://arxiv.org/abs/2602.01234</id><title>',
    ],
  ],
  [
    arxivFeed,
    [
      '<rss><channel><link>http://rss.arxiv.org/rss/x</link>',
      '<rss><item><link>http://arxiv.org/abs/2602.01234</link><title>a</title><creator>&lt;p>',
      '<rss><item><link>http://arxiv.org/abs/2602.01234</link><title>a</title><description>',
    ],
  ],
  ...bibliographyFormats.map((format): [DigestFormat, string[]] => [
    format,
    [
      '',
      '@misc{a, title = {a}, eprint = {2602.01234},\nabstract = {',
      'TY  - JOUR\nTI  - a\nUR  - https://arxiv.org/abs/2602.01234\nAB  - ',
    ],
  ]),
];

describe('reading a document of arXiv or a bibliography', () => {
  for (const [format, starts] of heads) {
    for (const piece of hostile) {
      it(`takes time in proportion to a text of many ${JSON.stringify(piece)} (${format.name})`, () => {
        for (const start of starts) {
          assertLinear(
            JSON.stringify(start + piece),
            (length) => start + piece.repeat(length / piece.length),
            (text) => {
              const lines = new Lines(text);
              format.recognises(lines, '');
              const { digest } = format.read(lines, { path: '', latest });
              for (const { range } of digest.entries.slice(-3)) {
                format.readEntry(lines.sliceRange(range), [], { path: '', latest });
              }
              format.readEntry(text, [], { path: '', latest });
            },
          );
        }
      });
    }
  }
});
