import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ReadDocument } from '../support/reading.js';

function answer(...entries: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <title type="html">ArXiv Query: search_query=all:made</title>',
    '  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>',
    '  <updated>2026-02-13T00:00:00-05:00</updated>',
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

const entry = [
  '  <entry>',
  '    <id>http://arxiv.org/abs/math.GT/0309136v2</id>',
  '    <updated>2004-01-01T00:00:00Z</updated>',
  '    <published>2003-09-08T00:00:00Z</published>',
  '    <title>A Title in\n  Two Lines</title>',
  '    <summary>',
  '      First line,',
  '      second line.',
  '        A paragraph.',
  '    </summary>',
  '    <author><name>Ada Example</name><arxiv:affiliation>Some Place</arxiv:affiliation></author>',
  '    <author><name>Example, Ben and Sons</name></author>',
  '    <arxiv:doi>10.5555/Example.2</arxiv:doi>',
  '    <link title="doi" href="http://dx.doi.org/10.5555/Example.2" rel="related"/>',
  '    <arxiv:comment>12 pages,\n  one figure</arxiv:comment>',
  '    <arxiv:primary_category term="math.GT" scheme="http://arxiv.org/schemas/atom"/>',
  '    <category term="math-ph" scheme="http://arxiv.org/schemas/atom"/>',
  '    <category term="math.GT" scheme="http://arxiv.org/schemas/atom"/>',
  '    <category term="57M25, 81T45" scheme="http://arxiv.org/schemas/atom"/>',
  '  </entry>',
].join('\n');

const error = [
  '  <entry>',
  '    <id>https://arxiv.org/api/errors#incorrect_id_format_for_2602.01234x</id>',
  '    <title>Error</title>',
  '    <summary>incorrect id format for 2602.01234x</summary>',
  '    <author><name>arXiv api core</name></author>',
  '  </entry>',
].join('\n');

describe('the answers of arXiv’s interface', () => {
  it('tell the facts, and of categories only those of arXiv', () => {
    const read = new ReadDocument('answer.xml', answer(entry));
    const { range, nameRange, ...facts } = read.entry(0);
    assert.deepEqual(facts, {
      key: 'arxiv:math/0309136',
      id: 'math/0309136',
      version: 2,
      doi: '10.5555/example.2',
      title: 'A Title in Two Lines',
      authors: ['Ada Example', 'Example, Ben and Sons'],
      category: 'math.GT',
      crossLists: ['math-ph'],
    });
    assert.equal(nameRange.startLine, range.startLine + 1);
    assert.equal(read.digest.date?.value, '2026-02-13');
    assert.deepEqual(read.body(0), {
      fields: [],
      abstract: 'First line,\nsecond line.\n  A paragraph.',
      comment: '12 pages, one figure',
    });
    read.assertRanges();
  });

  it('may be written by a program that names the namespaces', () => {
    const named = answer(entry).replace(/<(\/?)([a-z]+)(?=[\s>])/g, '<$1ns0:$2');
    const read = new ReadDocument('answer.xml', named);
    assert.equal(read.digest.format, 'arxivApi');
    assert.equal(read.entry(0).title, 'A Title in Two Lines');
    assert.deepEqual(read.entry(0).authors, ['Ada Example', 'Example, Ben and Sons']);
  });

  it('are no paper where they tell of an error', () => {
    const read = new ReadDocument('answer.xml', answer(error));
    assert.deepEqual(read.entries, []);
    assert.deepEqual(read.document.problems, []);
    const both = new ReadDocument('answer.xml', answer(error, entry));
    assert.deepEqual(
      both.entries.map(({ id }) => id),
      ['math/0309136'],
    );
  });

  it('keep their lines whatever ends them', () => {
    const plain = new ReadDocument('answer.xml', answer(entry, entry));
    for (const end of ['\r\n', '\r']) {
      const other = new ReadDocument('answer.xml', answer(entry, entry).replaceAll('\n', end));
      assert.deepEqual(other.document, plain.document);
      assert.deepEqual(other.body(0), plain.body(0));
    }
  });
});
