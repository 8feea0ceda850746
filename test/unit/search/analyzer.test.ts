import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { scanTerms, termOf } from '../../../src/core/search/analyzer.js';
import { found, indexOfTexts } from './library.js';

function terms(text: string): string[] {
  const found: string[] = [];
  scanTerms(text, {
    term: (start, end, kind) => found.push(termOf(text.slice(start, end), kind)),
  });
  return found.filter((term) => term !== '');
}

describe('the terms of a text', function () {
  this.timeout(60_000);

  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Learning the models', ['learn', 'model']],
    ['Gödel, Čech & Ünsal', ['godel', 'cech', 'unsal']],
    ['ＧＰＴ ﬁne', ['gpt', 'fine']],
    ['Łukasz Strauß’ Ærø, Œuvre; Đorđe', ['lukasz', 'strauss', 'aero', 'oeuvr', 'dord']],
    ['ÞÓR ħ ŧ ı', ['thor', 'h', 't']],
    ['𝐀𝐁 ℝ 𝔤𝔯𝔞𝔭𝔥𝔰 𝟙', ['ab', 'r', 'graph', '1']],
    ['ｶﾞｸｼｭｳ', ['ガク', 'クシ', 'シュ', 'ュウ', 'ウ']],
    ['ﾊﾟ・ﾃﾞｰﾀ', ['パ', 'デー', 'ータ', 'タ']],
    ['扩散模型', ['扩散', '散模', '模型', '型']],
    ['图', ['图']],
    ['AI模型v2', ['ai', '模型', '型', 'v2']],
    ['データ・セット', ['デー', 'ータ', 'タ', 'セッ', 'ット', 'ト']],
    ['한국어', ['한국', '국어', '어']],
    ['GPT-4', ['gpt', '4', 'gpt-4']],
    ['GPT-3.5', ['gpt', '3', 'gpt-3', '5', '3.5']],
    ['state-of-the-art', ['state', 'art']],
    ['C++ and F#', ['c', 'c++', 'f', 'f#']],
    ['a+b', ['b']],
    ['l_1 norm', ['l', '1', 'l_1', 'norm']],
    ['X-rays', ['x', 'ray', 'x-ray']],
    ['K‑means', ['k', 'mean', 'k-mean']],
    ['arXiv:2510.06174v2.', ['arxiv', '2510', '06174v2', '2510.06174']],
    ['ends. Begins', ['end', 'begin']],
    ['🎉\ud83c\udf89 ok \ud800', ['ok']],
    ['x'.repeat(100), ['x'.repeat(64)]],
    ['', []],
    ['--- … 。', []],
  ];
  for (const [text, expected] of table) {
    it(`of ${JSON.stringify(text.slice(0, 30))} are ${expected.join(' ') || 'none'}`, () => {
      assert.deepEqual(terms(text), expected);
    });
  }

  it('never fail, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const term of terms(text)) assert.ok(term.length <= 64);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        terms(String.fromCharCode(...codes));
      }),
    );
  });
});

describe('names', function () {
  this.timeout(60_000);

  const index = indexOfTexts(
    { abstract: 'We ask GPT-4 and a ResNet-50.' },
    { abstract: 'Written in C++, see arXiv:2510.06174v3.' },
    { abstract: 'F# and the l_1 norm' },
    { abstract: 'GPT-3 has 4 parts and c is l' },
    { id: '2601.00042' },
    { abstract: 'A 50-layer ResNet-based model' },
  );
  const table: readonly (readonly [string, readonly number[]])[] = [
    ['GPT-4', [0]],
    ['gpt-4', [0]],
    ['gpt', [0, 3]],
    ['gpt 4', [0, 3]],
    ['ResNet-50', [0]],
    ['resnet', [0, 5]],
    ['C++', [1]],
    ['c', [1, 3]],
    ['F#', [2]],
    ['l_1', [2]],
    ['2510.06174', [1]],
    ['arXiv:2601.00042v2', [4]],
    ['https://arxiv.org/abs/2601.00042', [4]],
    ['id:2601.00042', [4]],
  ];
  for (const [query, expected] of table) {
    it(`are found by ${query}`, () => assert.deepEqual(found(index, query), expected));
  }
});

describe('letters that people type otherwise', function () {
  this.timeout(60_000);

  const index = indexOfTexts(
    { authors: 'Łukasz Kaiser' },
    { authors: 'David Strauß' },
    { title: 'On 𝐆raphs in ℝ', authors: 'Søren Ørsted' },
    { title: 'ﾃﾞｨｰﾌﾟﾗｰﾆﾝｸﾞ入門' },
    { title: 'Transformers', authors: 'Æsa Œuvrard' },
    { title: 'ガク', authors: 'Đorđe' },
  );
  const table: readonly (readonly [string, readonly number[]])[] = [
    ['lukasz', [0]],
    ['Łukasz', [0]],
    ['luk*', [0]],
    ['strauss', [1]],
    ['Strauß', [1]],
    ['"david strauss"', [1]],
    ['graph', [2]],
    ['𝐠𝐫𝐚𝐩𝐡', [2]],
    ['soren orsted', [2]],
    ['ディープ', [3]],
    ['ﾃﾞｨｰﾌﾟ', [3]],
    ['"ディープラーニング入門"', [3]],
    ['ｶﾞｸ', [5]],
    ['"ｶﾞｸ"', [5]],
    ['デ', [3]],
    ['ﾃﾞ', [3]],
    ['aesa oeuvrard', [4]],
    ['dorde', [5]],
  ];
  for (const [query, expected] of table) {
    it(`are found by ${query}`, () => assert.deepEqual(found(index, query), expected));
  }
});

describe('words with `*`', function () {
  this.timeout(60_000);

  const index = indexOfTexts(
    { title: 'Transformers' },
    { title: 'A transformation' },
    { title: 'The former transit' },
    { title: 'Happy relations' },
    { title: 'Quickly hopping' },
    { title: 'Łukasz' },
    { title: '扩散模型与デノイジング 변환: a β-VAE, ﬂow' },
  );
  const table: readonly (readonly [string, readonly number[]])[] = [
    ['tran*mer', [0, 1]],
    ['trans*mers', [0, 1]],
    ['*former', [0, 1, 2]],
    ['*sformer', [0, 1]],
    ['tran*it', [2]],
    ['*ppy', [3]],
    ['re*tions', [3]],
    ['h*pping', [4]],
    ['*ckly', [4]],
    ['*forma*', []],
    ['*sform*', [0, 1]],
    ['l*sz', [5]],
    ['x*mer', []],
    ['*vae', [6]],
    ['*low', [6]],
  ];
  for (const [query, expected] of table) {
    it(`${query} finds ${expected.join()}`, () => assert.deepEqual(found(index, query), expected));
  }
});
