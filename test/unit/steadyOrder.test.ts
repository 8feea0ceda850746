import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { steadyOrder } from '../../src/core/steadyOrder.js';

describe('a list that is found anew', () => {
  it('is as it was found while nobody has gone into it', () => {
    assert.deepEqual(steadyOrder(['a', 'b'], 0, ['c', 'b', 'a']), ['c', 'b', 'a']);
  });

  it('keeps what was passed where it is, even what is not found any more', () => {
    assert.deepEqual(steadyOrder(['a', 'b', 'c'], 2, ['x', 'c', 'a']), ['a', 'b', 'x', 'c']);
  });
});
