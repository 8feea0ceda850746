import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isSameMark, noMark } from '../../../src/core/marks/mark.js';
import {
  emptyRecord,
  markOf,
  mergeRecords,
  withChange,
  type PaperRecord,
} from '../../../src/core/marks/paperRecord.js';
import { readRecord, recordLine } from '../../../src/core/marks/recordLine.js';
import { changes, records } from './support.js';

const key = 'arxiv:2602.12257';
const now = 1_770_000_000_000;

/** What is written of a record: the same for the same. */
const line = (record: PaperRecord) => recordLine(key, record);

describe('Two records of one paper', () => {
  it('merge to the same whichever comes first', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        assert.equal(line(mergeRecords(a, b)), line(mergeRecords(b, a)));
      }),
    );
  });

  it('merge to the same in whatever groups', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const left = mergeRecords(mergeRecords(a, b), c);
        assert.equal(line(left), line(mergeRecords(a, mergeRecords(b, c))));
      }),
    );
  });

  it('merge to what they are when they are the same', () => {
    fc.assert(fc.property(records, (a) => assert.equal(line(mergeRecords(a, a)), line(a))));
  });

  it('are the same when one was written and read again', () => {
    fc.assert(
      fc.property(records, (record) => {
        const written = line(record);
        const back = written === undefined ? emptyRecord : readRecord(written)?.record;
        assert.ok(back);
        assert.equal(line(back), written);
        assert.deepEqual(markOf(back), markOf(record));
      }),
    );
  });

  it('keep what both sides have done', () => {
    const base = withChange(emptyRecord, { progress: 'seen', tags: ['old'] }, now);
    const mine = withChange(base, { starred: true, tags: ['mine', 'old'] }, now + 10);
    const theirs = withChange(base, { progress: 'read', tags: ['theirs'] }, now + 5);
    assert.deepEqual(markOf(mergeRecords(mine, theirs)), {
      ...{ progress: 'read', starred: true, muted: false, note: '' },
      tags: ['mine', 'theirs'],
    });
  });

  it('do not lose that one was read to a later look at the other', () => {
    const read = withChange(emptyRecord, { progress: 'read' }, now);
    const seen = withChange(emptyRecord, { progress: 'seen' }, now + 1000);
    assert.equal(markOf(mergeRecords(read, seen)).progress, 'read');
  });

  it('do not bring back what was taken away since', () => {
    const starred = withChange(emptyRecord, { starred: true, tags: ['a'], note: 'n' }, now);
    const taken = withChange(starred, { starred: false, tags: [], note: '' }, now + 1);
    assert.ok(isSameMark(markOf(mergeRecords(taken, starred)), noMark));
  });
});

describe('A change of a mark', () => {
  it('counts, whatever came before and whatever the clock says', () => {
    fc.assert(
      fc.property(records, changes, fc.constantFrom(0, now, 2 * now), (record, change, at) => {
        const before = markOf(record);
        assert.deepEqual(markOf(withChange(record, change, at)), { ...before, ...change });
      }),
    );
  });

  it('outranks the older record that it was made of', () => {
    fc.assert(
      fc.property(records, changes, (record, change) => {
        const changed = withChange(record, change, 0);
        assert.equal(line(mergeRecords(record, changed)), line(changed));
      }),
    );
  });
});

describe('A line of the file', () => {
  it('is short and readable', () => {
    const record = withChange(emptyRecord, { starred: true, tags: ['survey'] }, now);
    assert.equal(
      line(record),
      '{"paper":"arxiv:2602.12257","starred":"2026-02-02T02:40:00.000Z","tags":{"survey":"2026-02-02T02:40:00.000Z"}}',
    );
  });

  it('may be written by hand', () => {
    const text =
      '{"paper":"doi:10.1/x","starred":true,"read":"2026-02-14","tags":["b","a"],"note":"x"}';
    const read = readRecord(text);
    assert.equal(read?.key, 'doi:10.1/x');
    assert.deepEqual(markOf(read.record), {
      ...{ progress: 'read', starred: true, muted: false, note: 'x' },
      tags: ['a', 'b'],
    });
  });

  it('keeps what it does not know, and what it cannot read', () => {
    const text = `{"paper":"${key}","seen":"2026-02-14T00:00:00.000Z","muted":"soon","rating":{"stars":3}}`;
    const read = readRecord(text);
    assert.ok(read);
    assert.equal(markOf(read.record).muted, false);
    assert.equal(line(read.record), text);
  });

  it('that tells of no paper is none', () => {
    for (const text of ['', 'x', '[]', 'null', '{}', '{"paper":7}', '{"paper":"isbn:7"}', '{"pa']) {
      assert.equal(readRecord(text), undefined, text);
    }
  });
});
