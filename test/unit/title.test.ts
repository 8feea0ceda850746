import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { normalisedTitle, titleKey } from '../../src/core/title.js';

describe('two spellings of a title', () => {
  const same: readonly (readonly string[])[] = [
    ['Attention Is All You Need', 'attention is all you need', 'Attention is all you need.'],
    ['Closing the ODE-SDE gap', 'Closing the ODE–SDE Gap', 'Closing the ODE SDE gap'],
    ["Poincar\\'e Maps", 'Poincaré Maps', 'Poincare\u0301 maps', 'Poincare Maps'],
    ['G\\"{o}del', 'Gödel', 'G{\\"o}del'],
    ['On $\\alpha$-Divergence', 'On alpha-Divergence'],
    ['The $F_{\\mu\\nu}$ Field', 'The F_{munu} Field'],
    ['{Langevin} Dynamics', 'Langevin Dynamics'],
    ['Ｆｕｌｌ Ｗｉｄｔｈ', 'Full Width'],
    ['Eﬃcient Floats', 'Efficient Floats'],
    ['多模态：大模型', '多模态:大模型', '多模态 大模型'],
    ['  Blanks   everywhere ', 'Blanks\u00a0everywhere'],
    ['$O(n \\log n)$ Sorting', 'O(n log n) sorting'],
  ];
  for (const spellings of same) {
    it(`are one paper: ${spellings.join(' | ')}`, () =>
      assert.equal(new Set(spellings.map(titleKey)).size, 1));
  }

  const different: readonly (readonly [string, string])[] = [
    ['GPT-3', 'GPT-4'],
    ['Learning to See', 'Learning to See in the Dark'],
    ['图像分割', '图像分类'],
    ['???', '!!!'],
    ['Ω-Regular', 'Regular'],
  ];
  for (const [a, b] of different) {
    it(`are two papers: ${a} | ${b}`, () => assert.notEqual(titleKey(a), titleKey(b)));
  }

  it('are never nothing, unless they are blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        assert.equal(normalisedTitle(title) === '', title.trim() === '');
        assert.equal(titleKey(title), `title:${normalisedTitle(title)}`);
      }),
    );
  });

  it('are the same after folding twice, in any case and any form of Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const folded = normalisedTitle(title);
        assert.equal(normalisedTitle(folded), folded);
        assert.equal(
          normalisedTitle(title.normalize('NFD')),
          normalisedTitle(title.normalize('NFC')),
        );
        assert.equal(normalisedTitle(`  ${title} `), folded);
      }),
      { numRuns: 2000 },
    );
  });
});
