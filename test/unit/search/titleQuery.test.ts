import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fieldMask } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { titleQuery } from '../../../src/core/search/titleQuery.js';

describe('the query for words in titles', () => {
  const table: readonly (readonly [string, string])[] = [
    ['', ''],
    ['  ', ''],
    ['diffusion', 'title:diffusion'],
    ['langevin  dynamics', 'title:langevin title:dynamics'],
    ['self-supervised', 'title:self-supervised'],
    ['-survey +graph', 'title:survey title:graph'],
    ['"a phrase', 'title:a title:phrase'],
    ['author:ageev', 'title:author title:ageev'],
    ['net* x~1 y^2', 'title:net title:x title:1 title:y title:2'],
    ['扩散模型', 'title:扩散模型'],
    ['*:"()', ''],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
      assert.equal(titleQuery(text), expected);
    });
  }

  it('never looks at anything but titles, whatever is typed', () => {
    const title = fieldMask('title');
    const pieces = fc.constantFrom('a', '-', '+', '"', ':', 'cat', 'date', 'cs.LG', '2602.1', ' ');
    const typed = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(typed, fc.boolean(), (text, typing) => {
        const query = parseQuery(titleQuery(text), typing);
        assert.ok(query.required.every(({ fields }) => fields === title));
        assert.deepEqual([query.prohibited, query.phrases, query.filters], [[], [], []]);
      }),
    );
  });
});
