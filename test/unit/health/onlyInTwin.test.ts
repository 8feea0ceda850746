import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { lostGroup } from '../../../src/core/health/onlyInTwin.js';

describe('papers that only the data of a digest holds', () => {
  it('are told once, by the first of them', () => {
    assert.deepEqual(lostGroup([]), []);
    const [group] = lostGroup([{ key: 'arxiv:2601.00003' }, { key: 'title:a title' }]);
    assert.equal(group?.count, 2);
    assert.deepEqual(group.first[0]?.args, ['2601.00003']);
  });
});
