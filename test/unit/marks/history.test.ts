import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { History } from '../../../src/core/marks/history.js';
import { differenceOf, reversed, type MarkChange } from '../../../src/core/marks/markChange.js';
import { noMark, type Mark } from '../../../src/core/marks/mark.js';
import { changes, idsOfDay } from './support.js';

const [key] = idsOfDay(1) as ['arxiv:2602.12000'];

describe('What was done to marks', () => {
  it('leads back to where it began, and forward again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { maxLength: 8 }), async (made) => {
        const history = new History();
        let mark: Mark = noMark;
        const apply = (change: MarkChange) => {
          mark = { ...mark, ...differenceOf(change) };
          return Promise.resolve();
        };
        for (const change of made) {
          const done = { key, before: mark, after: { ...mark, ...change } };
          mark = done.after;
          history.add({ undo: () => apply(reversed(done)), redo: () => apply(done) });
        }
        const end = mark;
        for (let at = 0; at < made.length; at++) assert.ok(await history.undo());
        assert.deepEqual(mark, noMark);
        assert.ok(!(await history.undo()));
        for (let at = 0; at < made.length; at++) assert.ok(await history.redo());
        assert.deepEqual(mark, end);
        assert.ok(!(await history.redo()));
      }),
    );
  });

  it('is taken back, and no more than that', () => {
    const change = { key, before: noMark, after: { ...noMark, starred: true } };
    assert.deepEqual(differenceOf(reversed(change)), { starred: false });
  });

  it('cannot be done again once something else was done', async () => {
    const history = new History();
    const nothing = () => Promise.resolve();
    history.add({ undo: nothing, redo: nothing });
    await history.undo();
    history.add({ undo: nothing, redo: nothing });
    assert.ok(!(await history.redo()));
  });
});
