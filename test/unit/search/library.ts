import fc from 'fast-check';
import type { PaperKey } from '../../../src/core/paper.js';
import type { SearchText } from '../../../src/core/search/fields.js';
import { parseQuery } from '../../../src/core/search/parseQuery.js';
import { SearchIndex } from '../../../src/core/search/searchIndex.js';
import type { SearchResult, Shard } from '../../../src/core/search/searchResult.js';
import { SegmentBuilder } from '../../../src/core/search/segmentBuilder.js';

const noTexts: SearchText = {
  title: '',
  authors: '',
  summary: '',
  fields: '',
  abstract: '',
  id: '',
};

export function textOf(texts: Partial<SearchText>): SearchText {
  return { ...noTexts, ...texts };
}

/** An entry of a small library. */
export interface Entry {
  readonly key: PaperKey;
  readonly category: string;
  /** Where it is another than the digest's. */
  readonly day?: string;
  readonly text: SearchText;
}

export interface Digest {
  readonly uri: string;
  readonly day: string;
  readonly entries: readonly Entry[];
}

const builder = new SegmentBuilder();

export function shardOf({ uri, day, entries }: Digest): Shard {
  return {
    uri,
    ...(day !== '' && { date: { value: day, precision: 'day', source: 'fileName' } as const }),
    segment: builder.build(entries.map(({ text }) => text)),
    keys: entries.map(({ key }) => key),
    categories: entries.map(({ category }) => category),
    ...(entries.some((entry) => entry.day !== undefined) && {
      days: entries.map((entry) => entry.day ?? day),
    }),
  };
}

export function indexOf(digests: readonly Digest[]): SearchIndex {
  const index = new SearchIndex();
  for (const digest of digests) index.set(shardOf(digest));
  return index;
}

/** An index of one digest with one entry for each text. */
export function indexOfTexts(...texts: readonly Partial<SearchText>[]): SearchIndex {
  const entries = texts.map((text, at) => ({
    key: `title:${at}` as const,
    category: '',
    text: textOf(text),
  }));
  return indexOf([{ uri: 'file:///papers/2026-02-13.md', day: '2026-02-13', entries }]);
}

export function compacted(index: SearchIndex): SearchIndex {
  while (index.compact());
  return index;
}

export function search(index: SearchIndex, query: string, typing = false): SearchResult {
  return index.search(parseQuery(query, typing), 1000);
}

/** The places of the entries that are found in an index of one digest, in ascending order. */
export function found(index: SearchIndex, query: string, typing = false): number[] {
  return search(index, query, typing)
    .hits.map(({ entry }) => entry)
    .sort((a, b) => a - b);
}

/** Few, so that texts share them; no two are a typo apart. */
export const words = [
  'diffusion',
  'Models',
  'graph',
  'the',
  'of',
  'Über',
  'gpt',
  '4',
  'learning',
  'learner',
  '扩散',
  '散模型',
  '图',
  'ab12',
];

const separators = [' ', ' ', ' ', ', ', '-', '\n', '.', '，', ''];

export const someText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...separators)), { maxLength: 8 })
  .map((pairs) => pairs.flat().join(''));

const someTexts: fc.Arbitrary<SearchText> = fc.record({
  title: someText,
  authors: someText,
  summary: someText,
  fields: someText,
  abstract: someText,
  id: fc.constant(''),
});

const someEntry: fc.Arbitrary<Entry> = fc.record({
  key: fc.integer({ min: 0, max: 30 }).map((number): PaperKey => `arxiv:2601.${10000 + number}`),
  category: fc.constantFrom('cs.LG', 'cs.CV', 'math.GT', ''),
  text: someTexts,
});

export const someDigests: fc.Arbitrary<Digest[]> = fc.uniqueArray(
  fc.record({
    uri: fc.integer({ min: 0, max: 9 }).map((number) => `file:///papers/${number}.md`),
    day: fc.constantFrom('', '2026-01-30', '2026-02-01', '2026-02-13'),
    entries: fc.array(someEntry, { maxLength: 6 }),
  }),
  { selector: ({ uri }) => uri, maxLength: 6 },
);

export const someQuery: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '', '', '-', '+', 'title:', 'abstract:', 'author:'),
        fc.constantFrom(
          ...words,
          'dif*',
          'lear*',
          'gpt-4',
          '"diffusion models"',
          'difusion',
          'cat:cs',
          'date:2026-02',
          'graph^2',
        ),
      )
      .map((parts) => parts.join('')),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => pieces.join(' '));
