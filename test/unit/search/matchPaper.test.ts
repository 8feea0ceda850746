import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Paper } from '../../../src/core/paper.js';
import { matchesPaper, queryWords } from '../../../src/core/search/matchPaper.js';

const paper: Paper = {
  key: 'arxiv:2602.10637',
  id: '2602.10637',
  title: "Coarse-Grained Boltzmann Generators for Poincaré's Ｇａｓ",
  authors: ['Weilong Chen', 'José Núñez'],
  category: 'cs.LG',
  occurrences: [],
};

function matches(query: string): boolean {
  return matchesPaper(paper, queryWords(query));
}

describe('filtering papers', () => {
  for (const query of [
    '',
    '   ',
    'boltzmann',
    'BOLTZ gener',
    'chen boltzmann',
    'poincare',
    'POINCARÉ',
    'gas',
    'ｃｈｅｎ',
    'jose nunez',
    'Núñez',
    '2602.10637',
    'cs.lg chen',
    'ltzma',
  ]) {
    it(`finds it by "${query}"`, () => assert.ok(matches(query)));
  }

  for (const query of ['boltzmann smith', 'chenweilong', '2602.10638', 'cs.CV', 'generatorsfor']) {
    it(`does not find it by "${query}"`, () => assert.ok(!matches(query)));
  }

  it('finds a paper that has nothing but a title', () => {
    const bare: Paper = { key: 'title:x', title: 'X', authors: [], occurrences: [] };
    assert.ok(matchesPaper(bare, queryWords('x')));
    assert.ok(!matchesPaper(bare, queryWords('undefined')));
  });
});
