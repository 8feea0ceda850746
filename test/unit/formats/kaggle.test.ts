import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const madeUp = {
  id: 'hep-th/9901001',
  submitter: 'Ada Example',
  authors: 'A. Example (1 and 2), B.-C. Sample and The Team ((1) Here, (2) There), et al',
  title: 'A Title That\n  Is Wrapped',
  comments: '12 pages,\n  made up',
  'journal-ref': null,
  doi: '10.1000/ABC.1 10.1000/2',
  categories: 'hep-ph cs.LG math.GT',
  abstract: '  First line.\nSecond line.\n',
  versions: [
    { version: 'v1', created: 'Mon, 4 Jan 1999 19:18:42 GMT' },
    { version: 'v3', created: 'Tue, 5 Jan 1999 20:10:27 GMT' },
  ],
  update_date: '2015-05-13',
  authors_parsed: [
    ['Example', 'Ada', 'II', 'Here'],
    ['Sample', 'B. -C.', ''],
    ['The Team', '', ''],
  ],
};

describe('the metadata of arXiv as Kaggle has them', () => {
  it('name old papers, versions, several DOIs, and authors with and without addresses', () => {
    const { authors_parsed: parsed, ...written } = madeUp;
    const read = new ReadDocument(
      'arxiv.json',
      [madeUp, { ...written, id: 'math.GT/0309136' }, { ...madeUp, id: '0704.0001', versions: [] }]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    );
    assert.ok(parsed.length > 0);
    assert.equal(read.digest.format, 'kaggle');
    assert.deepEqual(
      read.entries.map(({ id, version, day }) => [id, version, day]),
      [
        ['hep-th/9901001', 3, '1999-01-04'],
        ['math/0309136', 3, '1999-01-04'],
        ['0704.0001', undefined, undefined],
      ],
    );
    assert.deepEqual(read.entry(0).authors, ['Ada Example, II', 'B.-C. Sample', 'The Team']);
    assert.deepEqual(read.entry(1).authors, ['A. Example', 'B.-C. Sample', 'The Team']);
    assert.equal(read.entry(0).doi, '10.1000/abc.1');
    assert.equal(read.entry(0).title, 'A Title That Is Wrapped');
    assert.deepEqual(read.entry(0).crossLists, ['cs.LG', 'math.GT']);
    assert.equal(read.name(read.entry(1)), 'math.GT/0309136');
    assert.deepEqual(read.body(0), {
      fields: [],
      abstract: 'First line.\nSecond line.',
      comment: '12 pages, made up',
    });
    assert.deepEqual(read.document.mentions, []);
    read.assertRanges();
  });
});
