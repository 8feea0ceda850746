import { daysOfEntries } from '../core/entryDays.js';
import { digestTexts, entryTexts } from '../core/search/digestTexts.js';
import type { SearchText } from '../core/search/fields.js';
import { parseQuery } from '../core/search/parseQuery.js';
import { bestPassage } from '../core/search/passage.js';
import { verifyPhrase } from '../core/search/phrase.js';
import type { Query } from '../core/search/query.js';
import type { SearchIndex } from '../core/search/searchIndex.js';
import { searchText } from '../core/search/searchText.js';
import { SegmentBuilder } from '../core/search/segmentBuilder.js';
import type { Month } from '../core/arxivId.js';
import type { Digest } from '../core/digest.js';
import type { Answers } from './answers.js';
import { decode, isOf } from './content.js';
import { entryInLarge, EntryTexts, isLarge, readSource } from './entryTexts.js';
import type { IndexCache } from './indexCache.js';
import type { Content, EntrySource, LargeFile, Look } from './protocol.js';

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
      const texts = textsOf(digest, fingerprint, content, latest);
      if (!texts) return undefined;
      builder ??= new SegmentBuilder();
      const days = daysOfEntries(digest);
      const bytes = cache.packShard(
        {
          uri,
          ...(digest.date && { date: digest.date }),
          segment: builder.build(texts),
          keys: digest.entries.map(({ key }) => key),
          categories: digest.entries.map(({ category = '' }) => category),
          ...(days && { days }),
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
      const texts = new EntryTexts();
      return papers.map((places) => lookInto(places, query, length, latest, texts));
    },
  };
}

/** undefined when the content is another than the digest was read from. */
function textsOf(
  digest: Digest,
  fingerprint: string,
  content: Content | LargeFile,
  latest: Month,
): SearchText[] | undefined {
  const context = { path: '', latest };
  if (isLarge(content)) return entryTexts(digest, (entry) => entryInLarge(content, entry), context);
  if (!isOf(fingerprint, content)) return undefined;
  return digestTexts(digest, decode(content).text, context);
}

function lookInto(
  places: readonly EntrySource[],
  query: Query,
  length: number,
  latest: Month,
  texts: EntryTexts,
): Look {
  const holds = (text: SearchText): boolean =>
    query.phrases.every((phrase) => verifyPhrase(text, phrase) !== phrase.not);
  let first: SearchText | undefined;
  for (const place of places) {
    const text = textOf(place, latest, texts);
    if (text && holds(text)) return lookOf(true, text);
    first ??= text;
  }
  return lookOf(query.phrases.length === 0, first);

  function lookOf(fits: boolean, text: SearchText | undefined): Look {
    const passage = text && length > 0 ? bestPassage(text, query, length) : undefined;
    return { fits, ...(passage && { passage }) };
  }
}

function textOf(place: EntrySource, latest: Month, texts: EntryTexts): SearchText | undefined {
  const body = readSource(place, latest, texts);
  return body && searchText(place.entry, body);
}
