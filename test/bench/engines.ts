import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { PaperKey } from '../../src/core/paper.js';
import { searchFields, type SearchField, type SearchText } from '../../src/core/search/fields.js';
import { parseQuery } from '../../src/core/search/parseQuery.js';
import { SearchIndex } from '../../src/core/search/searchIndex.js';
import { SegmentBuilder } from '../../src/core/search/segmentBuilder.js';
import type { BenchPaper } from './digests.js';

/** A search over papers, as it is compared. */
export interface Engine {
  /** Keys of the papers that are found, the best first. */
  search(query: string, limit: number): readonly string[];
}

/** What the other engines can hold of a large library: its lists and summaries. */
export const listFields = ['title', 'authors', 'summary'] as const satisfies readonly SearchField[];

/** Papers that are put into one segment; the corpus has as many on a day. */
const segmentLength = 160;

/** Preprint's own index, in this thread. */
export function preprintEngine(
  papers: readonly BenchPaper[],
  fields: readonly SearchField[],
): Engine {
  const index = new SearchIndex();
  const builder = new SegmentBuilder();
  for (let from = 0; from < papers.length; from += segmentLength) {
    const some = papers.slice(from, from + segmentLength);
    const texts = some.map(({ text }) => {
      const kept = searchFields.map((field) => [field, fields.includes(field) ? text[field] : '']);
      return Object.fromEntries(kept) as SearchText;
    });
    index.set({
      uri: `file:///${from}`,
      segment: builder.build(texts),
      keys: some.map(({ key }) => key as PaperKey),
      categories: some.map(({ category }) => category),
    });
  }
  while (index.compact());
  return {
    search: (query, limit) => index.search(parseQuery(query), limit).hits.map(({ key }) => key),
  };
}

/** Words, and pairs of Chinese characters: without pairs these engines find no Chinese. */
function termsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\u3400-\u9fff]+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    /[\u3400-\u9fff]/.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
      : [run],
  );
}

/** Shorter words are asked for as they are: too many others are near. */
const shortestTypo = 5;

/** Each engine is asked as Preprint asks itself: for all words; all but for typos; any of them. */
function ladder(steps: readonly (() => readonly string[])[]): readonly string[] {
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found;
  }
  return [];
}

/** The types of lunr hide that a filter returns nothing for what it drops. */
const stopWordFilter: (token: lunr.Token) => lunr.Token | undefined = lunr.stopWordFilter;

function isNoStopWord(term: string): boolean {
  return stopWordFilter(new lunr.Token(term, {})) !== undefined;
}

/** lunr with its stop words and stemmer; its trimmer would strip all Chinese. */
export function lunrEngine(papers: readonly BenchPaper[]): Engine {
  const builder = new lunr.Builder();
  builder.tokenizer = Object.assign(
    (text?: string | object | object[] | null) =>
      termsOf(typeof text === 'string' ? text : '').map((term) => new lunr.Token(term, {})),
    { separator: /\s+/ },
  );
  builder.pipeline.add(lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('key');
  for (const field of listFields) builder.field(field, { boost: field === 'title' ? 2 : 1 });
  for (const { key, text } of papers) builder.add({ key, ...text });
  const index = builder.build();
  const ask = (query: string, presence: lunr.Query.presence, typos: boolean): string[] => {
    const terms = termsOf(query).filter(isNoStopWord);
    return index
      .query((asked) => {
        for (const term of terms) {
          const editDistance = typos && term.length >= shortestTypo ? 1 : 0;
          asked.term(term, { presence, editDistance });
        }
      })
      .map(({ ref }) => ref);
  };
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  return {
    search: (query, limit) =>
      ladder([
        () => ask(query, REQUIRED, false),
        () => ask(query, REQUIRED, true),
        () => ask(query, OPTIONAL, true),
      ]).slice(0, limit),
  };
}

export function miniSearchEngine(papers: readonly BenchPaper[]): Engine {
  const index = new MiniSearch<SearchText & { key: string }>({
    idField: 'key',
    fields: [...listFields],
    tokenize: termsOf,
    searchOptions: { boost: { title: 2 } },
  });
  index.addAll(papers.map(({ key, text }) => ({ key, ...text })));
  const ask = (query: string, combineWith: 'AND' | 'OR', typos: boolean): string[] => {
    const fuzzy = (term: string): number => (typos && term.length >= shortestTypo ? 1 : 0);
    return index.search(query, { combineWith, fuzzy }).map(({ id }) => String(id));
  };
  return {
    search: (query, limit) =>
      ladder([
        () => ask(query, 'AND', false),
        () => ask(query, 'AND', true),
        () => ask(query, 'OR', true),
      ]).slice(0, limit),
  };
}
