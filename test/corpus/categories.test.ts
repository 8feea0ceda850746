import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { categoryNames } from '../../src/core/categories.js';
import { referenceDigests } from './support/shared.js';

describe('categories', () => {
  it('know every category of real daily digests, cross-lists too', () => {
    const found = new Set(
      referenceDigests().flatMap(({ truth }) => truth.flatMap(({ categories }) => categories)),
    );
    assert.ok(found.size > 80, `only ${found.size} categories were read`);
    assert.deepEqual(
      [...found].filter((category) => !categoryNames.has(category)),
      [],
    );
  });
});
