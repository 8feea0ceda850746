import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { PaperKey } from '../../../src/core/paper.js';
import type { SearchText } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { SearchIndex } from '../../../src/core/search/searchIndex.js';
import { SegmentBuilder } from '../../../src/core/search/segmentBuilder.js';
import { sampleOf } from '../../unit/similar/samples.js';
import { similarPapers, type SimilarHit } from '../../../src/core/similar/similarPapers.js';
import { searchDigests, type SearchDigest } from '../support/searchCorpus.js';
import { knownPairs } from './knownPairs.js';

describe('similar papers in the reference digests', function () {
  this.timeout(60_000);

  let digests: SearchDigest[];
  const index = new SearchIndex();
  const texts = new Map<PaperKey, SearchText>();
  before(() => {
    digests = searchDigests();
    const builder = new SegmentBuilder();
    for (const { texts: entries, ...shard } of digests) {
      index.set({ ...shard, segment: builder.build(entries) });
      for (const [at, key] of shard.keys.entries()) {
        const text = entries[at];
        if (text) texts.set(key, text);
      }
    }
  });

  const like = (key: PaperKey, within = '', limit = 5): SimilarHit[] => {
    const text = texts.get(key);
    assert.ok(text, `${key} is in no digest`);
    return similarPapers(sampleOf(key, text), index, parseQuery(within).filters, limit);
  };

  for (const [one, other, reason] of knownPairs) {
    it(`has ${one} and ${other} in each other's first five: ${reason}`, () => {
      for (const [key, wanted] of [
        [one, other],
        [other, one],
      ] as const) {
        const found = like(`arxiv:${key}`).map((hit) => hit.key);
        assert.ok(found.includes(`arxiv:${wanted}`), `${key} is like ${found.join(', ')}`);
      }
    });
  }
});
