import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Memento } from 'vscode';
import type { PaperKey } from '../../../src/core/paper.js';
import type { ListSpec } from '../../../src/core/reading/listSpec.js';
import { ReadingPlaces } from '../../../src/host/readingPlaces.js';

const digest = (day: number): ListSpec => ({ kind: 'digest', uri: `file:///${day}.md` });
const paper = (number: number): PaperKey => `arxiv:2602.${10_000 + number}`;

describe('places in lists', () => {
  let updates = 0;
  let stored: unknown;
  const memory: Memento = {
    keys: () => [],
    get: <T>(_: string, fallback?: T) => (stored ?? fallback) as T,
    update(_, value: unknown) {
      updates++;
      stored = structuredClone(value);
      return Promise.resolve();
    },
  };

  it('are known at once, stored together, and there in the next window', () => {
    const places = new ReadingPlaces(memory);
    for (let number = 0; number < 100; number++) places.remember(digest(1), paper(number));
    places.remember(digest(2), paper(7));
    assert.equal(places.of(digest(1)), paper(99));
    assert.equal(updates, 0);
    places.dispose();
    assert.equal(updates, 1);
    const next = new ReadingPlaces(memory);
    assert.deepEqual([next.of(digest(1)), next.of(digest(2))], [paper(99), paper(7)]);
    assert.equal(next.of(digest(3)), undefined);
    next.dispose();
    assert.equal(updates, 1);
  });

  it('are those of the lists that were read last, when there are very many', () => {
    const places = new ReadingPlaces(memory);
    for (let day = 1; day <= 600; day++) places.remember(digest(day), paper(day));
    places.dispose();
    const next = new ReadingPlaces(memory);
    assert.equal(next.of(digest(600)), paper(600));
    assert.equal(next.of(digest(101)), paper(101));
    assert.equal(next.of(digest(100)), undefined);
    next.dispose();
  });
});
