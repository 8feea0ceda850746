import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { daysOf, entriesOn } from '../../../src/core/entryDays.js';
import { newestDay } from '../../../src/core/marks/newestDay.js';
import { Library } from '../../../src/core/library.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { PaperTree } from '../../../src/core/paperTree.js';
import { digestsByDay } from '../../../src/core/trends/datedDigests.js';
import { documentOf, documents, entryOf } from '../support/documents.js';

describe('the days of a digest', () => {
  it('part its entries, each of which has one', () => {
    fc.assert(
      fc.property(documents, ({ digest }) => {
        if (!digest || digest.entries.length === 0) return;
        const parts = Array.from(daysOf(digest).keys(), (day) => {
          const part = entriesOn(digest, day);
          assert.ok(part.length > 0, day);
          for (const entry of part) assert.equal(entry.day ?? digest.date?.value ?? '', day);
          return part;
        });
        assert.deepEqual(new Set(parts.flat()), new Set(digest.entries));
        assert.equal(parts.flat().length, digest.entries.length);
      }),
    );
  });

  it('are known as exactly as they are told', () => {
    const month = documentOf('file:///a.md', [entryOf(0, 'Alpha')], '2026-02');
    const table = documentOf(
      'file:///b.md',
      [entryOf(0, 'Alpha', { day: '2026-02-11' }), entryOf(1, 'Beta')],
      '2026-02',
    );
    assert.deepEqual([...daysOf(month.digest ?? assert.fail())], [['2026-02', 'month']]);
    assert.deepEqual(
      [...daysOf(table.digest ?? assert.fail())],
      [
        ['2026-02-11', 'day'],
        ['2026-02', 'month'],
      ],
    );
  });

  it('make the rows of the newest day the newest papers, and count on their own days', () => {
    const library = new Library();
    const rows = [
      entryOf(0, 'Alpha', { id: '2602.00001', day: '2026-02-12' }),
      entryOf(1, 'Beta', { id: '2602.00002', day: '2026-02-11' }),
    ];
    library.replace(documentOf('file:///table.md', rows, '2026-02-13'));
    const newest = newestDay(library);
    assert.deepEqual(
      [newest?.day, [...(newest?.keys ?? [])]],
      ['2026-02-12', ['arxiv:2602.00001']],
    );
    const { dated, undated } = digestsByDay(library);
    assert.deepEqual([...dated.keys()].sort(), ['2026-02-11', '2026-02-12']);
    assert.equal(undated, 0);
  });

  it('are those that the tree lists its rows under', () => {
    const library = new Library();
    const rows = [
      entryOf(0, 'Alpha', { id: '2602.00011', category: 'cs.CV', day: '2026-02-12' }),
      entryOf(1, 'Beta', { id: '2602.00012', category: 'cs.CV' }),
      entryOf(2, 'Gamma', { id: '2601.00013', category: 'cs.CV', day: '2026-01-30' }),
    ];
    library.replace(documentOf('file:///table.md', rows, '2026-02-13'));
    const listed = (filter?: ReadonlySet<PaperKey>) => {
      const tree = new PaperTree(library, 'date', filter);
      return tree.roots().flatMap((month) =>
        tree.children(month).map((day) => {
          const name = day.kind === 'day' ? day.day : day.kind;
          return [month.id, name, ...tree.keysBelow(day)].join(' ');
        }),
      );
    };
    assert.deepEqual(listed(), [
      'month/2026-02 2026-02-13 arxiv:2602.00012',
      'month/2026-02 2026-02-12 arxiv:2602.00011',
      'month/2026-01 2026-01-30 arxiv:2601.00013',
    ]);
    assert.deepEqual(listed(new Set(['arxiv:2601.00013'])), [
      'month/2026-01 2026-01-30 arxiv:2601.00013',
    ]);
  });

  it('count a file that was read in parts once in a month', () => {
    const library = new Library();
    const file = 'file:///arxiv.json';
    for (const [part, day] of ['2026-02-11', '2026-02-12'].entries()) {
      const rows = [entryOf(part, `Paper ${part}`, { id: `2602.0000${part + 1}`, day })];
      library.replace({ ...documentOf(`${file}#${part}`, rows), part: { of: file } });
    }
    const [month] = new PaperTree(library, 'date', undefined).roots();
    assert.deepEqual(month?.kind === 'month' && [month.month, month.count], ['2026-02', 1]);
  });
});
