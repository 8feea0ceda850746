import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mergePaper } from '../../../src/core/mergePaper.js';
import type { Occurrence, Paper } from '../../../src/core/paper.js';
import { seenBefore } from '../../../src/core/similar/seenBefore.js';
import { dateOf, entryOf } from '../support/documents.js';

function place(uri: string, date?: string, version?: number): Occurrence {
  const entry = entryOf(0, 'A Title', { id: '2602.12345', ...(version && { version }) });
  return { uri, format: 'daily', labels: [], entry, ...(date && { date: dateOf(date) }) };
}

function paperOf(...places: readonly Occurrence[]): Paper {
  const paper = mergePaper('arxiv:2602.12345', places);
  assert.ok(paper);
  return paper;
}

describe('whether digests told of a paper before', () => {
  const first = place('file:///1.md', '2026-02-10', 1);
  const second = place('file:///2.md', '2026-02-12', 2);
  const alsoSecond = place('file:///2-zh.md', '2026-02-12', 2);
  const third = place('file:///3.md', '2026-02-13', 3);

  it('is told by the days before, newest first', () => {
    const paper = paperOf(first, third, second);
    assert.deepEqual(seenBefore(paper, third).earlier, [second, first]);
    assert.deepEqual(seenBefore(paper, second).earlier, [first]);
    assert.deepEqual(seenBefore(paper, first).earlier, []);
  });

  it('counts a day once, and not the same day in another language', () => {
    const paper = paperOf(first, second, alsoSecond, third);
    assert.equal(seenBefore(paper, third).earlier.length, 2);
    assert.deepEqual(seenBefore(paper, alsoSecond).earlier, [first]);
  });

  it('does not know whether a day is before its month, or before no date at all', () => {
    const month = place('file:///m.md', '2026-02');
    const undated = place('file:///u.md');
    const paper = paperOf(first, month, undated);
    assert.deepEqual(seenBefore(paper, month).earlier, []);
    assert.deepEqual(seenBefore(paper, first).earlier, []);
    assert.deepEqual(seenBefore(paper, undated).earlier, []);
    const march = place('file:///n.md', '2026-03');
    assert.deepEqual(seenBefore(paperOf(first, month, march), march).earlier, [first, month]);
  });

  it('names the other versions', () => {
    const paper = paperOf(first, second, third);
    assert.deepEqual(seenBefore(paper, second).otherVersions, [1, 3]);
    assert.deepEqual(seenBefore(paperOf(first), first).otherVersions, []);
  });
});
