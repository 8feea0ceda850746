import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { DigestEntry } from '../../../src/core/digest.js';
import { mergeBodies, mergePaper } from '../../../src/core/mergePaper.js';
import type { AiField, EntryBody, Occurrence } from '../../../src/core/paper.js';
import { newestKeysFirst } from '../../../src/core/paperOrder.js';
import { dateOf, entryOf } from '../support/documents.js';

const id = '2401.00001';
const key = `arxiv:${id}` as const;

function occurrence(
  date: string | undefined,
  entry: DigestEntry,
  uri = 'file:///a.md',
): Occurrence {
  return {
    uri,
    format: 'daily',
    labels: [],
    ...(date !== undefined && { date: dateOf(date) }),
    entry,
  };
}

function merge(...occurrences: Occurrence[]) {
  const paper = mergePaper(key, occurrences);
  assert.ok(paper);
  return paper;
}

describe('what several digests say of a paper', () => {
  it('is nothing without digests', () => assert.equal(mergePaper(key, []), undefined));

  it('has the title and the authors of the newest', () => {
    const paper = merge(
      occurrence('2026-02-12', entryOf(0, 'Old', { id, authors: ['A'] })),
      occurrence('2026-02-14', entryOf(0, 'New', { id, authors: ['A', 'B'] })),
      occurrence('2026-02-13', entryOf(0, 'Middle', { id, authors: ['A', 'C'] })),
    );
    assert.equal(paper.title, 'New');
    assert.deepEqual(paper.authors, ['A', 'B']);
    assert.deepEqual(
      paper.occurrences.map(({ date }) => date?.value),
      ['2026-02-14', '2026-02-13', '2026-02-12'],
    );
  });

  it('has the cross-lists of the newest that tells any, without its primary category', () => {
    const paper = merge(
      occurrence('2026-02-12', entryOf(0, 'T', { id, category: 'cs.AI', crossLists: ['cs.LG'] })),
      occurrence(
        '2026-02-13',
        entryOf(0, 'T', { id, category: 'cs.LG', crossLists: ['cs.CL', 'stat.ML'] }),
      ),
      occurrence('2026-02-14', entryOf(0, 'T', { id, category: 'stat.ML' })),
    );
    assert.equal(paper.category, 'stat.ML');
    assert.deepEqual(paper.crossLists, ['cs.CL']);
    const [alone] = paper.occurrences;
    assert.ok(alone);
    assert.equal(merge(alone).crossLists, undefined);
  });

  it('comes from a digest before its data, whatever they are called', () => {
    const data = { ...occurrence('2026-02-12', entryOf(0, 'Data', { id }), 'file:///a.jsonl') };
    const paper = merge(
      { ...data, twinOf: 'file:///z.md' },
      occurrence('2026-02-12', entryOf(0, 'Read', { id }), 'file:///z.md'),
      occurrence('2026-02-12', entryOf(0, 'Other', { id }), 'file:///m.md'),
    );
    assert.deepEqual(
      paper.occurrences.map(({ uri }) => uri),
      ['file:///m.md', 'file:///z.md', 'file:///a.jsonl'],
    );
  });

  it('has the title of a digest that gives the id before one that does not', () => {
    const paper = merge(
      occurrence('2026-02-12', entryOf(0, 'With $x$', { id, authors: ['A'], category: 'cs.LG' })),
      occurrence('2026-02-14', entryOf(0, 'With x')),
    );
    assert.equal(paper.title, 'With $x$');
    assert.deepEqual(paper.authors, ['A']);
    assert.equal(paper.id, id);
    assert.equal(paper.category, 'cs.LG');
    assert.equal(paper.occurrences[0]?.entry.title, 'With x');
  });

  it('has the authors of the newest that names any', () => {
    const paper = merge(
      occurrence('2026-02-14', entryOf(0, 'New', { id })),
      occurrence('2026-02-13', entryOf(0, 'Middle', { id, authors: ['B'] })),
      occurrence('2026-02-12', entryOf(0, 'Old', { id, authors: ['A'] })),
    );
    assert.equal(paper.title, 'New');
    assert.deepEqual(paper.authors, ['B']);
  });

  it('has the category of the newest that gives one', () => {
    const paper = merge(
      occurrence('2026-02-12', entryOf(0, 'T', { id, category: 'cs.CV' })),
      occurrence('2026-02-13', entryOf(0, 'T', { id, category: 'cs.LG' })),
      occurrence('2026-02-14', entryOf(0, 'T', { id })),
    );
    assert.equal(paper.category, 'cs.LG');
    assert.equal(merge(occurrence(undefined, entryOf(0, 'T', { id }))).category, undefined);
  });

  it('has the highest version', () => {
    const paper = merge(
      occurrence('2026-02-12', entryOf(0, 'T', { id, version: 3 })),
      occurrence('2026-02-14', entryOf(0, 'T', { id, version: 2 })),
      occurrence('2026-02-13', entryOf(0, 'T', { id })),
    );
    assert.equal(paper.version, 3);
    assert.ok(!('version' in merge(occurrence('2026-02-12', entryOf(0, 'T', { id })))));
  });

  it('has a DOI where that is what the digests give', () => {
    const paper = mergePaper('doi:10.5555/a', [
      occurrence('2026-02-12', entryOf(0, 'T', { doi: '10.5555/a' })),
    ]);
    assert.equal(paper?.doi, '10.5555/a');
    assert.ok(!('id' in paper));
  });

  it('orders digests by day, then months, then those without a date, then by name and line', () => {
    const paper = merge(
      occurrence(undefined, entryOf(0, 'none', { id }), 'file:///a.md'),
      occurrence('2026-02', entryOf(0, 'month', { id }), 'file:///a.md'),
      occurrence('2026-02-01', entryOf(9, 'b 9', { id }), 'file:///b.md'),
      occurrence('2026-02-01', entryOf(3, 'b 3', { id }), 'file:///b.md'),
      occurrence('2026-02-01', entryOf(5, 'a 5', { id }), 'file:///a.md'),
    );
    assert.deepEqual(
      paper.occurrences.map(({ entry }) => entry.title),
      ['a 5', 'b 3', 'b 9', 'month', 'none'],
    );
  });

  it('is the same in whatever order they are read', () => {
    const occurrences = fc.uniqueArray(
      fc
        .record({
          date: fc.constantFrom(undefined, '2026-02', '2026-02-12', '2026-02-13'),
          uri: fc.constantFrom('file:///a.md', 'file:///b.md'),
          line: fc.nat(3),
          title: fc.constantFrom('A', 'B'),
          authors: fc.constantFrom([], ['Ada'], ['Ben']),
          category: fc.constantFrom(undefined, 'cs.LG', 'cs.CL'),
          version: fc.constantFrom(undefined, 1, 2),
          named: fc.boolean(),
        })
        .map(({ date, uri, line, title, authors, category, version, named }) =>
          occurrence(
            date,
            entryOf(line, title, {
              authors,
              ...(named && { id }),
              ...(category !== undefined && { category }),
              ...(version !== undefined && { version }),
            }),
            uri,
          ),
        ),
      { selector: ({ uri, entry }) => `${uri} ${entry.range.startLine}`, minLength: 1 },
    );
    fc.assert(
      fc.property(
        occurrences.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          // A document has one date: the first that the generator gave it.
          const dated = (list: readonly Occurrence[]) =>
            list.map(({ uri, entry }) =>
              occurrence(all.find((one) => one.uri === uri)?.date?.value, entry, uri),
            );
          assert.deepEqual(mergePaper(key, dated(shuffled)), mergePaper(key, dated(all)));
        },
      ),
    );
  });
});

