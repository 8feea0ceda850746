import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

const made = [
  '-'.repeat(78),
  '\\\\',
  'arXiv:math.GT/0309136',
  'From: Ada Example <ada@example.org>',
  'Date: Mon, 8 Sep 2003 10:20:28 GMT   (10kb)',
  'Date (revised v2): Tue, 9 Sep 2003 10:20:28 GMT   (11kb)',
  '',
  'Title: A Made-up Title',
  'Authors: Ada Example',
  'Categories: math.GT math-ph',
  'Comments: a comment',
  '\\\\',
  '  Made up for a test.',
  '\\\\',
  '',
].join('\n');

describe('an .abs file of arXiv', () => {
  it('tells the newest version, and of old ids the form with a class too', () => {
    const read = new ReadDocument('0309136.abs', made);
    const entry = read.entry(0);
    assert.equal(read.digest.format, 'arxivAbs');
    assert.deepEqual([entry.id, entry.version], ['math/0309136', 2]);
    assert.equal(read.name(entry), 'math.GT/0309136');
    assert.deepEqual(read.body(0), {
      fields: [],
      abstract: 'Made up for a test.',
      comment: 'a comment',
    });
    read.assertRanges();
  });

  it('may be several in one file, with whatever line ends', () => {
    const both = made + made.replace('0309136', '0309137');
    for (const end of ['\n', '\r\n', '\r']) {
      const read = new ReadDocument('all.abs', both.replaceAll('\n', end));
      assert.deepEqual(
        read.entries.map(({ id, range }) => [id, range.startLine, range.endLine]),
        [
          ['math/0309136', 2, 13],
          ['math/0309137', 16, 27],
        ],
      );
      assert.deepEqual(read.body(1), read.body(0));
      read.assertRanges();
    }
  });

  it('is none without the signs around its fields', () => {
    for (const text of [made.replaceAll('\\\\\n', ''), made.replace('Title:', 'Titel:')]) {
      assert.equal(new ReadDocument('x.abs', text).document.digest, undefined);
    }
  });
});
