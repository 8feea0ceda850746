import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { noFilter } from '../../../src/core/reading/rowFilter.js';
import { ListModel } from '../../../src/digestReader/listModel.js';
import type { ListRow, PageWords, PaperKey, RowMark } from '../../../src/digestReader/protocol.js';

const fresh: RowMark = { progress: 'new', starred: false, muted: false };
const muted: RowMark = { ...fresh, muted: true };

function rowsOf(...numbers: readonly number[]): ListRow[] {
  return numbers.map((at) => ({
    ...{ key: keyOf(at), title: `Paper ${at}`, authors: '', category: '' },
  }));
}

function keyOf(at: number): PaperKey {
  return `arxiv:2601.0000${at}`;
}

function tell(model: ListModel, list: number, total: number): void {
  const spec = { kind: 'starred' } as const;
  model.begin({ type: 'list', list, spec, title: '', words: {} as PageWords, total });
}

function give(model: ListModel, list: number, rows: readonly ListRow[], isLast: boolean): boolean {
  return model.takeRows({ type: 'rows', list, rows, marks: rows.map(() => fresh), isLast });
}

const shown = (model: ListModel): string[] =>
  model.filtered(noFilter).rows.map(({ title }) => title.slice(-1));

describe('The list of a page', () => {
  it('shows the first list as it comes', () => {
    const model = new ListModel();
    tell(model, 1, 3);
    assert.ok(give(model, 1, rowsOf(1), false));
    assert.deepEqual(shown(model), ['1']);
    assert.equal(model.total, 3);
    give(model, 1, rowsOf(2, 3), true);
    assert.deepEqual(shown(model), ['1', '2', '3']);
  });

  it('shows a later list when all of it is there', () => {
    const model = new ListModel();
    tell(model, 1, 2);
    give(model, 1, rowsOf(1, 2), true);
    tell(model, 2, 3);
    assert.equal(give(model, 2, rowsOf(3, 1), false), false);
    assert.deepEqual(shown(model), ['1', '2']);
    assert.ok(give(model, 2, rowsOf(2), true));
    assert.deepEqual(shown(model), ['3', '1', '2']);
  });

  it('drops parts of a list that another has followed', () => {
    const model = new ListModel();
    tell(model, 1, 2);
    give(model, 1, rowsOf(1), false);
    tell(model, 2, 1);
    assert.equal(give(model, 1, rowsOf(2), true), false);
    give(model, 2, rowsOf(3), true);
    assert.deepEqual(shown(model), ['3']);
  });

  it('is empty at once when the list is', () => {
    const model = new ListModel();
    tell(model, 1, 1);
    give(model, 1, rowsOf(1), true);
    tell(model, 2, 0);
    assert.deepEqual(shown(model), []);
  });

  it('hides a paper that is muted, and says which comes back', () => {
    const model = new ListModel();
    tell(model, 1, 2);
    give(model, 1, rowsOf(1, 2), true);
    assert.deepEqual(model.takeMarks([[keyOf(1), muted]]), {
      isFilteredAnew: true,
      back: undefined,
    });
    assert.deepEqual(shown(model), ['2']);
    assert.equal(model.filtered(noFilter).muted, 1);
    assert.equal(model.takeMarks([[keyOf(1), fresh]]).back, keyOf(1));
    assert.deepEqual(shown(model), ['1', '2']);
  });

  it('keeps a paper that is seen among the unread, until another filter is set', () => {
    const model = new ListModel();
    tell(model, 1, 2);
    give(model, 1, rowsOf(1, 2), true);
    model.takeMarks([[keyOf(1), { ...fresh, progress: 'seen' }]]);
    const unread = { ...noFilter, show: 'unread' } as const;
    assert.equal(model.filtered(unread).rows.length, 2);
    model.forgetKept();
    assert.equal(model.filtered(unread).rows.length, 1);
  });

  it('takes what was found for the text of the filter alone', () => {
    const model = new ListModel();
    tell(model, 1, 2);
    give(model, 1, rowsOf(1, 2), true);
    model.takeFound('abstract', [keyOf(2)]);
    assert.equal(model.filtered({ ...noFilter, text: 'abstract' }).rows.length, 1);
    assert.equal(model.filtered({ ...noFilter, text: 'abstracts' }).rows.length, 0);
  });
});
