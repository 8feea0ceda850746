import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fieldMask } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import type { QueryTerm } from '../../../src/core/search/query.js';
import { indexOfTexts, search } from './library.js';

function shown({ text, match, edits, boost, strict }: QueryTerm): string {
  const end = match === 'beginning' ? '…' : '';
  return `${strict ? '+' : ''}${text}${end}${edits > 0 ? '~' : ''}${boost === 1 ? '' : `^${boost}`}`;
}

describe('a query', function () {
  this.timeout(60_000);

  const table: readonly (readonly [string, string])[] = [
    ['Diffusion models', 'diffus model'],
    ['the of', ''],
    ['learn*', 'learn…'],
    ['re*net', 're*net'],
    ['neural~1', 'neural~'],
    ['neural^2', 'neural^2'],
    ['neural~1^3', 'neural~^3'],
    ['+neural net', '+neural net'],
    ['self-supervised', 'self supervis'],
    ['扩散模型', '扩散 散模 模型'],
    ['图', '图…'],
    ['AI模型', 'ai 模型'],
    ['title:', ''],
    ['date:', ''],
    ['title: graph', 'graph'],
    ['x^', 'x'],
    ['x~', 'x'],
    ['cs.CV:', 'cs cv'],
    ['"', ''],
    ['(', ''],
    ['*', ''],
    ['~', ''],
    ['^2', '2'],
    ['-', ''],
    ['🎉', ''],
    ['\ud800x\udc00', 'x'],
    ['"graph learning', '+graph +learn'],
    ['“graph learning” x', '+graph +learn x'],
    ['a\\b*c', 'b*c'],
  ];
  for (const [text, expected] of table) {
    it(`${JSON.stringify(text)} looks for ${expected || 'nothing'}`, () => {
      assert.equal(parseQuery(text).required.map(shown).join(' '), expected);
    });
  }

  it('names fields', () => {
    const fields = (text: string): number | undefined => parseQuery(text).required[0]?.fields;
    assert.equal(fields('title:graph'), fieldMask('title'));
    assert.equal(fields('author:"Ada Lovelace"'), fieldMask('authors'));
    assert.equal(fields('TLDR:graph'), fieldMask('summary'));
  });

  it('rules out words as one typed them, not their parts', () => {
    assert.deepEqual(
      parseQuery('-self-supervised -扩散模').prohibited.map((set) => set.map(shown)),
      [
        ['self', 'supervis'],
        ['扩散', '散模'],
      ],
    );
  });

  it('keeps phrases with their field, their sign, and whether they may go on', () => {
    assert.deepEqual(parseQuery('title:"graph learning" -"of mice" "open en', true).phrases, [
      { text: 'graph learning', fields: fieldMask('title'), not: false, open: false },
      { text: 'of mice', fields: 63, not: true, open: false },
      { text: 'open en', fields: 63, not: false, open: true },
    ]);
  });

  const filters: readonly (readonly [string, unknown])[] = [
    ['cat:cs.LG', { kind: 'category', category: 'cs.lg', open: false, not: false }],
    ['cs.LG', { kind: 'category', category: 'cs.lg', open: false, not: false }],
    ['-quant-ph', { kind: 'category', category: 'quant-ph', open: false, not: true }],
    ['-cat:cs.*', { kind: 'category', category: 'cs', open: false, not: true }],
    ['cat:cs.L*', { kind: 'category', category: 'cs.l', open: true, not: false }],
    ['date:2026-01..2026-03', { kind: 'date', from: '2026-01', before: '2026-03~', not: false }],
    ['date:..2026', { kind: 'date', from: '', before: '2026~', not: false }],
    ['date:>2026-01', { kind: 'date', from: '2026-01~', before: '', not: false }],
    ['date:>=2026-1', { kind: 'date', from: '2026-01', before: '', not: false }],
    ['date:<2026-02-13', { kind: 'date', from: '', before: '2026-02-13', not: false }],
    ['date:2026-02-13', { kind: 'date', from: '2026-02-13', before: '2026-02-13~', not: false }],
    ['in:"My Folder"', { kind: 'folder', folder: 'my folder', open: false, not: false }],
    ['is:starred', { kind: 'state', state: 'starred', not: false }],
  ];
  for (const [text, expected] of filters) {
    it(`filters by ${text}`, () => assert.deepEqual(parseQuery(text).filters, [expected]));
  }

  it('leaves out a date that makes no sense', () => {
    assert.deepEqual(parseQuery('graph date:soon').filters, []);
  });

  it('takes the last word as a beginning while one types, and knows what it may become', () => {
    const [, last] = parseQuery('graph learning', true).required;
    assert.equal(last?.match, 'beginning');
    assert.ok(last.stems.includes('learn'));
    assert.equal(parseQuery('graph learning ', true).required[1]?.match, 'exact');
  });

  it('is read and searched for without an exception, whatever it is', () => {
    const index = indexOfTexts({ title: 'graph learning' }, { title: '扩散' });
    const piece = fc.constantFrom(
      ...['title:', '"', '“', '”', '(', '*', '~', '^', '+', '-', ':', '\\', ' ', '1', 'graph'],
      ...['cat:', 'date:', '..', '>', 'in:', 'is:', '扩', '🎉', '\ud800', 'a-1', '%', '/'],
    );
    const odd = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), fc.boolean(), (text, typing) => {
        search(index, text, typing);
      }),
      { numRuns: 1000 },
    );
  });

  it('of 10,000 characters is read and searched for in the blink of an eye', () => {
    const index = indexOfTexts({ title: 'graph learning' });
    for (const part of ['a', 'a*', 'a-1-', '"', 'x ', '扩', 'a~1 ', 'title:', '-a ', 'e']) {
      const times = Array.from({ length: 3 }, () => {
        const started = performance.now();
        search(index, part.repeat(10_000 / part.length), true);
        return performance.now() - started;
      });
      assert.ok(Math.min(...times) < 1000, part);
    }
  });
});
