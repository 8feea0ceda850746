import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { PaperKey } from '../../../src/core/paper.js';
import { newestKeysFirst } from '../../../src/core/paperOrder.js';
import {
  isOfSearch,
  isSameAnswer,
  mostListed,
  searchChildren,
  searchNodes,
  unsavedNode,
  type SearchAnswer,
} from '../../../src/core/searchTree.js';

function answer(papers: number, total = papers): SearchAnswer {
  const keys = Array.from({ length: papers }, (_, n): PaperKey => `arxiv:2602.${10_000 + n}`);
  return { keys, total, match: 'all' };
}

const root = unsavedNode('some words');

function outline(of: SearchAnswer): string[] {
  return searchChildren(root, of).map((node) =>
    node.kind === 'searchRange'
      ? `${node.from}-${node.to}`
      : node.kind === 'searchNote'
        ? node.note
        : node.kind,
  );
}

describe('The searches in the tree', () => {
  it('are those not saved, then the saved ones, each with an id of its own', () => {
    const nodes = searchNodes(
      ['b', 'a'],
      [
        { name: 'a', query: 'x' },
        { name: 'a', query: 'y' },
        { name: 'c', query: 'a' },
      ],
    );
    assert.deepEqual(
      nodes.map(({ search: { name = '', query } }) => `${name}:${query}`),
      [':b', ':a', 'a:x', 'a:y', 'c:a'],
    );
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  });

  it('list their papers by rank, not by age', () => {
    const { keys } = answer(3);
    const ranked = { keys: [keys[1]!, keys[2]!, keys[0]!], total: 3, match: 'all' } as const;
    assert.notDeepEqual(newestKeysFirst(ranked.keys), ranked.keys);
    const children = searchChildren(root, ranked);
    assert.deepEqual(
      children.map((node) => node.kind === 'paper' && node.key),
      ranked.keys,
    );
    assert.ok(children.every(({ id }) => isOfSearch(id)));
  });

  it('come in pages when they are long, which hold all papers in their order', () => {
    assert.deepEqual(outline(answer(200)), Array<string>(200).fill('paper'));
    assert.deepEqual(outline(answer(401)), ['0-200', '200-400', '400-401']);
    const long = answer(401);
    const below = searchChildren(root, long).flatMap((page) =>
      page.kind === 'paper' ? [] : searchChildren(page, long),
    );
    assert.deepEqual(
      below.map((node) => node.kind === 'paper' && node.key),
      long.keys,
    );
  });

  it('say that there are more than are listed, or none', () => {
    assert.deepEqual(outline(answer(mostListed, mostListed + 1)).slice(-2), ['800-1000', 'more']);
    assert.deepEqual(outline(answer(0)), ['none']);
    // Of what may hold a phrase, some may be found later in the texts.
    assert.deepEqual(outline(answer(1, 30)), ['paper', 'more']);
  });

  it('have changed when a paper, the order, the number or the match has', () => {
    const one = answer(2);
    assert.ok(isSameAnswer(one, answer(2)));
    assert.ok(!isSameAnswer(one, answer(3)));
    assert.ok(!isSameAnswer(one, answer(2, 3)));
    assert.ok(!isSameAnswer(one, { ...one, match: 'typos' }));
    assert.ok(!isSameAnswer(one, { ...one, keys: one.keys.toReversed() }));
  });
});

describe('The ids of the tree', () => {
  it('tell searches and what is below them from the rest', () => {
    assert.ok(isOfSearch(root.id));
    for (const id of ['archive/cs', 'category/search', 'day/2026-02-13', 'problems']) {
      assert.ok(!isOfSearch(id), id);
    }
  });
});
