import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  placeOfSearch,
  readQueries,
  readSavedSearches,
  withoutSearch,
  withSearch,
  withSearchChanged,
} from '../../../src/core/savedSearches.js';

const a = { name: 'A', query: 'alpha' };
const b = { name: 'B', query: 'beta' };
/** What people have in their settings by mistake. */
const odd = [
  null,
  7,
  'text',
  [],
  {},
  { name: 'A' },
  { name: '', query: 'x' },
  { name: 'A', query: ' ' },
];

describe('The setting of saved searches', () => {
  it('is read in its order, without what is none', () => {
    assert.deepEqual(readSavedSearches([b, ...odd, a]), [b, a]);
    for (const value of [undefined, null, 7, 'text', { name: 'A', query: 'alpha' }]) {
      assert.deepEqual(readSavedSearches(value), []);
    }
  });

  it('may hold searches of one name or one query, but none twice', () => {
    const twin = { name: 'A', query: 'other' };
    assert.deepEqual(readSavedSearches([a, twin, a, { ...a, more: 1 }]), [a, twin]);
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readQueries(value);
        for (const search of readSavedSearches(value)) {
          assert.deepEqual(readSavedSearches(withSearch([], search)), [search]);
        }
      }),
    );
  });

  it('takes a search at its end or at its place, and leaves what is none where it is', () => {
    assert.deepEqual(withSearch(undefined, a), [a]);
    assert.deepEqual(withSearch([...odd, a], b), [...odd, a, b]);
    assert.deepEqual(withSearch([...odd, a], b, 1), [odd[0], b, ...odd.slice(1), a]);
  });

  it('keeps what else an entry holds when its search is changed', () => {
    const changed = { name: 'A', query: 'gamma' };
    assert.deepEqual(withSearchChanged([...odd, { ...a, colour: 'red' }], a, changed), [
      ...odd,
      { ...changed, colour: 'red' },
    ]);
    assert.deepEqual(withSearchChanged([b], a, changed), [b]);
  });

  it('is as before when a search is taken away and brought back', () => {
    const value = [b, 7, a, null];
    const at = placeOfSearch(value, a);
    assert.equal(at, 2);
    assert.deepEqual(withoutSearch(value, a), [b, 7, null]);
    assert.deepEqual(withSearch(withoutSearch(value, a), a, at), value);
    assert.equal(placeOfSearch([b], a), -1);
  });

  it('loses a search that stands there twice altogether', () => {
    assert.deepEqual(withoutSearch([a, b, a], a), [b]);
  });

  it('is not changed in place', () => {
    const value = Object.freeze([a]);
    withSearch(value, b);
    withoutSearch(value, a);
    withSearchChanged(value, a, b);
    assert.deepEqual(value, [a]);
  });
});

describe('The queries of the last window', () => {
  it('are read each once, without what is none', () => {
    assert.deepEqual(readQueries(['x', 'y', 'x', '', ' ', 7, null]), ['x', 'y']);
    assert.deepEqual(readQueries({}), []);
  });
});
