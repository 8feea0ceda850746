import fc from 'fast-check';
import type {
  CitationUse,
  DigestDate,
  DigestEntry,
  IndexedDocument,
  Mention,
} from '../../../src/core/digest.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { normalisedTitle, titleKey } from '../../../src/core/title.js';

/** An entry on a line of its own; its key is that of its id, else its DOI, else its title. */
export function entryOf(
  line: number,
  title: string,
  facts: Partial<
    Pick<DigestEntry, 'id' | 'version' | 'doi' | 'authors' | 'category' | 'crossLists' | 'day'>
  > = {},
): DigestEntry {
  const range = { startLine: line, startCharacter: 0, endLine: line, endCharacter: 1 };
  const { id, doi } = facts;
  const key: PaperKey =
    id !== undefined ? `arxiv:${id}` : doi !== undefined ? `doi:${doi}` : titleKey(title);
  return { key, title, authors: [], ...facts, range, nameRange: range };
}

export function dateOf(value: string): DigestDate {
  return { value, precision: value.length > 7 ? 'day' : 'month', source: 'fileName' };
}

/** Data, as its name says, or Markdown. */
export function documentOf(
  uri: string,
  entries: readonly DigestEntry[],
  date?: string,
  mentions: readonly Mention[] = [],
): IndexedDocument {
  const digest = {
    format: uri.endsWith('.jsonl') ? 'dailyJsonl' : 'daily',
    labels: ['TL;DR'],
    entries,
    ...(date !== undefined && { date: dateOf(date) }),
  };
  return { uri, digest, mentions, problems: [] };
}

export function mentionOf(id: string, line = 0): Mention {
  const range = { startLine: line, startCharacter: 0, endLine: line, endCharacter: id.length };
  return { key: `arxiv:${id}`, syntax: 'prefix', range };
}

export function useOf(key: string, line = 0): CitationUse {
  const range = { startLine: line, startCharacter: 0, endLine: line, endCharacter: key.length };
  return { key, range };
}

/** Few, so that documents meet in them often; the last two are spelled otherwise and the same. */
const titles = ['Alpha', 'Beta', 'Gamma!', 'alpha', 'BETA'];
const ids = ['2401.00001', '2401.00002', '2401.00003', 'math/0309136'];
const dates = ['2026-02-12', '2026-02-13', '2026-02', '2026-01-31'];
const categories = ['cs.LG', 'cs.CL', 'hep-th', 'Free text', 'cs'];
const uris = [
  ...['file:///a.md', 'file:///b.md', 'file:///c.txt', 'file:///d.md'],
  ...['file:///a.jsonl', 'file:///data/b.jsonl'],
];

const citedKeys = ['ada2024', 'ben:2025', 'doe-2026'];

const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const entries = fc
  .array(
    fc.record({
      title: fc.constantFrom(...titles),
      id: maybe(ids),
      doi: maybe(['10.5555/a', '10.5555/b']),
      category: maybe(categories),
      crossLists: maybe([['cs.CL'], ['cs.LG', 'hep-th'], ['stat.ML', 'math.ST']]),
      day: maybe(['2026-02-13', '2026-02-11', '2026-01-31']),
      version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      authors: fc.constantFrom([], ['Ada Example'], ['Ben Sample', 'Ada Example']),
    }),
    { maxLength: 6 },
  )
  .map((facts) =>
    facts.map(({ title, id, doi, category, crossLists, day, version, authors }, line) =>
      entryOf(line, title, {
        authors,
        ...(id !== undefined ? { id, ...(version && { version }) } : doi !== undefined && { doi }),
        ...(category !== undefined && { category }),
        ...(crossLists !== undefined && { crossLists }),
        ...(day !== undefined && { day }),
      }),
    ),
  );

/** Digests and notes that tell of a handful of papers. */
export const documents: fc.Arbitrary<IndexedDocument> = fc
  .record({
    uri: fc.constantFrom(...uris),
    entries,
    date: maybe(dates),
    isDigest: fc.boolean(),
    mentioned: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
    cited: fc.array(fc.constantFrom(...citedKeys), { maxLength: 4 }),
  })
  .map(({ uri, entries: own, date, isDigest, mentioned, cited }) => {
    const mentions = mentioned.map(mentionOf);
    if (isDigest) return documentOf(uri, own, date, mentions);
    const citations = cited.map(useOf);
    return { uri, mentions, ...(citations.length > 0 && { citations }), problems: [] };
  });

/** Some of them, each of another file. */
export const libraries = fc.uniqueArray(documents, {
  selector: ({ uri }) => uri,
  maxLength: uris.length,
});

/** Where an entry belongs, found out the slow way: from all entries of all documents. */
export function homeAmong(all: readonly DigestEntry[], entry: DigestEntry): PaperKey {
  if (!entry.key.startsWith('title:')) return entry.key;
  const title = normalisedTitle(entry.title);
  const [home] = all
    .filter((other) => !other.key.startsWith('title:') && normalisedTitle(other.title) === title)
    .map(({ key }) => key)
    .sort();
  return home ?? entry.key;
}
