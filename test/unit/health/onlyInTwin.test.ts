import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { onlyInTwin, twinGroup } from '../../../src/core/health/onlyInTwin.js';

describe('onlyInTwin', () => {
  it('gives what the data file alone has, each once and in its order', () => {
    const lost = onlyInTwin(
      ['arxiv:2601.00001', 'arxiv:2601.00004'],
      ['arxiv:2601.00003', 'arxiv:2601.00001', 'arxiv:2601.00002', 'arxiv:2601.00003'],
    );
    assert.deepEqual(lost, ['arxiv:2601.00003', 'arxiv:2601.00002']);
    assert.deepEqual(onlyInTwin(['arxiv:2601.00001'], []), []);
  });

  it('is told once, by the first of them', () => {
    assert.deepEqual(twinGroup([]), []);
    const [group] = twinGroup(['arxiv:2601.00003', 'title:a title']);
    assert.equal(group?.count, 2);
    assert.deepEqual(group.first[0]?.args, ['2601.00003']);
  });
});
