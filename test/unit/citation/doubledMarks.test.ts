import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { withoutDoubledMarks } from '../../../src/core/citation/csl/doubledMarks.js';

/** Runs are parted by `|`. */
const rows: readonly (readonly [string, string])[] = [
  ['a. . b', 'a. b'],
  ['a, , b', 'a, b'],
  ['a. , b', 'a., b'],
  ['“a.” . b', '“a.” b'],
  ['a . [b]', 'a. [b]'],
  ['a. .[b]', 'a.[b]'],
  ['a .', 'a.'],
  // The next run goes on with what this one ends with.
  ['a.| .| b', 'a.|| b'],
  ['a. |. b', 'a.| b'],
  ['a |.| .| b', 'a|.|| b'],
  // What is none.
  ['a, .', 'a, .'],
  ['a : b ; c', 'a : b ; c'],
  ['a .5', 'a .5'],
  ['a... b', 'a... b'],
  ['', ''],
];

describe('marks that a style writes twice', () => {
  for (const [written, left] of rows) {
    it(`${written} reads ${left}`, () => {
      const runs = withoutDoubledMarks(written.split('|').map((text) => ({ text })));
      assert.equal(runs.map(({ text }) => text).join('|'), left);
    });
  }
});
