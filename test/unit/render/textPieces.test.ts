import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { noMacros, readMathMacros } from '../../../src/core/render/mathMacros.js';
import { readMath } from '../../../src/core/render/mathToText.js';
import { firstPieces, piecesText, textPieces } from '../../../src/core/render/textPieces.js';
import { texToText } from '../../../src/core/render/texToText.js';

describe('a text with its formulas apart', () => {
  const faithful = [
    '\\alpha',
    '5\\%',
    'O(n \\log n)',
    'x_i^2',
    '\\times',
    '\\frac{1}{N}',
    '\\hat{x}',
    'L_1',
  ];
  const unfaithful = [
    'x_{ab}',
    '\\frac{a+b}{c}',
    '\\mathcal{L}',
    '\\begin{cases}a\\end{cases}',
    '\\Hull',
    'x^{q}',
  ];
  for (const tex of faithful) {
    it(`needs no image for ${tex}`, () => assert.ok(readMath(tex).faithful));
  }
  for (const tex of unfaithful) {
    it(`needs one for ${tex}`, () => assert.ok(!readMath(tex).faithful));
  }

  it('knows where they stand, and what a person means by a macro', () => {
    const pieces = textPieces(
      "Poincar\\'e of $\\Hilb$, $5 and $x^2$.",
      readMathMacros({ Hilb: 'H' }),
    );
    assert.deepEqual(pieces, [
      'Poincaré of ',
      { tex: '\\Hilb', expanded: 'H', display: false, text: 'H', faithful: true },
      ', $5 and ',
      { tex: 'x^2', expanded: 'x^2', display: false, text: 'x²', faithful: true },
      '.',
    ]);
  });

  it('reads as the text without images does, for any text', () => {
    const parts = fc.constantFrom(
      '$',
      'x',
      ' ',
      '\\(',
      '\\)',
      '$$',
      '\\emph{',
      '}',
      '\ue000',
      '0',
      '\n\n',
      '^2',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (some) => {
        const tex = some.join('').replaceAll('\ue000', '');
        const text = piecesText(textPieces(tex, noMacros)).replace(/\s+/g, ' ').trim();
        assert.equal(text, texToText(tex));
        textPieces(some.join(''), noMacros);
      }),
    );
  });

  it('is cut after a sentence or a word, and never inside a formula', () => {
    const pieces = textPieces(`${'word '.repeat(30)}ends. Then $a+b+c+d$ follows it`, noMacros);
    assert.equal(firstPieces(pieces, 1000), pieces);
    assert.match(piecesText(firstPieces(pieces, 166)), /ends\. …$/);
    const short = textPieces('so $a + b + c$ is', noMacros);
    assert.equal(piecesText(firstPieces(short, 8)), 'so  …');
  });
});
