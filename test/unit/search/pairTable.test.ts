import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { PairTable } from '../../../src/core/search/pairTable.js';

describe('a table of pairs', () => {
  it('gives what was set, for any pairs, with and without a number', () => {
    const pairs = fc.array(fc.tuple(fc.integer(), fc.integer({ min: -1, max: 600_000 })));
    fc.assert(
      fc.property(pairs, fc.integer(), (set, other) => {
        const table = new PairTable();
        const map = new Map<number, number>();
        for (const [pair, number] of set) {
          table.set(pair, number);
          map.set(pair, number);
        }
        for (const [pair, number] of map) assert.equal(table.get(pair), number);
        assert.equal(table.get(other), map.get(other));
      }),
    );
  });

  it('grows', () => {
    const table = new PairTable();
    const count = 100_000;
    for (let at = 0; at < count; at++) table.set((at << 16) | (at * 7), at);
    const map = new Map<number, number>();
    for (let at = 0; at < count; at++) map.set((at << 16) | (at * 7), at);
    for (const [pair, number] of map) assert.equal(table.get(pair), number);
  });
});
