import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { indexText } from '../../src/core/indexText.js';
import { digestTexts } from '../../src/core/search/digestTexts.js';
import type { SearchText } from '../../src/core/search/fields.js';
import type { Shard } from '../../src/core/search/searchResult.js';

/** A digest with what is searched of its entries. */
export type BenchDigest = Omit<Shard, 'segment'> & { readonly texts: readonly SearchText[] };

export function readDigest(file: string): BenchDigest {
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  const { digest } = indexText(uri, { path: path.basename(file), text }, noLatestMonth);
  const entries = digest?.entries ?? [];
  return {
    uri,
    ...(digest?.date && { date: digest.date }),
    keys: entries.map(({ key }) => key),
    categories: entries.map(({ category = '' }) => category),
    texts: digest ? digestTexts(digest, text, { path: '', latest: noLatestMonth }) : [],
  };
}

/** A paper as one of its digests tells of it. */
export interface BenchPaper {
  readonly key: string;
  readonly category: string;
  /** `2026-02-13`. */
  readonly date: string;
  readonly text: SearchText;
}

/** Each paper once, as the newest of the digests tells of it. */
export function papersOf(digests: readonly BenchDigest[]): BenchPaper[] {
  const papers = new Map<string, BenchPaper>();
  for (const { keys, categories, texts, date } of [...digests].reverse()) {
    for (const [entry, text] of texts.entries()) {
      const key = keys[entry] ?? '';
      if (papers.has(key)) continue;
      papers.set(key, { key, category: categories[entry] ?? '', date: date?.value ?? '', text });
    }
  }
  return [...papers.values()];
}
