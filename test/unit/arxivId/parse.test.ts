import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { arxivKey, monthOfId, parseArxivId } from '../../../src/core/arxivId.js';
import { absUrl, versioned } from '../../../src/core/arxivLinks.js';
import { oldArchives } from '../../../src/core/categories.js';
import { arxivIds, versions } from '../support/arxivIds.js';

describe('an arXiv identifier', () => {
  const valid: Readonly<Record<string, { id: string; version?: number }>> = {
    '0704.0001': { id: '0704.0001' },
    '0704.0001v1': { id: '0704.0001', version: 1 },
    '1412.9999': { id: '1412.9999' },
    '1501.00001': { id: '1501.00001' },
    '2510.06174v12': { id: '2510.06174', version: 12 },
    '9912.00001': { id: '9912.00001' },
    '2510.06174V2': { id: '2510.06174', version: 2 },
    'hep-th/9901001': { id: 'hep-th/9901001' },
    'HEP-TH/9901001V2': { id: 'hep-th/9901001', version: 2 },
    'hep-th/9108002v2': { id: 'hep-th/9108002', version: 2 },
    'math/0309136': { id: 'math/0309136' },
    'math.GT/0309136': { id: 'math/0309136' },
    'math.GT/0309136v2': { id: 'math/0309136', version: 2 },
    'cs/0112017': { id: 'cs/0112017' },
    'cs.CL/0112017': { id: 'cs/0112017' },
    'math-ph/0509001': { id: 'math-ph/0509001' },
    'acc-phys/9411001': { id: 'acc-phys/9411001' },
    'quant-ph/0703001': { id: 'quant-ph/0703001' },
    'astro-ph/9107001': { id: 'astro-ph/9107001' },
  };
  for (const [text, expected] of Object.entries(valid)) {
    it(`is read from ${text}`, () => assert.deepEqual(parseArxivId(text), expected));
  }

  const invalid: Readonly<Record<string, string>> = {
    '2513.00001': 'month 13',
    '2500.00001': 'month 0',
    '0703.0001': 'a month before the scheme began',
    '0000.00001': 'a year before the scheme began',
    '0704.00001': 'five digits before 2015',
    '1412.00001': 'five digits in December 2014',
    '1501.0001': 'four digits since 2015',
    '2510.0617': 'four digits since 2015',
    '2510.00000': 'number 0',
    '0704.0000': 'number 0',
    '2510.061745': 'six digits',
    '2510.06174v0': 'version 0',
    '2510.06174v01': 'a version with a leading zero',
    '2510.06174v': 'no version behind the v',
    '2510.06174 ': 'a blank',
    'arXiv:2510.06174': 'a prefix',
    '2510-06174': 'no dot',
    '251006174': 'no dot',
    'and/1234567': 'no archive',
    '2017/1118': 'no archive (eprint.iacr.org)',
    'math/1234567': 'month 34',
    'math/0300136': 'month 0',
    'math/0313136': 'month 13',
    'math/0309000': 'number 0',
    'math/030913': 'six digits',
    'math/03091367': 'eight digits',
    'math.gt/0309136': 'a class in small letters',
    'math.GTX/0309136': 'a class of three letters',
    'Math/0309136': 'a capital archive',
    'hep-th/9106001': 'a month before arXiv began',
    'hep-th/0704001': 'a month after the new scheme began',
    'hep-th/0801001': 'a year after the new scheme began',
    'econ/0309136': 'an archive that came later',
    'eess/0309136': 'an archive that came later',
    '': 'nothing',
  };
  for (const [text, why] of Object.entries(invalid)) {
    it(`is not read from "${text}": ${why}`, () => assert.equal(parseArxivId(text), undefined));
  }

  it('is none while its month lies in the future', () => {
    assert.ok(parseArxivId('2611.00001', '2026-11'));
    assert.equal(parseArxivId('2612.00001', '2026-11'), undefined);
    assert.equal(parseArxivId('2701.00001', '2026-11'), undefined);
    assert.ok(parseArxivId('hep-th/9901001', '2026-11'));
  });

  it('tells its month, in either century', () => {
    assert.equal(monthOfId('2510.06174'), '2025-10');
    assert.equal(monthOfId('0704.0001'), '2007-04');
    assert.equal(monthOfId('math/0309136'), '2003-09');
    assert.equal(monthOfId('hep-th/9901001'), '1999-01');
    assert.equal(monthOfId('hep-th/9108002'), '1991-08');
  });

  it('may come from every old archive, with and without a class', () => {
    assert.ok(oldArchives.size >= 35);
    for (const archive of oldArchives) {
      assert.deepEqual(parseArxivId(`${archive}/0309136`), { id: `${archive}/0309136` });
      assert.deepEqual(parseArxivId(`${archive}.AB/0309136v3`), {
        id: `${archive}/0309136`,
        version: 3,
      });
    }
  });

  it('is the same after it was written and read again', () => {
    fc.assert(
      fc.property(arxivIds, versions, (id, version) => {
        assert.deepEqual(
          parseArxivId(versioned(id, version)),
          version === undefined ? { id } : { id, version },
        );
        assert.equal(absUrl(id, version), `https://arxiv.org/abs/${versioned(id, version)}`);
        assert.equal(arxivKey(id), `arxiv:${id}`);
        assert.match(monthOfId(id), /^(?:199[1-9]|20[0-2]\d)-(?:0[1-9]|1[0-2])$/);
      }),
    );
  });

  it('never comes out of arbitrary text as anything else than a canonical identifier', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z.\-/\dv]{0,20}$/), (text) => {
        const found = parseArxivId(text);
        if (found) assert.deepEqual(parseArxivId(found.id), { id: found.id });
      }),
      { numRuns: 500 },
    );
  });
});
