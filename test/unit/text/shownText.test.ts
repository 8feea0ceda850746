import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shownLine, shownText } from '../../../src/core/shownText.js';
import { assertLinear } from '../support/cost.js';

const cases: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['an override', 'Paper \u202egnp.exe\u202c', 'Paper gnp.exe'],
  ['embeddings', 'a\u202ab\u202bc\u202dd', 'abcd'],
  ['isolates that nothing closes', '\u2066a\u2067b\u2068c', 'abc'],
  ['marks of direction in a Latin text', 'a\u200eb\u200fc\u061cd', 'abcd'],
  ['blanks without width', 'a\u200bb\u2060c\ufeffd', 'abcd'],
  ['joiners in a Latin text', 'a\u200cb\u200dc', 'abc'],
  ['invisible operators and deprecated controls', 'a\u2061b\u206ec', 'abc'],
  ['soft hyphens and joiners of graphemes', 'a\u00adb\u034fc', 'abc'],
  ['fillers', 'a\u3164b\u115fc\uffa0d', 'abcd'],
  ['annotations', 'a\ufff9b\ufffac\ufffb', 'abc'],
  ['letters written in tags', 'a\u{e0041}\u{e0042}\u{e007f}', 'a'],
  ['bytes written in selectors', 'a\u{e0101}\u{e0155}\u{e01ef}', 'a'],
  ['controls', 'a\0b\u001b[31mc\u007fd\u009be', 'ab[31mcde'],
  ['halves of characters', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
  ['other ends of lines', 'a\u2028b\u0085c\u2029d', 'a b c d'],
];

const honest: readonly (readonly [what: string, text: string])[] = [
  ['tabs and line breaks', 'a\tb\nc\r\nd'],
  ['a family', '👩‍👩‍👧‍👦 and 👨🏽‍💻 and ❤️‍🔥'],
  ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['Persian', 'می‌خواهم نمایش دهم'],
  ['Hindi and Malayalam', 'क्‍ष और ര്‍'],
  ['Hebrew with a mark of direction', 'מאמר (C++)\u200f על'],
  ['a name of Han with its shape', '葛\u{e0100}城'],
  ['a macro that lost its backslash', '\u0008eta and \u000crac'],
];

describe('shownText', () => {
  for (const [what, text, shown] of cases) {
    it(`shows ${what} for what it is`, () => assert.equal(shownText(text), shown));
  }
  for (const [what, text] of honest) {
    it(`leaves ${what} alone`, () => assert.equal(shownText(text), text));
  }

  it('changes nothing when it is done again', () => {
    for (const [, text] of cases) assert.equal(shownText(shownText(text)), shownText(text));
  });

  it('puts a line of a name on one line', () => {
    assert.equal(shownLine('a\u2028b\n\tc\u202e'), 'a b c');
  });

  it('is linear', () => {
    const families = (length: number) => '👩‍👩\u{e0041}\u200d'.repeat(length / 9);
    const flags = (length: number) => '\u{1f3f4}' + '\u{e0061}'.repeat(length / 2);
    assertLinear('joiners and tags', families, (text) => shownText(text));
    assertLinear('a flag without an end', flags, (text) => shownText(text));
  });
});
