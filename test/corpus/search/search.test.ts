import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { bestPassage } from '../../../src/core/search/passage.js';
import { SearchIndex } from '../../../src/core/search/searchIndex.js';
import type { Shard } from '../../../src/core/search/searchResult.js';
import { segmentSize } from '../../../src/core/search/segment.js';
import { SegmentBuilder } from '../../../src/core/search/segmentBuilder.js';
import { decodeSegment, encodeSegment } from '../../../src/core/search/segmentCodec.js';
import { searchDigests, type SearchDigest } from '../support/searchCorpus.js';

describe('a search of the reference digests', function () {
  this.timeout(60_000);

  let digests: SearchDigest[];
  let shards: Shard[];
  const index = new SearchIndex();
  before(() => {
    digests = searchDigests();
    const builder = new SegmentBuilder();
    shards = digests.map(({ texts, ...shard }) => ({ ...shard, segment: builder.build(texts) }));
    for (const shard of shards) index.set(shard);
  });

  it('finds every paper by its id and by its title, first of all', () => {
    for (const { keys, texts } of digests) {
      for (const [entry, key] of keys.entries()) {
        if (entry % 10 !== 0) continue;
        const { id = '', title = '' } = texts[entry] ?? {};
        assert.equal(index.search(parseQuery(id), 1).hits[0]?.key, key, id);
        // Few papers share all words of their titles with another one.
        const { hits, match } = index.search(parseQuery(title), 3);
        assert.equal(match, 'all', title);
        assert.ok(
          hits.some((hit) => hit.key === key),
          title,
        );
      }
    }
  });

  it('finds words of titles at every letter while one types them', () => {
    let [asked, missed] = [0, 0];
    for (const { keys, texts } of digests.slice(0, 3)) {
      for (const [entry, key] of keys.entries()) {
        if (entry % 9 !== 0) continue;
        const [word = ''] = /\b[a-z]{7,}\b/.exec(texts[entry]?.title.toLowerCase() ?? '') ?? [];
        for (let length = 4; length <= word.length; length++) {
          const { hits } = index.search(parseQuery(word.slice(0, length), true), 10_000);
          asked++;
          if (!hits.some((hit) => hit.key === key)) missed++;
        }
      }
    }
    assert.ok(asked > 200, `${asked} asked`);
    // What the stemmer makes of rare endings is not known beforehand.
    assert.ok(missed <= asked / 200, `${missed} of ${asked} missed`);
  });

  it('is the same after segments were written, read and merged', () => {
    const merged = new SearchIndex();
    for (const shard of shards) {
      merged.set({ ...shard, segment: decodeSegment(encodeSegment(shard.segment)) });
    }
    while (merged.compact());
    assert.ok(merged.segmentCount < shards.length / 4);
    for (const query of [
      'diffusion models',
      '扩散模型',
      'title:graph -neural',
      'trans*',
      'difusion',
      'xyzzy graph',
      'cat:cs.CV',
      '图',
    ]) {
      for (const typing of [false, true]) {
        const parsed = parseQuery(query, typing);
        assert.deepEqual(merged.search(parsed, 50), index.search(parsed, 50), query);
      }
    }
  });

  it('takes less than 1.6 KB of memory for an entry, and 1.2 KB when merged', () => {
    const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
    const separate = sum(shards.map(({ segment }) => segmentSize(segment)));
    const perEntry = separate / index.entryCount;
    assert.ok(perEntry < 1600, `${perEntry} bytes`);
    const written = sum(shards.map(({ segment }) => encodeSegment(segment).length));
    assert.ok(written < separate, `${written} of ${separate} bytes on disk`);
    const merged = new SearchIndex();
    for (const shard of shards) merged.set(shard);
    while (merged.compact());
    assert.ok(merged.size / merged.entryCount < 1200, `${merged.size / merged.entryCount} bytes`);
  });

  it('shows a passage with the words it found, for every hit', () => {
    for (const text of ['diffusion image', '模型', 'learnign', 'trans*']) {
      const query = parseQuery(text);
      for (const { uri, entry } of index.search(query, 30).hits) {
        const texts = digests.find((digest) => digest.uri === uri)?.texts[entry];
        assert.ok(texts);
        const passage = bestPassage(texts, query, 160);
        assert.ok(passage && passage.marks.length > 0, `${text} in ${uri} ${entry}`);
      }
    }
  });
});
