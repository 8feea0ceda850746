import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { absUrl, doiUrl, pdfUrl } from '../../../src/core/arxivLinks.js';
import { linkOf, yearOf, type CitedPaper } from '../../../src/core/citation/citedPaper.js';
import type { Paper } from '../../../src/core/paper.js';
import { paperOf } from './paperOf.js';

describe('a paper to cite', () => {
  for (const [id, year] of [
    ['0704.0001', 2007],
    ['1412.9999', 2014],
    ['2510.06174', 2025],
    ['hep-th/9107001', 1991],
    ['math/0309136', 2003],
    ['hep-ph/0703001', 2007],
  ] as const) {
    it(`${id} is of ${String(year)}`, () => {
      assert.equal(yearOf(paperOf({ id })), year);
    });
  }

  it('has the year of its id even when the digest is of another year', () => {
    assert.equal(yearOf(paperOf({ id: '2512.24227', year: 2026 })), 2025);
  });

  it('has the year of the digest when it has no id, and none when that is unknown', () => {
    assert.equal(yearOf(paperOf({ year: 2026 })), 2026);
    assert.equal(yearOf(paperOf({})), undefined);
  });

  it('is any paper of the library', () => {
    const paper: Paper = { key: 'title:x', title: 'X', authors: [], occurrences: [] };
    const cited: CitedPaper = paper;
    assert.equal(cited.title, 'X');
  });

  it('links to arXiv, with the version when one is wanted', () => {
    assert.equal(absUrl('2510.06174'), 'https://arxiv.org/abs/2510.06174');
    assert.equal(absUrl('2510.06174', 2), 'https://arxiv.org/abs/2510.06174v2');
    assert.equal(pdfUrl('hep-th/9901001'), 'https://arxiv.org/pdf/hep-th/9901001');
    assert.equal(pdfUrl('2510.06174', 1), 'https://arxiv.org/pdf/2510.06174v1');
  });

  it('links to its DOI when it is not on arXiv, safely inside Markdown', () => {
    assert.equal(
      doiUrl('10.1016/0370-2693(93)90001-a'),
      'https://doi.org/10.1016/0370-2693%2893%2990001-a',
    );
    assert.equal(linkOf(paperOf({ doi: '10.1/x' })), undefined);
    assert.equal(
      linkOf(paperOf({ doi: 'https://doi.org/10.1000/182' })),
      'https://doi.org/10.1000/182',
    );
    assert.equal(linkOf(paperOf({ doi: '10.1000/}{' })), undefined);
  });
});
