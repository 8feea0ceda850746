import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { findIds } from '../../../src/core/arxivId.js';

/** What looks like an identifier and is none (digest-formats.md section 4, "False positives"). */
const numbers = {
  'a DOI of Monthly Notices (month 66)': '10.1111/j.1365-2966.2011.20107.x',
  'a DOI of Monthly Notices (a valid shape inside)': '10.1046/j.1365-8711.2003.06897.x',
  'its last part': '1365-8711.2003.06897.x',
  'a DOI that ends in the shape': '10.5555/2401.01234',
  'a DOI with the shape inside': '10.5555/abc.2401.01234.pdf',
  'a version number': '1501.12345.0',
  'a longer version number': '3.1501.12345',
  'a date with a dot': '2024.1201',
  'another date with a dot': '2009.1130',
  'a number': '1234.5678',
  'a number of the shape of 2008': '0801.1234',
  'a price': '$1203.4567',
  'a phone number': '0812.3456',
  'a phone number with a hyphen': '0812-2401.01234',
  'too many digits before': '12401.01234',
  'too many digits behind': '2401.012345',
  'a letter behind': '2401.01234x',
  'a unit behind': '2401.01234kg',
  'a month that does not exist': '2413.01234',
  'number 0': '2401.00000',
  'four digits since 2015': '2401.0123',
  'a word and seven digits': 'and/1234567',
  'a report of eprint.iacr.org': '2017/1118',
  'an archive with month 34': 'math/1234567',
  'an archive in a longer word': 'aftermath/0309136',
  'an archive behind a hyphen': 'post-math/0309136',
  'a path that ends like an old identifier': 'docs/math/0309136',
  'an address that ends like an old identifier': 'https://example.org/math/0309136',
  'a query that ends like an old identifier': 'list?id=math/0309136',
} satisfies Record<string, string>;

const positions = {
  'in prose': (text: string) => `It says ${text} there, and so on.`,
  'at the start of a line': (text: string) => `${text} is what it says`,
  'alone on a line': (text: string) => text,
  'in a list': (text: string) => `- ${text}`,
  'in parentheses': (text: string) => `so it is (${text}).`,
  'in brackets': (text: string) => `[${text}]`,
  'in a link': (text: string) => `[text](https://doi.org/${text})`,
  'in quotes': (text: string) => `{"id": "${text}"}`,
  'in back-ticks': (text: string) => `run \`${text}\` again`,
  'in a table': (text: string) => `| a | ${text} | b |`,
  'as a file name': (text: string) => `see papers/${text}.html for it`,
  'behind @': (text: string) => `[@${text}]`,
  'in a BibTeX field': (text: string) => `  doi = {${text}},`,
  'in HTML': (text: string) => `<td>${text}</td>`,
} satisfies Record<string, (text: string) => string>;

describe('what only looks like an identifier', () => {
  for (const [name, text] of Object.entries(numbers)) {
    it(`is left alone everywhere: ${name}, ${text}`, () => {
      for (const [position, place] of Object.entries(positions)) {
        assert.deepEqual(findIds(place(text)), [], `${position}: ${place(text)}`);
      }
    });
  }

  const lines = [
    'a bare shape in prose 2401.01234 is a number',
    'it costs 2401.01234 euros',
    'x = 2401.01234',
    'x=2401.01234',
    'id:2401.01234',
    '/2401.01234',
    '-2401.01234',
    '2401.01234 1503.01234 1602.01234',
    '2401.01234, 3.5',
    '| 0801.1234 | 1203.4567 |',
    '[0801.1234]',
    '"0801.1234"',
    '0801.1234.pdf',
    '[@0801.1234]',
    '[1, 2401.01234, 3]',
    '\\SI{1, 2401.01234, 3}{m}',
    'between 2401.01234/kg and more',
    'if a > 2401.01234 < b',
    'https://notarxiv.org/abs/2401.01234',
    'https://example.org/abs/2401.01234',
    'https://example.org/2401.01234v1',
    'https://www.biorxiv.org/content/10.1101/2024.01.01.2401.01234v1',
    'myarxiv:0801.1234',
    'arXivist 0801.1234',
    'eprints 0801.1234',
    'the abs/0801.1234 path',
    'arXiv: none; 0801.1234',
    'arXiv:1501.12345.0',
    'arXiv:2401.01234x',
    'arXiv:2401.012345',
    'arXiv:2413.01234',
    'arXiv:0801.12345',
    'https://arxiv.org/abs/26',
    'https://arxiv.org/abs/2401.0123',
    'https://arxiv.org/list/cs.LG/2401',
    'https://arxiv.org/abs/math/1234567',
    'arXiv:math/1234567',
    '',
  ];
  for (const line of lines) {
    it(`is left alone: ${line}`, () => assert.deepEqual(findIds(line), []));
  }

  it('does not hide an identifier beside it', () => {
    const line =
      'MNRAS 10.1046/j.1365-8711.2003.06897.x (2401.01234), doi:10.5555/1501.12345 [2402.01234]; arXiv:0801.1234';
    assert.deepEqual(
      findIds(line).map(({ id }) => id),
      ['2401.01234', '2402.01234', '0801.1234'],
    );
  });
});
