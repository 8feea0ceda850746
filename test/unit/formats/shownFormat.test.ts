import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readBibliography } from '../../../src/core/bibliography/registry.js';
import { ReadDocument } from '../support/reading.js';

const trick = 'a\u202eb\u2066c\u200bd\u{e0041}';

function record(changes: object): string {
  return `${JSON.stringify({
    ...{ id: '2601.10001', categories: ['cs.LG', trick], pdf: '', authors: [trick], title: trick },
    ...{ comment: trick, summary: trick, AI: { tldr: trick, method: trick } },
    ...changes,
  })}\n`;
}

describe('the texts of a digest', () => {
  it('are what people may see, in every field', () => {
    const read = new ReadDocument('2026-01-02.jsonl', record({}));
    const { title, authors, crossLists } = read.entry(0);
    assert.deepEqual([title, authors, crossLists], ['abcd', ['abcd'], ['abcd']]);
    const { summary, fields, abstract, comment } = read.body(0);
    assert.deepEqual([summary?.text, abstract, comment], ['abcd', 'abcd', 'abcd']);
    assert.deepEqual(new Set(fields.map(({ text }) => text)), new Set(['abcd']));
  });

  it('are the id where nothing of a title can be seen', () => {
    const read = new ReadDocument('2026-01-02.jsonl', record({ title: '\u202e\u200b' }));
    assert.equal(read.entry(0).title, '2601.10001');
  });

  it('are no longer in lists than anybody reads', () => {
    const long = 'word '.repeat(1000);
    const read = new ReadDocument('2026-01-02.jsonl', record({ title: long, authors: [long] }));
    const { title, authors } = read.entry(0);
    assert.ok(title.length < 2010 && title.endsWith(' …'), `${title.length} characters`);
    assert.ok((authors[0]?.length ?? 0) < 510);
    assert.equal(read.body(0).abstract, 'abcd');
  });

  it('are the same in bibliographies, but for the keys that documents cite', () => {
    const text = `@misc{k\u200b1, title={${trick}}, author={${trick}}, journal={${trick}}}`;
    const [entry] = readBibliography('a.bib', text).entries;
    assert.deepEqual([entry?.title, entry?.authors, entry?.journal], ['abcd', ['abcd'], 'abcd']);
    assert.equal(entry?.key, 'k\u200b1');
  });
});
