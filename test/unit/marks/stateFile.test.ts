import fc from 'fast-check';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { emptyRecord, markOf, withChange } from '../../../src/core/marks/paperRecord.js';
import { emptyState, isStateFile, type MarksState } from '../../../src/core/marks/stateFile.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { idsOfDay, read, records, textOf } from './support.js';

const starred = withChange(emptyRecord, { starred: true }, 1_770_000_000_000);
const line = (key: string) => `{"paper":"${key}","starred":"2026-02-02T02:40:00.000Z"}`;

function stateOf(keys: readonly PaperKey[]): MarksState {
  return { ...emptyState(), records: new Map(keys.map((key) => [key, starred])) };
}

const states = fc
  .array(fc.tuple(fc.constantFrom(...idsOfDay(6)), records), { maxLength: 6 })
  .map((pairs): MarksState => ({ ...emptyState(), records: new Map(pairs) }));

describe('A file of marks', () => {
  it('is read as it was written, wherever its pieces end', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 15_000, max: 16_400 }), (state, length) => {
        const text = `# ${'x'.repeat(length)}\n${textOf(state)}`;
        assert.equal(textOf(read(text)), text);
      }),
    );
  });

  it('merges by laying two files one behind the other, whichever comes first', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const both = textOf(a) + textOf(b);
        assert.equal(textOf(read(both)), textOf(read(textOf(b) + textOf(a))));
        assert.equal(textOf(read(both + textOf(a))), textOf(read(both)));
      }),
    );
  });

  it('has its lines in an order that does not depend on when papers were marked', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(idsOfDay(40), { minLength: 40 }), (keys) => {
        assert.equal(textOf(stateOf(keys)), textOf(stateOf(idsOfDay(40))));
      }),
    );
  });

  it('has papers of one day far apart', () => {
    const lines = textOf(stateOf(idsOfDay(400)))
      .trim()
      .split('\n');
    const numbers = lines.map((text) => Number(/2602\.(\d+)/.exec(text)?.[1]));
    const near = numbers.filter((number, at) => Math.abs(number - (numbers[at - 1] ?? 0)) < 10);
    assert.equal(lines.length, 400);
    assert.deepEqual(near, []);
  });

  it('has each line where it was when others come to it', () => {
    const before = textOf(stateOf(idsOfDay(50))).split('\n');
    const after = textOf(stateOf(idsOfDay(90, 11_990))).split('\n');
    assert.deepEqual(
      after.filter((text) => before.includes(text)),
      before,
    );
  });

  it('keeps remarks, broken lines and what a newer version wrote', () => {
    const others = [
      '# Our reading group',
      '{"version":7}',
      '{"paper":"arxiv:2602.1',
      '{"paper":"isbn:1","read":true}',
    ];
    const key = 'arxiv:2602.00001';
    const state = read(`${others[0]}\n${line(key)}\n${others.slice(1).join('\n')}\n`);
    assert.deepEqual([...state.records.keys()], [key]);
    assert.equal(textOf(state), [...others, line(key), ''].join('\n'));
    assert.equal(textOf(read(textOf(state))), textOf(state));
  });

  it('reads both sides of a conflict, and leaves its markers out', () => {
    const [a, b, c] = idsOfDay(3) as [PaperKey, PaperKey, PaperKey];
    const text = [
      '<<<<<<< HEAD',
      line(a),
      '||||||| 1234567',
      '=======',
      line(b),
      '>>>>>>> other',
      line(c),
    ];
    const state = read(text.join('\r\n'));
    assert.deepEqual([...state.records.keys()].sort(), [a, b, c]);
    assert.deepEqual(state.others, []);
  });

  it('reads a file with a byte order mark and without a last line end', () => {
    const state = read(`\uFEFF${line('arxiv:2602.00001')}`);
    assert.equal(markOf(state.records.get('arxiv:2602.00001') ?? emptyRecord).starred, true);
    assert.deepEqual(state.others, []);
  });

  it('is told from files that are something else', () => {
    assert.ok(isStateFile(read('')));
    assert.ok(isStateFile(read('# marks of the lab\n')));
    assert.ok(isStateFile(read(`export PATH=x\n${line('arxiv:2602.00001')}\n`)));
    assert.ok(!isStateFile(read('# .bashrc\nexport PATH=x\n')));
    assert.ok(!isStateFile(read('{"a":\n')));
  });
});
