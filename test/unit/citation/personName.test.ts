import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  bibtexName,
  parseAuthors,
  parsePersonName,
} from '../../../src/core/citation/personName.js';

const asIs = (text: string) => text;

describe('an author in a bibliography', () => {
  const cases: readonly (readonly [digest: string, lastFirst: string, firstLast?: string])[] = [
    ['Ashish Vaswani', 'Vaswani, Ashish', 'Ashish Vaswani'],
    ['Aäron van den Oord', 'van den Oord, Aäron', 'Aäron van den Oord'],
    ['Maria Garcia de la Banda', 'de la Banda, Maria Garcia'],
    ['Leandro von Werra', 'von Werra, Leandro'],
    ['Diego Coello de Portugal Mecke', 'de Portugal Mecke, Diego Coello'],
    ['Ronald R. de Krijger', 'de Krijger, Ronald R.'],
    ['Luc Van Gool', 'Van Gool, Luc', 'Luc Van Gool'],
    ['Nguyen Van Minh', 'Minh, Nguyen Van'],
    ['Kiet Van Nguyen', 'Nguyen, Kiet Van'],
    ['and Huchuan Lu', 'Lu, Huchuan'],
    ['Andy Sand', 'Sand, Andy'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['van den Oord', 'van den Oord'],
    ['Martin Luther King Jr.', 'King, Jr., Martin Luther', 'Martin Luther King Jr.'],
    ['Martin Luther King, Jr.', 'King, Jr., Martin Luther'],
    ['King, Jr., Martin Luther', 'King, Jr., Martin Luther'],
    ['King, Jr.', '{King, Jr.}', '{King, Jr.}'],
    ['G.Holgado', 'Holgado, G.', 'G. Holgado'],
    ['J.R.R.Tolkien', 'Tolkien, J. R. R.'],
    ['Ana Da Silva', 'Da Silva, Ana', 'Ana Da Silva'],
    ['Fabio La Franca', 'La Franca, Fabio'],
    ['Da Li', 'Li, Da'],
    ['Nguyen La Minh', 'Minh, Nguyen La'],
    ['John Smith III', 'Smith, III, John'],
    ['van der Berg, Anna', 'van der Berg, Anna', 'Anna van der Berg'],
    ['Linus', 'Linus', 'Linus'],
    ['danah boyd', 'boyd, danah'],
    ["Conor O'Dea", "O'Dea, Conor"],
    ['李明', '李明', '李明'],
    ['李 明', '{李 明}', '{李 明}'],
    ['山田 太郎', '{山田 太郎}'],
    ['김철수', '김철수'],
    ['DeepSeek-AI', '{DeepSeek-AI}', '{DeepSeek-AI}'],
    ['Qwen Team', '{Qwen Team}', '{Qwen Team}'],
    ['Xiaomi LLM-Core Team', '{Xiaomi LLM-Core Team}'],
    ['Team Seedance', '{Team Seedance}'],
    ['The ATLAS Collaboration', '{The ATLAS Collaboration}'],
    ['Mistral AI', '{Mistral AI}'],
    ['QI AI', 'AI, QI'],
    ['Qi Ai', 'Ai, Qi'],
    ['Acme Research, Inc.', '{Acme Research, Inc.}'],
    ['{Some Group of People}', '{Some Group of People}'],
    ['Research and Development', '{Research and Development}'],
    ['Peter St\\"utz', 'Stütz, Peter'],
    ['Peter St\\ütz', 'Stütz, Peter'],
    ["Pawe{\\l} Czerwi\\'nski", 'Czerwiński, Paweł'],
    ['Mariia Gladkova*', 'Gladkova, Mariia'],
  ];
  for (const [digest, lastFirst, firstLast] of cases) {
    it(`${digest} is written ${lastFirst}`, () => {
      const [name] = parseAuthors([digest]).names;
      assert.ok(name);
      assert.equal(bibtexName(name, 'lastFirst', asIs), lastFirst);
      if (firstLast !== undefined) assert.equal(bibtexName(name, 'firstLast', asIs), firstLast);
    });
  }

  it('is taken apart into its parts', () => {
    assert.deepEqual(parsePersonName('Jan H. von der Thüsen Jr.'), {
      first: 'Jan H.',
      particle: 'von der',
      last: 'Thüsen',
      suffix: 'Jr.',
      corporate: false,
    });
  });
});

describe('an author list', () => {
  it('loses the colon that stands after a team, and empty entries', () => {
    const { names, others } = parseAuthors(['Xiaomi LLM-Core Team', ':', '', ' ', 'Dong Zhang']);
    assert.deepEqual(
      names.map(({ last }) => last),
      ['Xiaomi LLM-Core Team', 'Zhang'],
    );
    assert.equal(others, false);
  });

  it('keeps all of 574 authors', () => {
    const authors = Array.from({ length: 574 }, (_, i) => `Given${String(i)} Family${String(i)}`);
    assert.equal(parseAuthors(authors).names.length, 574);
  });

  it('knows that the digest cut it short', () => {
    assert.deepEqual(parseAuthors(['A. Smith', 'et al.']).others, true);
    assert.equal(parseAuthors(['A. Smith', 'et al.']).names.length, 1);
  });
});
