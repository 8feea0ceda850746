import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const link = 'http://arxiv.org/abs/2601.90101';
const row = `|**2026-01-02**|**A | Title with [brackets](x)**|Ada Example et.al.|[2601.90101](${link}v2)|null|\n`;
const item = `- 2026-01-03, **A Title, **bold**, and so on**, Bo Sample et.al., Paper: [${link}v3](${link}v3), Code: **[x](y)**\n`;

function file(table: unknown, indent?: number): ReadDocument {
  return new ReadDocument('docs/cv.json', JSON.stringify(table, null, indent));
}

describe('the JSON of cv-arxiv-daily', () => {
  it('has no day that the calendar has not', () => {
    const dayOf = (text: string): string | undefined =>
      file({ A: { '2601.90101': text } }).entry(0).day;
    for (const [text, day] of [
      [row, '2026-01-02'],
      [item, '2026-01-03'],
    ] as const) {
      assert.equal(dayOf(text), day);
      assert.equal(dayOf(text.replace(day, '2026-02-31')), undefined);
    }
  });

  it('reads titles with bars and commas, and a paper under each of its topics', () => {
    for (const indent of [undefined, 2]) {
      const read = file(
        { Empty: {}, 'A "Topic"': { '2601.90101': row }, B: { '2601.90101': item } },
        indent,
      );
      assert.equal(read.digest.format, 'cvArxivJson');
      assert.deepEqual(
        read.entries.map(({ title, authors, category, day, version }) => ({
          title,
          authors,
          category,
          day,
          version,
        })),
        [
          {
            title: 'A | Title with [brackets](x)',
            authors: ['Ada Example'],
            category: 'A "Topic"',
            day: '2026-01-02',
            version: 2,
          },
          {
            title: 'A Title, **bold**, and so on',
            authors: ['Bo Sample'],
            category: 'B',
            day: '2026-01-03',
            version: 3,
          },
        ],
      );
      assert.deepEqual(read.document.problems, []);
      assert.equal(read.name(read.entry(1)), '2601.90101');
      read.body(1);
      read.assertRanges();
    }
  });

  it('reads rows that a parser is needed for, and those that have no break at their end', () => {
    const escaped = row.replace('Ada', '\u00c5da').replace('A |', 'A "quoted" \\alpha |');
    const written = JSON.stringify({ T: { '2601.90101': escaped, '2601.90102': row.trim() } });
    const read = new ReadDocument('cv.json', written.replace('\u00c5', '\\u00c5'));
    assert.deepEqual(read.document.problems, []);
    assert.deepEqual(
      read.entries.map(({ title, authors, day }) => [title, authors, day]),
      [
        ['A "quoted" \\alpha | Title with [brackets](x)', ['\u00c5da Example'], '2026-01-02'],
        ['A | Title with [brackets](x)', ['Ada Example'], '2026-01-02'],
      ],
    );
  });

  it('takes no row with a character that a parser refuses', () => {
    const written = JSON.stringify({ T: { '2601.90102': row, '2601.90101': row } });
    const damaged = new ReadDocument('cv.json', written.replace(/Ada(?!.*Ada)/, 'A\tda'));
    assert.deepEqual(
      damaged.entries.map(({ id }) => id),
      ['2601.90102'],
    );
    assert.deepEqual(
      damaged.document.problems.map(({ kind }) => kind),
      ['entryCutOff'],
    );
  });

  it('names rows that are none', () => {
    const read = file({ A: { '2601.90101': row, '2601.90102': 'nothing', '2601.90103': row } }, 1);
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['2601.90101', '2601.90103'],
    );
    assert.deepEqual(read.document.problems, [
      { kind: 'entryCutOff', line: 3, args: ['2601.90102'] },
    ]);
  });

  it('is no other table of tables', () => {
    for (const other of [
      { A: { '2601.90101': 'read on Monday' } },
      { A: { a: row } },
      { A: [row] },
      { '2601.90101': row },
      { A: { B: { '2601.90101': row } } },
      [{ A: { '2601.90101': row } }],
      { scripts: { build: '|' }, A: { '2601.90101': row } },
    ]) {
      assert.equal(file(other).document.digest, undefined, JSON.stringify(other));
    }
  });
});
