import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { differenceOf, MarkHistory, type Step } from '../../../src/core/marks/history.js';
import { noMark, type Mark } from '../../../src/core/marks/mark.js';
import { idsOfDay } from './support.js';
import { changes } from './support.js';

const [key] = idsOfDay(1) as ['arxiv:2602.12000'];

describe('Steps of marks', () => {
  it('lead back to where they began, and forward again', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), (made) => {
        const history = new MarkHistory();
        let mark: Mark = noMark;
        const apply = (step: Step | undefined) => {
          for (const change of step ?? []) mark = { ...mark, ...differenceOf(change) };
        };
        for (const change of made) {
          const before = mark;
          const after = { ...mark, ...change };
          mark = after;
          history.add([{ key, before, after }]);
        }
        const end = mark;
        for (let at = 0; at < made.length; at++) apply(history.undo());
        assert.deepEqual(mark, noMark);
        assert.equal(history.undo(), undefined);
        for (let at = 0; at < made.length; at++) apply(history.redo());
        assert.deepEqual(mark, end);
        assert.equal(history.redo(), undefined);
      }),
    );
  });

  it('take back no more than they did', () => {
    const history = new MarkHistory();
    history.add([{ key, before: noMark, after: { ...noMark, starred: true } }]);
    const [change] = history.undo() ?? [];
    assert.ok(change);
    assert.deepEqual(differenceOf(change), { starred: false });
  });

  it('cannot be made again once something else was done', () => {
    const history = new MarkHistory();
    const step = [{ key, before: noMark, after: { ...noMark, muted: true } }];
    history.add(step);
    history.undo();
    history.add(step);
    assert.equal(history.redo(), undefined);
  });
});