describe('the texts of several digests', () => {
  const written = (label: string, text: string): AiField => ({ label, text });
  const failed = (label: string): AiField => ({ label, text: '', failed: true });

  it('are none without digests', () => assert.deepEqual(mergeBodies([]), { fields: [] }));

  it('are those of the newest', () => {
    const newest: EntryBody = {
      summary: written('TL;DR', 'new'),
      fields: [written('Method', 'new')],
      abstract: 'new',
    };
    const older: EntryBody = {
      summary: written('TL;DR', 'old'),
      fields: [written('Method', 'old'), written('Result', 'old')],
      abstract: 'old',
    };
    assert.deepEqual(mergeBodies([newest, older]), newest);
  });

  it('have the comment that any has, of which only data tells', () => {
    const read: EntryBody = { fields: [], abstract: 'new' };
    const data: EntryBody = { fields: [], abstract: 'raw', comment: '12 pages' };
    assert.deepEqual(mergeBodies([read, data]), { ...read, comment: '12 pages' });
  });

  it('are the next digest’s where the newest failed, one by one', () => {
    assert.deepEqual(
      mergeBodies([
        { summary: failed('TL;DR'), fields: [failed('Method'), written('Result', 'new')] },
        { fields: [failed('Method')], abstract: 'middle' },
        { summary: written('TL;DR', 'old'), fields: [written('Method', 'old')], abstract: 'old' },
      ]),
      {
        summary: written('TL;DR', 'old'),
        fields: [written('Method', 'old'), written('Result', 'new')],
        abstract: 'middle',
      },
    );
  });

  it('are the next digest’s in its own language where all fields of the newest failed', () => {
    const older = { summary: written('一句话总结', '旧'), fields: [written('方法', '旧')] };
    assert.deepEqual(
      mergeBodies([{ summary: failed('TL;DR'), fields: [failed('Method')] }, older]),
      older,
    );
  });

  it('are completed from the next digest of the same labels where the newest is cut off', () => {
    const field = (label: string, text: string): AiField => ({ label, text });
    const cut: EntryBody = { fields: [field('Motivation', 'new')] };
    const whole: EntryBody = { fields: [field('Motivation', 'old'), field('Method', 'old')] };
    const other: EntryBody = { fields: [field('Background', 'b'), field('Data', 'd')] };
    assert.deepEqual(mergeBodies([cut, other, whole]).fields, [
      field('Motivation', 'new'),
      field('Method', 'old'),
    ]);
    assert.deepEqual(mergeBodies([cut, other]).fields, cut.fields);
  });

  it('say that they failed where all did', () => {
    const body = { summary: failed('TL;DR'), fields: [failed('Method')] };
    assert.deepEqual(mergeBodies([body, body]), body);
  });

  it('are the next digest’s where the newest has none, as a page of trending papers', () => {
    const daily = { summary: written('TL;DR', 'text'), fields: [written('Method', 'text')] };
    assert.deepEqual(mergeBodies([{ fields: [], abstract: 'a' }, daily]), {
      ...daily,
      abstract: 'a',
    });
  });
});

describe('papers in a list', () => {
  it('are in the order of their ids, the newest first, titles last', () => {
    const ordered = [
      'arxiv:2602.10000',
      'arxiv:2602.09999',
      'arxiv:2512.20000',
      'arxiv:1501.00001',
      'arxiv:1412.9999',
      'arxiv:0704.0002',
      'arxiv:0704.0001',
      'arxiv:math/0703999',
      'arxiv:hep-th/0001001',
      'arxiv:hep-th/9901002',
      'arxiv:cs/9901001',
      'arxiv:hep-th/9901001',
      'arxiv:hep-th/9108002',
      'doi:10.5555/a',
      'title:alpha',
      'title:beta',
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...ordered], { minLength: ordered.length }), (keys) => {
        assert.deepEqual(newestKeysFirst(keys), ordered);
      }),
    );
  });
});
