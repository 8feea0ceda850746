import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import type { SearchIndex } from '../../../src/core/search/searchIndex.js';
import type { SearchResult } from '../../../src/core/search/searchResult.js';
import {
  compacted,
  indexOf,
  indexOfTexts,
  search,
  shardOf,
  someDigests,
  someQuery,
  found,
  textOf,
} from './library.js';

function answers(index: SearchIndex, queries: readonly string[]): SearchResult[] {
  return queries.flatMap((query) => [
    index.search(parseQuery(query), 5),
    index.search(parseQuery(query, true), 1000),
  ]);
}

const queries = fc.array(someQuery, { minLength: 1, maxLength: 4 });

describe('what an index answers does not depend on', function () {
  this.timeout(60_000);

  it('whether its digests have been merged', () => {
    fc.assert(
      fc.property(someDigests, queries, (digests, asked) => {
        assert.deepEqual(
          answers(compacted(indexOf(digests)), asked),
          answers(indexOf(digests), asked),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('the order in which digests came', () => {
    fc.assert(
      fc.property(someDigests, queries, (digests, asked) => {
        assert.deepEqual(
          answers(indexOf(digests.toReversed()), asked),
          answers(indexOf(digests), asked),
        );
      }),
    );
  });

  it('digests that were there, merged or not, and are gone', () => {
    fc.assert(
      fc.property(
        someDigests,
        queries,
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        (digests, asked, at, merge) => {
          const gone = digests[at];
          fc.pre(gone !== undefined);
          const index = indexOf(digests);
          if (merge) compacted(index);
          index.remove(gone.uri);
          const expected = answers(indexOf(digests.filter((digest) => digest !== gone)), asked);
          assert.deepEqual(answers(index, asked), expected);
          assert.deepEqual(answers(compacted(index), asked), expected);
          index.set(shardOf(gone));
          assert.deepEqual(answers(index, asked), answers(indexOf(digests), asked));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what a digest said before it changed', () => {
    fc.assert(
      fc.property(someDigests, someDigests, queries, (before, after, asked) => {
        const index = compacted(indexOf(before));
        for (const digest of after) index.set(shardOf(digest));
        const uris = new Set(after.map(({ uri }) => uri));
        const kept = before.filter(({ uri }) => !uris.has(uri));
        assert.deepEqual(answers(index, asked), answers(indexOf([...kept, ...after]), asked));
      }),
    );
  });
});

describe('an index', function () {
  this.timeout(60_000);

  const entry = (key: `title:${string}`, title: string, category = 'cs.LG') => ({
    key,
    category,
    text: textOf({ title }),
  });
  const index = indexOf([
    {
      uri: 'file:///papers/a/2026-01-30.md',
      day: '2026-01-30',
      entries: [entry('title:a', 'graph learning'), entry('title:b', 'old')],
    },
    {
      uri: 'file:///papers/b%20b/2026-02-01.md',
      day: '2026-02-01',
      entries: [entry('title:a', 'graph learning'), entry('title:c', 'new', 'math.GT')],
    },
    { uri: 'file:///papers/undated%.md', day: '', entries: [entry('title:d', 'graph')] },
  ]);
  const keys = (query: string, typing = false): string[] =>
    search(index, query, typing).hits.map(({ key }) => key.slice('title:'.length));

  it('gives one result for each paper, from the newest digest of equal ones', () => {
    const { hits, total } = search(index, 'learning');
    assert.equal(total, 1);
    assert.deepEqual(
      hits.map(({ uri, entry: place }) => [uri, place]),
      [['file:///papers/b%20b/2026-02-01.md', 0]],
    );
  });

  const lists: readonly (readonly [string, string])[] = [
    ['', 'acbd'],
    ['the of', 'acbd'],
    ['cat:cs', 'abd'],
    ['cat:cs.*', 'abd'],
    ['cat:math.gt', 'c'],
    ['-cat:math', 'abd'],
    ['date:2026-01', 'ab'],
    ['date:>2026-01', 'ac'],
    ['date:<2026-02', 'ab'],
    ['date:2026-01..2026-02', 'acb'],
    ['-date:2026', 'd'],
    ['in:a', 'ab'],
    ['in:"b b"', 'ac'],
    ['in:pap', ''],
    ['old date:2026-02', ''],
  ];
  for (const [query, expected] of lists) {
    it(`lists ${expected || 'nothing'} for ${query || 'an empty query'}, newest first`, () => {
      assert.equal(keys(query).join(''), expected);
    });
  }

  it('finds rows by their own days, where they have some', () => {
    const table = {
      uri: 'file:///papers/table.md',
      day: '2026-02-13',
      entries: [
        { ...entry('title:e', 'graph'), day: '2026-02-12' },
        { ...entry('title:f', 'graph'), day: '2026-01-30' },
        entry('title:g', 'graph'),
      ],
    };
    const rows = (query: string): string =>
      search(compacted(indexOf([table])), query)
        .hits.map(({ key }) => key.slice('title:'.length))
        .join('');
    assert.equal(rows('graph date:2026-02'), 'eg');
    assert.equal(rows('date:2026-01'), 'f');
    assert.equal(rows('-date:2026-02-13'), 'ef');
    assert.equal(rows('-date:2026-02-13 cat:cs'), 'ef');
  });

  it('takes a folder as the beginning of its name while one types', () => {
    assert.equal(keys('in:pap', true).join(''), 'acbd');
  });

  it('asks its caller for states', () => {
    const { hits } = index.search(
      parseQuery('is:starred'),
      10,
      (key, state) => key === 'title:b' && state === 'starred',
    );
    assert.deepEqual(
      hits.map(({ key }) => key),
      ['title:b'],
    );
  });

  it('counts all papers, and gives as many as are asked for', () => {
    const { hits, total } = index.search(parseQuery(''), 1);
    assert.deepEqual([hits.length, total], [1, 4]);
    assert.equal(index.search(parseQuery(''), 0).hits.length, 0);
  });
});

describe('what does not match as it is', function () {
  this.timeout(60_000);

  const index = indexOfTexts(
    { title: 'diffusion transformers' },
    { title: 'graph learning' },
    { title: '扩散模型' },
  );
  const table: readonly (readonly [string, string, readonly number[]])[] = [
    ['diffusion', 'all', [0]],
    ['difusion', 'typos', [0]],
    ['diffusoin', 'typos', [0]],
    ['learnign grpah', 'typos', [1]],
    ['diffusion graph', 'some', [0, 1]],
    ['+diffusion graph', 'some', [0]],
    ['+difusion', 'all', []],
    ['扩教', 'some', []],
    ['"graph diffusion"', 'all', []],
  ];
  for (const [query, match, expected] of table) {
    it(`is found by ${match} for ${query}`, () => {
      assert.equal(search(index, query).match, match);
      assert.deepEqual(found(index, query), expected);
    });
  }

  it('is found at every letter while one types', () => {
    for (const [text, entry] of [
      ['diffusion', 0],
      ['transformers', 0],
      ['learning', 1],
    ] as const) {
      for (let length = 2; length <= text.length; length++) {
        assert.deepEqual(found(index, text.slice(0, length), true), [entry], text.slice(0, length));
      }
    }
  });

  for (const word of ['difusion', 'difffusion', 'dfifusion']) {
    it(`is found while one types on after a typo: ${word}`, () => {
      for (let length = 4; length <= word.length; length++) {
        assert.deepEqual(found(index, word.slice(0, length), true), [0], word.slice(0, length));
      }
    });
  }
});
