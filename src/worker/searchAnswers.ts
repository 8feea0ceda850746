import { digestTexts } from '../core/search/digestTexts.js';
import type { SearchText } from '../core/search/fields.js';
import { parseQuery } from '../core/search/parseQuery.js';
import { bestPassage } from '../core/search/passage.js';
import { verifyPhrase } from '../core/search/phrase.js';
import type { Query } from '../core/search/query.js';
import type { SearchIndex } from '../core/search/searchIndex.js';
import { searchText } from '../core/search/searchText.js';
import { SegmentBuilder } from '../core/search/segmentBuilder.js';
import type { Month } from '../core/arxivId.js';
import type { Answers } from './answers.js';
import { decode, isOf } from './content.js';
import { EntryTexts, readSource } from './entryTexts.js';
import type { IndexCache } from './indexCache.js';
import type { EntrySource, Look } from './protocol.js';

type SearchCalls =
  | 'buildShard'
  | 'setShard'
  | 'restoreShard'
  | 'removeShard'
  | 'compact'
  | 'search'
  | 'searchKeys'
  | 'searchFigures'
  | 'lookInto';

/** Papers with the words of a phrase that are given for each that is asked for: most fall out. */
const candidates = 20;

/** @param index of the workspace, in the worker that is asked to hold it */
export function searchAnswers(cache: IndexCache, index: SearchIndex): Pick<Answers, SearchCalls> {
  let builder: SegmentBuilder | undefined;
  return {
    buildShard({ uri, digest, fingerprint, content, latest, cache: file }) {
      if (!isOf(fingerprint, content)) return undefined;
      const texts = digestTexts(digest, decode(content).text, { path: '', latest });
      builder ??= new SegmentBuilder();
      const bytes = cache.packShard(
        {
          uri,
          ...(digest.date && { date: digest.date }),
          segment: builder.build(texts),
          keys: digest.entries.map(({ key }) => key),
          categories: digest.entries.map(({ category = '' }) => category),
        },
        fingerprint,
      );
      if (file !== undefined) cache.keepShard(file, bytes);
      return bytes;
    },

    setShard({ bytes }) {
      index.set(cache.unpackShard(bytes));
      return null;
    },

    restoreShard({ uri, fingerprint, cache: file }) {
      const shard = cache.restoreShard(uri, file, fingerprint);
      if (shard) index.set(shard);
      return shard !== undefined;
    },

    removeShard({ uri }) {
      index.remove(uri);
      return null;
    },

    compact() {
      const more = index.compact();
      // It holds tens of megabytes that the next digest alone does not need.
      if (!more) builder = undefined;
      return more;
    },

    search({ query: text, typing, limit }) {
      const query = parseQuery(text, typing);
      const phrases = query.phrases.length > 0;
      return { ...index.search(query, phrases ? limit * candidates : limit), phrases };
    },

    searchKeys({ query: text }) {
      const query = parseQuery(text);
      const { hits, total, match } = index.search(query, Infinity);
      return { keys: hits.map(({ key }) => key), total, match, phrases: query.phrases.length > 0 };
    },

    searchFigures: () => ({
      entries: index.entryCount,
      segments: index.segmentCount,
      bytes: index.size,
    }),

    lookInto({ query: text, typing, length, latest, papers }) {
      const query = parseQuery(text, typing);
      const entryTexts = new EntryTexts();
      return papers.map((places) => lookInto(places, query, length, latest, entryTexts));
    },
  };
}

function lookInto(
  places: readonly EntrySource[],
  query: Query,
  length: number,
  latest: Month,
  entryTexts: EntryTexts,
): Look {
  const holds = (text: SearchText): boolean =>
    query.phrases.every((phrase) => verifyPhrase(text, phrase) !== phrase.not);
  let first: SearchText | undefined;
  for (const place of places) {
    const text = textOf(place, latest, entryTexts);
    if (text && holds(text)) return lookOf(true, text);
    first ??= text;
  }
  return lookOf(query.phrases.length === 0, first);

  function lookOf(fits: boolean, text: SearchText | undefined): Look {
    const passage = text && length > 0 ? bestPassage(text, query, length) : undefined;
    return { fits, ...(passage && { passage }) };
  }
}

function textOf(place: EntrySource, latest: Month, entryTexts: EntryTexts): SearchText | undefined {
  const body = readSource(place, latest, entryTexts);
  return body && searchText(place.entry, body);
}
