import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { titleKey } from '../../../src/core/title.js';
import { ReadDocument } from '../../unit/support/reading.js';
import { seed } from '../support/shared.js';

describe('a page of trending papers', () => {
  for (const number of ['002', '004']) {
    it(`gives title and abstract of every paper: seed ${number}`, () => {
      const read = new ReadDocument('dump.txt', seed(number).text);
      const lines = read.lines.text.split('\n').slice(2, -1);
      read.assertRanges();
      for (const [index, entry] of read.entries.entries()) {
        const title = (lines[2 * index] ?? '').replace(/^Subscribe/, '');
        assert.equal(entry.title, title);
        assert.equal(entry.key, titleKey(title));
        assert.deepEqual(read.body(index), { fields: [], abstract: lines[2 * index + 1] });
      }
      assert.equal(read.entries.length * 2, lines.length);
    });
  }
});
