import assert from 'node:assert/strict';
import type { CitedPaper } from '../../../src/core/citation/citedPaper.js';
import { paperOf } from '../../unit/citation/paperOf.js';
import { referenceDigests } from './shared.js';

/** The papers of all entries of the reference digests; one that stands in several comes as often. */
export function referencePapers(): CitedPaper[] {
  const papers = referenceDigests().flatMap(({ truth }) =>
    truth.map(({ id, title, authors, categories: [category] }) =>
      paperOf({ id, title, authors, ...(category !== undefined && { category }) }),
    ),
  );
  assert.equal(papers.length, 3886);
  return papers;
}
