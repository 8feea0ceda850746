import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { PaperKey } from '../../../src/core/paper.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import type { SearchIndex } from '../../../src/core/search/searchIndex.js';
import { similarPapers, type SimilarHit } from '../../../src/core/similar/similarPapers.js';
import { compacted, indexOf, someDigests, type Digest, type Entry } from '../search/library.js';
import { sampleOf } from './samples.js';

/** A library and one of its entries. */
const someLibrary: fc.Arbitrary<{ digests: Digest[]; entry: Entry }> = someDigests
  .filter((digests) => digests.some(({ entries }) => entries.length > 0))
  .chain((digests) =>
    fc.record({
      digests: fc.constant(digests),
      entry: fc.constantFrom(...digests.flatMap(({ entries }) => entries)),
    }),
  );

function like(index: SearchIndex, { key, text }: Entry, within = ''): readonly SimilarHit[] {
  return similarPapers(sampleOf(key, text), index, parseQuery(within).filters, 100);
}

function keys(hits: readonly SimilarHit[]): readonly PaperKey[] {
  return hits.map(({ key }) => key);
}

function holding(digests: readonly Digest[], key: PaperKey): (Entry & { day: string })[] {
  return digests.flatMap(({ day, entries }) =>
    entries.filter((entry) => entry.key === key).map((entry) => ({ ...entry, day })),
  );
}

describe('papers like one', () => {
  it('are other papers, each once', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        const found = keys(like(indexOf(digests), entry));
        assert.ok(!found.includes(entry.key));
        assert.equal(new Set(found).size, found.length);
      }),
    );
  });

  it('are within the days and categories that were asked for', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        const within = 'cat:cs.LG date:>=2026-02-01';
        for (const key of keys(like(indexOf(digests), entry, within))) {
          const places = holding(digests, key);
          assert.ok(
            places.some(({ day, category }) => category === 'cs.LG' && day >= '2026-02-01'),
          );
        }
      }),
    );
  });

  it('are the same within limits as without, but for those that the limits leave out', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        // One place for each paper: another may be less like.
        const seen = new Set<PaperKey>();
        const once = digests.map((digest) => ({
          ...digest,
          entries: digest.entries.filter(({ key }) => !seen.has(key) && seen.add(key)),
        }));
        const index = indexOf(once);
        const inside = like(index, entry).filter(({ key }) =>
          holding(once, key).some(({ category }) => category === 'cs.LG'),
        );
        assert.deepEqual(like(index, entry, 'cat:cs.LG'), inside);
      }),
    );
  });

  it('are the same in whatever order digests came', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        assert.deepEqual(like(indexOf(digests.toReversed()), entry), like(indexOf(digests), entry));
      }),
    );
  });

  it('are the same after digests were merged', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        assert.deepEqual(like(compacted(indexOf(digests)), entry), like(indexOf(digests), entry));
      }),
    );
  });

  it('are the same after other digests have come and gone', () => {
    fc.assert(
      fc.property(someLibrary, someDigests, ({ digests, entry }, others) => {
        const index = indexOf([
          ...others.map((digest) => ({ ...digest, uri: `${digest.uri}?` })),
          ...digests,
        ]);
        for (const { uri } of others) index.remove(`${uri}?`);
        assert.deepEqual(like(index, entry), like(indexOf(digests), entry));
      }),
    );
  });

  it('share what is told as the reason, which the sample holds as it is told', () => {
    fc.assert(
      fc.property(someLibrary, ({ digests, entry }) => {
        const { title, summary, abstract } = entry.text;
        const own = [title, summary, abstract].join('\n').replace(/\s+/g, ' ');
        for (const { shared } of like(indexOf(digests), entry)) {
          assert.ok(shared.length > 0);
          for (const word of shared) assert.ok(own.includes(word), word);
        }
      }),
    );
  });
});
