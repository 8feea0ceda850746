import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { bestPassage } from '../../../src/core/search/passage.js';
import { SearchIndex } from '../../../src/core/search/searchIndex.js';
import { segmentSize } from '../../../src/core/search/segment.js';
import { decodeSegment, encodeSegment } from '../../../src/core/search/segmentCodec.js';
import { compacted, indexOf, shardOf, textOf, type Digest } from './library.js';

const syllables = [
  ...['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'pu'],
  ...['ra', 'se', 'ti', 'vo', 'wu', 'za', 'ke', 'li', 'mo', 'nu'],
];
const usual = ['we', 'show', 'that', 'the', 'of', 'a', 'model', 'method', 'is', 'better'];

/** One of 8,000 words, most of which few papers have, as in real libraries. */
function word(number: number): string {
  return [number, number / 20, number / 400]
    .map((part) => syllables[Math.floor(part) % syllables.length] ?? '')
    .concat('met')
    .join('');
}

function sentence(from: number, count: number): string {
  return Array.from({ length: count }, (_, at) =>
    at % 3 === 0 ? word((from * 37 + at * 101) % 8000) : (usual[(from + at) % usual.length] ?? ''),
  ).join(' ');
}

function digest(day: number): Digest {
  const entries = Array.from({ length: 100 }, (_, at) => {
    const number = day * 100 + at;
    const id = `2602.${String(10_000 + number)}`;
    return {
      key: `arxiv:${id}` as const,
      category: number % 3 === 0 ? 'cs.CV' : 'cs.LG',
      text: textOf({
        id,
        title: `${word((number * 7) % 8000)} ${word((number * 13 + 5) % 8000)} of ${word((number * 31 + 3) % 8000)}`,
        authors: `Ada ${word(number)}, Bo ${word(number + 1)}`,
        summary: `一种扩散模型 ${sentence(number, 12)}`,
        abstract: sentence(number + 17, 90),
      }),
    };
  });
  const date = `2026-02-${String(day + 1).padStart(2, '0')}`;
  return { uri: `file:///papers/${date}.md`, day: date, entries };
}

describe('a search of many papers with many words', () => {
  const digests = Array.from({ length: 16 }, (_, day) => digest(day));
  let index = new SearchIndex();
  before(() => (index = indexOf(digests)));

  it('finds every paper by its id and by its title, first of all', () => {
    for (const { entries } of digests) {
      for (const { key, text } of entries.filter((_, at) => at % 10 === 0)) {
        assert.equal(index.search(parseQuery(text.id), 1).hits[0]?.key, key);
        const { hits, match } = index.search(parseQuery(text.title), 1);
        assert.deepEqual([match, hits[0]?.key], ['all', key], text.title);
      }
    }
  });

  it('finds words of titles at every letter while one types them', () => {
    for (const { key, text } of digests[3]?.entries.slice(0, 20) ?? []) {
      const [first = ''] = text.title.split(' ');
      for (let length = 4; length <= first.length; length++) {
        const { hits } = index.search(parseQuery(first.slice(0, length), true), 10_000);
        assert.ok(
          hits.some((hit) => hit.key === key),
          `${key} by ${first.slice(0, length)}`,
        );
      }
    }
  });

  it('is the same after segments were written, read and merged', () => {
    const read = new SearchIndex();
    for (const shard of digests.map(shardOf)) {
      read.set({ ...shard, segment: decodeSegment(encodeSegment(shard.segment)) });
    }
    const merged = compacted(read);
    assert.ok(merged.segmentCount < digests.length / 4);
    const [one, other] = [word(42), word(4200)];
    for (const query of [one, `${one} ${other}`, `title:${one} -model`, 'bade*met', '扩散模型']) {
      for (const typing of [false, true]) {
        const parsed = parseQuery(query, typing);
        assert.deepEqual(merged.search(parsed, 50), index.search(parsed, 50), query);
      }
    }
  });

  it('takes no more than 1.6 KB of memory for an entry, less on disk and less when merged', () => {
    const shards = digests.map(shardOf);
    const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
    const separate = sum(shards.map(({ segment }) => segmentSize(segment)));
    assert.equal(separate, index.size);
    assert.ok(separate / index.entryCount < 1600, `${separate / index.entryCount} bytes`);
    const written = sum(shards.map(({ segment }) => encodeSegment(segment).length));
    assert.ok(written < separate, `${written} of ${separate} bytes on disk`);
    const merged = compacted(indexOf(digests));
    assert.ok(merged.size < separate, `${merged.size} of ${separate} bytes`);
  });

  it('shows a passage with the words it found, for every hit', () => {
    for (const asked of [word(42), '模型', `${word(4200).slice(0, -1)}x`, 'bade*']) {
      const query = parseQuery(asked);
      const { hits } = index.search(query, 30);
      assert.ok(hits.length > 0, asked);
      for (const { uri, entry } of hits) {
        const text = digests.find((each) => each.uri === uri)?.entries[entry]?.text;
        assert.ok(text);
        const passage = bestPassage(text, query, 160);
        assert.ok(passage && passage.marks.length > 0, `${asked} in ${uri} ${entry}`);
      }
    }
  });
});
