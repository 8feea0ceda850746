import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestEntry } from '../../../src/core/digest.js';
import { newestDay } from '../../../src/core/marks/newestDay.js';
import { newestPapers } from '../../../src/core/newestPapers.js';
import { digestsByDay } from '../../../src/core/trends/datedDigests.js';
import { digestCount, onlyInTwins, readPlaces, Twins } from '../../../src/core/twins.js';
import { documentOf, entryOf } from '../support/documents.js';
import { libraryOf, groups } from './twinGroups.js';

const day = '2026-02-12';
const md = `file:///library/to_md/${day}.md`;
const jsonl = `file:///library/data/${day}.jsonl`;
const enhanced = `file:///library/data/${day}_AI_enhanced_Chinese.jsonl`;

function numbered(count: number, first = 1, facts: Partial<DigestEntry> = {}): DigestEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `2602.${String(first + at).padStart(5, '0')}`;
    return { ...entryOf(at, `Title ${id}`, { id, category: 'cs.LG' }), ...facts };
  });
}

describe('the digest of a day and its data', () => {
  const text = documentOf(md, numbered(10), day);
  const data = documentOf(jsonl, numbered(12, 1, { crossLists: ['cs.CL', 'cs.LG'] }), day);

  it('are one digest with two sources, in whatever folders they lie', () => {
    for (const library of [libraryOf(text, data), libraryOf(data, text)]) {
      assert.deepEqual(groups(library), [`${md} + ${jsonl}`]);
      const paper = library.paper('arxiv:2602.00003');
      assert.ok(paper);
      assert.equal(digestCount(paper.occurrences), 1);
      assert.deepEqual(
        paper.occurrences.map(({ uri, twinOf }) => [uri, twinOf]),
        [
          [md, undefined],
          [jsonl, md],
        ],
      );
      assert.deepEqual(
        readPlaces(paper.occurrences).map(({ uri }) => uri),
        [md],
      );
      assert.deepEqual(paper.crossLists, ['cs.CL']);
      assert.equal(paper.category, 'cs.LG');
    }
  });

  it('tell which papers only the data holds, and lead to them there', () => {
    const library = libraryOf(text, data);
    const joined = library.digestOf(jsonl);
    assert.equal(joined, library.digestOf(md));
    assert.ok(joined);
    assert.deepEqual(
      onlyInTwins(joined).map(({ id }) => id),
      ['2602.00011', '2602.00012'],
    );
    const lost = library.paper('arxiv:2602.00012');
    assert.deepEqual(
      readPlaces(lost?.occurrences ?? []).map(({ uri }) => uri),
      [jsonl],
    );
    assert.equal(digestCount(lost?.occurrences ?? []), 1);
  });

  it('are counted once: in trends, among the newest papers and the unread ones', () => {
    const library = libraryOf(data, text);
    assert.equal(digestsByDay(library).dated.get(day)?.length, 1);
    const keys = [...(newestDay(library)?.keys ?? [])];
    assert.equal(keys.length, 12);
    assert.deepEqual(keys.slice(-2), ['arxiv:2602.00011', 'arxiv:2602.00012']);
    const newest = newestPapers(library, 100);
    assert.equal(newest.length, 12);
    assert.equal(newest[0]?.place.uri, md);
    assert.equal(newest[11]?.place.uri, jsonl);
  });

  it('part when the data goes, and join again when it is back', () => {
    const library = libraryOf(text, data);
    const touched = library.remove(jsonl);
    assert.ok(touched.has('arxiv:2602.00003'));
    assert.deepEqual(groups(library), [md]);
    assert.deepEqual(library.paper('arxiv:2602.00003')?.crossLists, undefined);
    assert.deepEqual(library.crossListings.of('arxiv:2602.00003'), []);
    assert.equal(library.has('arxiv:2602.00012'), false);
    library.replace(data);
    assert.deepEqual(groups(library), [`${md} + ${jsonl}`]);
    assert.deepEqual(library.crossListings.of('arxiv:2602.00003'), ['cs.CL']);
  });

  it('part when the digest goes: the data stands for itself, and its papers are told anew', () => {
    const library = libraryOf(text, data);
    const touched = library.remove(md);
    assert.ok(touched.has('arxiv:2602.00012'));
    assert.deepEqual(groups(library), [jsonl]);
    assert.equal(library.paper('arxiv:2602.00003')?.occurrences[0]?.twinOf, undefined);
  });

  it('part when one is written anew as of another day', () => {
    const library = libraryOf(text, data);
    library.replace(documentOf(jsonl, numbered(12), '2026-02-11'));
    assert.deepEqual(groups(library), [jsonl, md]);
    library.replace(data);
    assert.equal(groups(library).length, 1);
  });

  it('may be more: raw data, and data with texts of a model, which come first', () => {
    const raw = documentOf(jsonl, numbered(12), day);
    const withTexts = documentOf(enhanced, numbered(12), day);
    const rawDigest = { ...raw, digest: { ...raw.digest!, labels: [] } };
    assert.deepEqual(groups(libraryOf(rawDigest, text, withTexts)), [
      `${md} + ${enhanced} + ${jsonl}`,
    ]);
    assert.deepEqual(groups(libraryOf(rawDigest, withTexts)), [`${enhanced} + ${jsonl}`]);
  });

  it('are not joined when they share too little, or no day', () => {
    for (const other of [
      documentOf(jsonl, numbered(12, 7), day),
      documentOf(jsonl, numbered(50), day),
      documentOf(jsonl, numbered(12), '2026-02'),
      documentOf(jsonl, numbered(12)),
      documentOf('file:///library/zh/2026-02-12.md', numbered(10), day),
      documentOf(jsonl, [], day),
    ]) {
      assert.equal(groups(libraryOf(text, other)).length, 2, other.uri);
    }
  });

  it('are joined when either is cut off', () => {
    for (const cut of [numbered(5), numbered(3), numbered(40)]) {
      const library = libraryOf(text, documentOf(jsonl, cut, day));
      assert.equal(groups(library).length, 1, String(cut.length));
    }
  });

  it('go with the digest that they share most with; of equals, with that of their folder', () => {
    const near = documentOf(`file:///library/data/zh-${day}.md`, numbered(10), day);
    assert.deepEqual(groups(libraryOf(text, near, data)), [`${near.uri} + ${jsonl}`, md]);
    const less = documentOf(near.uri, numbered(8), day);
    assert.deepEqual(groups(libraryOf(text, less, data)), [near.uri, `${md} + ${jsonl}`]);
  });

  it('cost a year of large days next to nothing', () => {
    const twins = new Twins();
    const size = 600;
    const times: number[] = [];
    for (let at = 0; at < 365; at++) {
      const date = new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
      const entries = numbered(size, (at * size) % 90_000);
      for (const ending of ['md', 'jsonl']) {
        const document = documentOf(`file:///library/${date}.${ending}`, entries, date);
        const started = performance.now();
        twins.put(document);
        times.push(performance.now() - started);
      }
    }
    assert.equal([...twins.digests.all()].length, 365);
    // A tenth of a millisecond in a quiet machine.
    const slow = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
    assert.ok(slow < 16, `${slow} ms`);
  });
});
