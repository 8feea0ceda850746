import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { citationKey } from '../../../src/core/citation/citationKey.js';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { parseKeyTemplate } from '../../../src/core/citation/keyTemplate.js';
import { attention, paperOf } from './paperOf.js';

const wavenet = paperOf({
  id: '1609.03499',
  title: 'WaveNet: A Generative Model for Raw Audio',
  authors: ['Aäron van den Oord', 'Sander Dieleman', 'Heiga Zen'],
  category: 'cs.SD',
});

function key(template: string, paper: CitedPaper, taken?: (key: string) => boolean): string {
  const parsed = parseKeyTemplate(template);
  assert.ok('rule' in parsed, template);
  return citationKey(paper, parsed.rule, taken);
}

describe('a template of keys', () => {
  const cases: readonly (readonly [string, CitedPaper, string])[] = [
    ['{author}{year}{title:1}', attention, 'vaswani2017attention'],
    ['{author}{year}{title}', wavenet, 'vandenoord2016wavenet'],
    ['{author:capital}-{shortyear}', attention, 'Vaswani-17'],
    ['{author:upper}:{year}', attention, 'VASWANI:2017'],
    ['{author:2:capital}_{year}', attention, 'VaswaniShazeer_2017'],
    ['{author:asis}{title:3:asis}', wavenet, 'vandenOordWaveNetGenerativeModel'],
    ['arxiv:{id}', attention, 'arxiv:1706.03762'],
    ['{ category : asis }/{id}', wavenet, 'cs.SD/1609.03499'],
    ['{author:9}', wavenet, 'vandenoorddielemanzen'],
  ];
  for (const [template, paper, expected] of cases) {
    it(`${template} gives ${expected}`, () => {
      assert.equal(key(template, paper), expected);
    });
  }

  it('leaves no part empty', () => {
    assert.equal(
      key('{author}-{year}-{title}-{id}-{category}', paperOf({})),
      'unknown-nd-untitled-noid-uncategorised',
    );
    assert.equal(key('{shortyear}{author:3}', paperOf({})), 'ndunknown');
  });

  it('gives the newcomer a letter', () => {
    assert.equal(
      key('{author}{year}', attention, (k) => k === 'vaswani2017'),
      'vaswani2017a',
    );
  });

  const faults: readonly (readonly [string, string, number, readonly string[]])[] = [
    ['', 'empty', 0, []],
    ['  ', 'empty', 0, []],
    ['paper', 'noPart', 0, []],
    ['{author}{year', 'unclosedPart', 8, ['{year']],
    ['{author{year}}', 'unclosedPart', 0, ['{author{year}}']],
    ['{author}}', 'strayBrace', 8, []],
    ['{auth}', 'unknownPart', 0, ['auth', 'author, year, shortyear, title, id, category']],
    [
      '{constructor}',
      'unknownPart',
      0,
      ['constructor', 'author, year, shortyear, title, id, category'],
    ],
    ['{year}{title:first}', 'unknownOption', 6, ['first', 'title']],
    ['{year:2}', 'unknownOption', 0, ['2', 'year']],
    ['{title:0}', 'unknownOption', 0, ['0', 'title']],
    ['{author} {year}', 'badCharacter', 8, [' ']],
    ['{author}@{year}', 'badCharacter', 8, ['@']],
  ];
  for (const [template, kind, at, args] of faults) {
    it(`is refused as ${kind}: "${template}"`, () => {
      assert.deepEqual(parseKeyTemplate(template), { problem: { kind, at, args } });
    });
  }

  it('is refused or gives a key that needs no escaping, whatever it is', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('{author}', '{title:3:asis}', '{id}', '{year}', '{', '}'),
        fc.constantFrom(...Array.from('-_.:/a é李@')),
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (template, title) => {
        const parsed = parseKeyTemplate(template);
        if ('problem' in parsed) return;
        const made = citationKey(paperOf({ title, authors: [title] }), parsed.rule);
        assert.match(made, /^[\p{L}\p{N}_]+(?:[.:/-][\p{L}\p{N}_]+)*$/u, template);
      }),
    );
  });
});
