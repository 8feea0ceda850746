import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { IndexedDocument } from '../../../src/core/digest.js';
import { Library } from '../../../src/core/library.js';
import { mergePaper } from '../../../src/core/mergePaper.js';
import type { Occurrence, PaperKey } from '../../../src/core/paper.js';
import {
  documentOf,
  documents,
  entryOf,
  homeAmong,
  libraries,
  mentionOf,
} from '../support/documents.js';

function libraryOf(all: readonly IndexedDocument[]): Library {
  const library = new Library();
  for (const document of all) library.replace(document);
  return library;
}

function entriesOf(all: readonly IndexedDocument[]) {
  return all.flatMap(({ digest }) => digest?.entries ?? []);
}

/** Everything that a library tells, in one order. */
function dump(library: Library): unknown {
  const mentioned = [...library.documents()].flatMap(({ mentions }) => mentions);
  const cited = [...library.documents()].flatMap(({ citations = [] }) => citations);
  return {
    size: library.size,
    documents: [...library.documents()].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    papers: [...library.keys()].sort().map((key) => library.paper(key)),
    digests: [...library.digests()]
      .map(({ uri, twins }) => [uri, ...twins.map((twin) => twin.uri)].join(' '))
      .sort(),
    archives: [...library.crossListings.archives].sort(),
    crossListed: [...library.crossListings.papers]
      .map(([name, keys]) => [name, ...keys].sort())
      .sort(),
    categories: [...library.categories]
      .map(([category, keys]) => [category, [...keys].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    mentions: [...new Set(mentioned.map(({ key }) => key))].sort().map((key) => [
      key,
      library
        .mentions(key)
        .map((place) => JSON.stringify(place))
        .sort(),
    ]),
    uses: [...new Set(cited.map(({ key }) => key))].sort().map((key) => [
      key,
      library
        .usesOfKey(key)
        .map((place) => JSON.stringify(place))
        .sort(),
    ]),
  };
}

describe('a library', () => {
  it('holds what its documents say, however they came', () => {
    fc.assert(
      fc.property(libraries, (all) => {
        const library = libraryOf(all);
        const entries = entriesOf(all);
        const homes = new Set(entries.map((entry) => homeAmong(entries, entry)));
        assert.equal(library.size, homes.size);
        assert.deepEqual([...library.keys()].sort(), [...homes].sort());
        for (const entry of entries) {
          assert.equal(library.homeOf(entry), homeAmong(entries, entry));
          assert.ok(library.has(entry.key));
        }
        for (const home of homes) {
          const occurrences = all.flatMap(({ uri, digest }): Occurrence[] => {
            const standsFor = library.digestOf(uri)?.uri;
            return (digest?.entries ?? [])
              .filter((entry) => homeAmong(entries, entry) === home)
              .map((entry) => ({
                uri,
                format: digest?.format ?? '',
                labels: digest?.labels ?? [],
                ...(digest?.date && { date: digest.date }),
                ...(entry.day !== undefined && {
                  date: { value: entry.day, precision: 'day', source: 'content' },
                }),
                ...(standsFor !== undefined && standsFor !== uri && { twinOf: standsFor }),
                entry,
              }));
          });
          const paper = library.paper(home);
          assert.deepEqual(paper, mergePaper(home, occurrences));
          assert.equal(library.categoryOf(home), paper?.category ?? '');
          assert.ok(library.categories.get(paper?.category ?? '')?.has(home));
          assert.deepEqual(library.crossListings.of(home), paper?.crossLists ?? []);
          for (const category of paper?.crossLists ?? []) {
            assert.ok(library.crossListings.papers.get(category)?.has(home), category);
          }
        }
        const listed = [...library.categories.values()];
        assert.equal(
          listed.reduce((sum, keys) => sum + keys.size, 0),
          library.size,
        );
        assert.ok(listed.every((keys) => keys.size > 0));
      }),
      { numRuns: 300 },
    );
  });

  it('knows every use of a key, and no other', () => {
    fc.assert(
      fc.property(fc.array(documents, { maxLength: 12 }), (changes) => {
        const library = libraryOf(changes);
        const latest = new Map(changes.map((document) => [document.uri, document]));
        const expected = [...latest.values()].flatMap(({ uri, citations = [] }) =>
          citations.map((use) => ({ uri, use })),
        );
        const keys = new Set(changes.flatMap(({ citations = [] }) => citations.map((c) => c.key)));
        for (const key of keys) {
          const told = library.usesOfKey(key);
          const of = (uri: string) => told.filter((place) => place.uri === uri);
          const wanted = expected.filter(({ use }) => use.key === key);
          assert.equal(told.length, wanted.length);
          for (const { uri } of wanted) {
            assert.deepEqual(
              of(uri),
              wanted.filter((place) => place.uri === uri),
            );
          }
        }
        for (const uri of latest.keys()) library.remove(uri);
        for (const key of keys) assert.deepEqual(library.usesOfKey(key), []);
      }),
      { numRuns: 300 },
    );
  });

  it('is as before when a document comes and goes', () => {
    fc.assert(
      fc.property(libraries, documents, (all, visitor) => {
        const others = all.filter(({ uri }) => uri !== visitor.uri);
        const library = libraryOf(others);
        const before = dump(library);
        library.replace(visitor);
        library.remove(visitor.uri);
        assert.deepEqual(dump(library), before);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which documents come', () => {
    fc.assert(
      fc.property(
        libraries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          assert.deepEqual(dump(libraryOf(shuffled)), dump(libraryOf(all)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on what documents said before', () => {
    fc.assert(
      fc.property(fc.array(documents, { maxLength: 12 }), (changes) => {
        const latest = new Map(changes.map((document) => [document.uri, document]));
        assert.deepEqual(dump(libraryOf(changes)), dump(libraryOf([...latest.values()])));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when a document comes twice', () => {
    fc.assert(
      fc.property(libraries, (all) => {
        assert.deepEqual(dump(libraryOf([...all, ...all])), dump(libraryOf(all)));
      }),
    );
  });

  it('is empty when all documents are gone', () => {
    fc.assert(
      fc.property(fc.array(documents, { maxLength: 12 }), (changes) => {
        const library = libraryOf(changes);
        for (const { uri } of changes) library.remove(uri);
        assert.deepEqual(dump(library), dump(new Library()));
        assert.equal(library.documentCount, 0);
      }),
    );
  });

  it('names every paper that a change has altered', () => {
    fc.assert(
      fc.property(libraries, documents, fc.boolean(), (all, changed, goes) => {
        const library = libraryOf(all);
        const before = new Map([...library.keys()].map((key) => [key, library.paper(key)]));
        const change = goes ? library.remove(changed.uri) : library.replace(changed);
        const after = new Map([...library.keys()].map((key) => [key, library.paper(key)]));
        for (const key of new Set([...before.keys(), ...after.keys()])) {
          if (change.has(key)) continue;
          assert.deepEqual(after.get(key), before.get(key), key);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the document of a URI, and says nothing of others', () => {
    const document = documentOf('file:///a.md', [entryOf(0, 'Alpha')]);
    const library = libraryOf([document]);
    assert.equal(library.document('file:///a.md'), document);
    assert.equal(library.document('file:///b.md'), undefined);
    assert.deepEqual([...library.remove('file:///b.md')], []);
    assert.equal(library.size, 1);
  });

  it('does not list papers that are only mentioned, and knows where', () => {
    const library = libraryOf([
      { uri: 'file:///note.md', mentions: [mentionOf('2401.00001', 3)], problems: [] },
    ]);
    assert.equal(library.size, 0);
    assert.ok(!library.has('arxiv:2401.00001'));
    assert.equal(library.paper('arxiv:2401.00001'), undefined);
    assert.equal(library.mentions('arxiv:2401.00001')[0]?.mention.range.startLine, 3);
    assert.deepEqual(library.mentions('arxiv:2401.00002'), []);
  });
});

describe('an entry without an id', () => {
  const dump1 = documentOf('file:///trending.txt', [entryOf(0, 'Alpha'), entryOf(1, 'Beta')]);
  const daily = documentOf('file:///daily.md', [entryOf(0, 'ALPHA', { id: '2401.00002' })]);
  const earlier = documentOf('file:///earlier.md', [entryOf(0, 'alpha', { id: '2401.00001' })]);
  const title: PaperKey = 'title:alpha';

  it('stands alone while no digest gives its id', () => {
    const library = libraryOf([dump1]);
    assert.equal(library.size, 2);
    assert.equal(library.paper(title)?.key, title);
  });

  it('joins the paper of its title when a digest gives the id, and leaves it with the digest', () => {
    const library = libraryOf([dump1]);
    const joined = library.replace(daily);
    assert.ok(joined.has(title) && joined.has('arxiv:2401.00002'));
    assert.equal(library.size, 2);
    assert.equal(library.paper(title)?.key, 'arxiv:2401.00002');
    assert.equal(library.paper('arxiv:2401.00002')?.occurrences.length, 2);
    assert.equal(library.paper('arxiv:2401.00002')?.title, 'ALPHA');
    assert.ok(![...library.keys()].includes(title));

    const left = library.remove(daily.uri);
    assert.ok(left.has(title) && left.has('arxiv:2401.00002'));
    assert.equal(library.paper(title)?.key, title);
    assert.equal(library.paper('arxiv:2401.00002'), undefined);
  });

  it('belongs to the smallest key where two papers have its title', () => {
    const library = libraryOf([daily, dump1, earlier]);
    assert.equal(library.paper(title)?.key, 'arxiv:2401.00001');
    assert.equal(library.paper('arxiv:2401.00001')?.occurrences.length, 2);
    assert.equal(library.paper('arxiv:2401.00002')?.occurrences.length, 1);
    library.remove(earlier.uri);
    assert.equal(library.paper(title)?.key, 'arxiv:2401.00002');
    assert.equal(library.paper('arxiv:2401.00002')?.occurrences.length, 2);
  });

  it('leads to the mentions of the paper that it belongs to', () => {
    const note = { uri: 'file:///note.md', mentions: [mentionOf('2401.00002')], problems: [] };
    const library = libraryOf([dump1, daily, note]);
    assert.equal(library.mentions(title).length, 1);
    library.remove(daily.uri);
    assert.equal(library.mentions(title).length, 0);
  });
});
