import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { SearchText } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { bestPassage } from '../../../src/core/search/passage.js';
import { verifyPhrase } from '../../../src/core/search/phrase.js';
import { someQuery, someText, textOf } from './library.js';

/** With its marks in brackets. */
function marked(texts: Partial<SearchText>, query: string, length = 200, typing = false): string {
  const passage = bestPassage(textOf(texts), parseQuery(query, typing), length);
  assert.ok(passage);
  let [text, at] = [`${passage.field}: `, 0];
  for (const [start, end] of passage.marks) {
    text += `${passage.text.slice(at, start)}[${passage.text.slice(start, end)}]`;
    at = end;
  }
  return text + passage.text.slice(at);
}

describe('the best passage', function () {
  this.timeout(60_000);

  const filler = 'nothing of the kind '.repeat(20);

  it('marks words by their stems, and lines are one', () => {
    assert.equal(
      marked({ title: 'Learning', abstract: 'We learned\n of learners.' }, 'learning'),
      'abstract: We [learned] of learners.',
    );
  });

  it('marks Chinese as one stretch, and a single character alone', () => {
    assert.equal(
      marked({ summary: '一种扩散模型的方法' }, '扩散模型'),
      'summary: 一种[扩散模型]的方法',
    );
    assert.equal(marked({ summary: '一种扩散模型' }, '模'), 'summary: 一种扩散[模]型');
  });

  it('marks names, beginnings, accents, patterns and typos', () => {
    assert.equal(
      marked({ abstract: 'the GPT-4 of Gödel' }, 'gpt-4 godel'),
      'abstract: the [GPT-4] of [Gödel]',
    );
    assert.equal(
      marked({ abstract: 'some diffusion' }, 'diffusi', 99, true),
      'abstract: some [diffusion]',
    );
    assert.equal(marked({ abstract: 'a transformer' }, 't*former'), 'abstract: a [transformer]');
    assert.equal(marked({ abstract: 'transformers' }, 't*former'), 'abstract: [transformers]');
    assert.equal(marked({ abstract: 'by Strauß' }, 'strauss'), 'abstract: by [Strauß]');
    assert.equal(marked({ abstract: 'of ﾃﾞｰﾀ' }, 'デー'), 'abstract: of [ﾃﾞｰ]ﾀ');
    assert.equal(marked({ abstract: 'some diffusion' }, 'diffusoin'), 'abstract: some [diffusion]');
  });

  it('is where most of the words are together', () => {
    const text = `graph ${filler} graph diffusion ${filler} graph`;
    const passage = marked({ abstract: text }, 'graph diffusion', 60);
    assert.match(passage, /^abstract: ….*\[graph\] \[diffusion\].*…$/);
  });

  it('is of another field than the title when one fits', () => {
    assert.match(
      marked({ title: 'graph', summary: 'none', fields: 'a graph' }, 'graph'),
      /^fields/,
    );
    assert.equal(marked({ title: 'graph', summary: 'none' }, 'graph'), 'title: [graph]');
    assert.equal(marked({ title: 'x', summary: 'none' }, 'graph'), 'summary: none');
  });

  it('counts words only in the field that was asked for', () => {
    assert.equal(marked({ title: 'graph', abstract: 'graph' }, 'title:graph'), 'title: [graph]');
  });

  it('is nothing for an entry without texts', () => {
    assert.equal(bestPassage(textOf({}), parseQuery('graph'), 80), undefined);
  });

  it('is never longer than asked for, never cuts a character, and marks lie in it', () => {
    const text = fc
      .array(fc.oneof(someText, fc.constant('🎉'), fc.constant('🎉🎉 ')), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, someQuery, fc.integer({ min: 3, max: 80 }), (abstract, query, length) => {
        const passage = bestPassage(textOf({ abstract }), parseQuery(query), length);
        if (!passage) return;
        assert.ok(passage.text.length <= length, `${passage.text.length} of ${length}`);
        assert.doesNotMatch(passage.text, /\p{Surrogate}/u);
        assert.doesNotMatch(passage.text, /\n/);
        let last = 0;
        for (const [start, end] of passage.marks) {
          assert.ok(last <= start && start < end && end <= passage.text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a phrase', function () {
  this.timeout(60_000);

  const table: readonly (readonly [string, string, boolean])[] = [
    ['"diffusion models"', 'Diffusion  Models are', true],
    ['"diffusion models"', 'diffusion-models', true],
    ['"diffusion model"', 'diffusion models', false],
    ['"state of the art"', 'state-of-the-art', true],
    ['"fusion models"', 'diffusion models', false],
    ['"godel escher"', 'Gödel, Escher', true],
    ['"GPT-4"', 'with gpt-4.', true],
    ['"C++ code"', 'C++ code', true],
    ['"C++ code"', 'C code', false],
    ['“散模”', '扩散模型', true],
    ['"扩散模型"', '扩散的模型', false],
    ['"AI模型"', '用 AI 模型的', true],
    ['title:"graph"', 'graph', false],
  ];
  for (const [query, abstract, expected] of table) {
    it(`${query} is ${expected ? '' : 'not '}in ${abstract}`, () => {
      const [phrase] = parseQuery(query).phrases;
      assert.ok(phrase);
      assert.equal(verifyPhrase(textOf({ abstract }), phrase), expected);
    });
  }

  it('may go on while one types', () => {
    const [phrase] = parseQuery('"diffusion mod', true).phrases;
    assert.ok(phrase);
    assert.ok(verifyPhrase(textOf({ abstract: 'diffusion models' }), phrase));
  });
});
