import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FormulaDrawing } from '../../../src/core/render/formulaImage.js';
import { DrawingCache } from '../../../src/host/drawingCache.js';

function drawing(length: number): FormulaDrawing {
  return { content: 'x'.repeat(length), left: 0, width: 1, ascent: 1, descent: 0 };
}

describe('the drawings that are kept', () => {
  it('are those that were given, and that a formula has none', () => {
    const cache = new DrawingCache();
    cache.set('a', drawing(3));
    cache.set('b', undefined);
    assert.equal(cache.get('a')?.content, 'xxx');
    assert.ok(cache.has('b') && !cache.has('c'));
    assert.equal(cache.get('b'), undefined);
    assert.equal(cache.get('c'), undefined);
    assert.ok(!cache.has('c'));
  });

  it('are the last used when they become too many', () => {
    const cache = new DrawingCache();
    cache.set('used', drawing(30_000));
    cache.set('unused', drawing(30_000));
    for (let number = 0; number < 70; number++) {
      cache.get('used');
      cache.set(`other ${number}`, drawing(30_000));
    }
    assert.ok(cache.has('used') && cache.has('other 69'));
    assert.ok(!cache.has('unused') && !cache.has('other 0'));
  });

  it('do not count twice when one takes the place of another', () => {
    const cache = new DrawingCache();
    cache.set('first', drawing(30_000));
    for (let times = 0; times < 200; times++) cache.set('same', drawing(30_000));
    assert.ok(cache.has('first'));
  });

  it('are none of a formula that is too large', () => {
    const cache = new DrawingCache();
    cache.set('large', drawing(50_000));
    assert.ok(cache.has('large'));
    assert.equal(cache.get('large'), undefined);
  });
});
