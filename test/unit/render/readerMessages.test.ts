import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askedBy } from '../../../src/reader/press.js';
import { asToReader } from '../../../src/reader/readerMessages.js';

const key = 'arxiv:2602.12345';

/** What is asked by pressing an element with these `data-` attributes. */
function asked(dataset: Readonly<Record<string, string>>): unknown {
  return askedBy({ dataset } as unknown as HTMLElement, key);
}

describe("what the reader's page asks for", () => {
  it('names the paper and the place in its list', () => {
    assert.deepEqual(asked({ action: 'openPdf' }), { type: 'action', action: 'openPdf', key });
    assert.deepEqual(asked({ occurrence: '1' }), { type: 'openOccurrence', key, index: 1 });
    assert.deepEqual(asked({ note: '0' }), { type: 'openNote', key, index: 0 });
    assert.deepEqual(asked({ author: '12' }), { type: 'searchAuthor', key, index: 12 });
    assert.deepEqual(asked({ similar: '3' }), { type: 'openSimilar', key, index: 3 });
    assert.deepEqual(asked({ term: '3.4' }), { type: 'searchShared', key, index: 3, term: 4 });
  });

  it('is nothing for what names no place', () => {
    for (const dataset of [
      {},
      { action: 'constructor' },
      { occurrence: 'x' },
      { term: '3' },
      { term: 'a.b' },
      { jump: 'abstract' },
    ]) {
      assert.equal(asked(dataset), undefined);
    }
  });
});

describe("what the reader's page is told", () => {
  it('is a paper, what is like it, or that it has gone; nothing else', () => {
    for (const data of [
      { type: 'show', key, html: '' },
      { type: 'similar', key, html: '' },
      { type: 'gone', key, message: '' },
    ]) {
      assert.equal(asToReader(data), data);
    }
    for (const data of [
      null,
      'show',
      { type: 'similar', key },
      { type: 'similar', html: '' },
      { type: 'other', key, html: '', message: '' },
    ]) {
      assert.equal(asToReader(data), undefined);
    }
  });
});
