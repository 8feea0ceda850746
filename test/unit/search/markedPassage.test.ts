import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { markedPassage } from '../../../src/core/search/markedPassage.js';

/** `[` and `]` are the ends of a mark. */
function shown(marked: string): string {
  const marks: [number, number][] = [];
  let text = '';
  for (const sign of marked) {
    if (sign === '[') marks.push([text.length, text.length]);
    else if (sign === ']') marks.at(-1)![1] = text.length;
    else text += sign;
  }
  return markedPassage({ field: 'abstract', text, marks });
}

describe('a passage in a list', () => {
  const table: readonly (readonly [string, string])[] = [
    ['no mark', 'no mark'],
    ['the [Langevin] dynamics', 'the ‹Langevin› dynamics'],
    ['[one] and [two]', '‹one› and ‹two›'],
    ['[K\\"ahler] geometry', '‹Kähler› geometry'],
    ['the \\emph{[sharp]} bound $O(n^2)$', 'the ‹sharp› bound O(n²)'],
    ['…[扩散]模型…', '…‹扩散›模型…'],
    ['on\ntwo [lines]', 'on two ‹lines›'],
    // The name of a macro is no text: the source is told.
    ['the \\[alpha] decay', 'the \\‹alpha› decay'],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} is ${expected}`, () => {
      assert.equal(shown(text), expected);
    });
  }

  it('keeps all its marks, each around something, whatever the text is', () => {
    const pieces = fc.constantFrom(
      'a',
      ' ',
      '\\',
      '{',
      '}',
      '$',
      '^',
      '_',
      '\ue000',
      '\n',
      '~',
      'é',
    );
    const texts = fc.array(pieces, { minLength: 1, maxLength: 30 }).map((some) => some.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [x, y] = [a % text.length, (b % text.length) + 1];
        const marks = x < y ? [[x, y] as const] : [];
        const line = markedPassage({ field: 'abstract', text, marks });
        assert.equal(line.replace(/[^‹›]/g, ''), '‹›'.repeat(marks.length));
        assert.ok(!/[\n\ue000\ue001]/.test(line), line);
      }),
    );
  });
});
