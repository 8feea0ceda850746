import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Digest } from '../../../src/core/digest.js';
import { JoinedDigests } from '../../../src/core/joinedDigests.js';

describe('digests by their days', () => {
  const digest = (date: string | undefined): Digest => ({
    ...{ format: 'made up', labels: [], entries: [] },
    ...(date !== undefined && {
      date: { value: date, precision: date.length === 7 ? 'month' : 'day', source: 'fileName' },
    }),
  });
  const of = (dates: Record<string, string | undefined>): JoinedDigests => {
    const digests = new JoinedDigests();
    for (const [uri, date] of Object.entries(dates)) {
      digests.set({ uri, digest: digest(date), twins: [] });
    }
    return digests;
  };
  const on = (digests: JoinedDigests, day: string): string[] =>
    Array.from(digests.on(day), ({ uri }) => uri).sort();

  it('have no newest day while none has a date', () => {
    assert.equal(of({}).newest, undefined);
    assert.equal(of({ a: undefined }).newest, undefined);
  });

  it('know the newest day, however it comes and goes', () => {
    const digests = of({ a: '2026-02-13', b: '2026-02', c: undefined });
    assert.deepEqual(digests.newest, { day: '2026-02-13', precision: 'day' });
    digests.set({ uri: 'd', digest: digest('2026-03'), twins: [] });
    assert.deepEqual(digests.newest, { day: '2026-03', precision: 'month' });
    digests.delete('d');
    assert.deepEqual(digests.newest, { day: '2026-02-13', precision: 'day' });
    digests.set({ uri: 'a', digest: digest('2026-01-01'), twins: [] });
    assert.deepEqual(digests.newest, { day: '2026-02', precision: 'month' });
  });

  it('are found by a day as long as they tell of it', () => {
    const digests = of({ a: '2026-02-13', b: '2026-02-13', c: undefined });
    assert.deepEqual(on(digests, '2026-02-13'), ['a', 'b']);
    assert.deepEqual(on(digests, ''), ['c']);
    digests.set({ uri: 'a', digest: digest('2026-02-14'), twins: [] });
    digests.delete('c');
    digests.delete('c');
    assert.deepEqual(on(digests, '2026-02-13'), ['b']);
    assert.deepEqual(on(digests, '2026-02-14'), ['a']);
    assert.deepEqual(on(digests, ''), []);
    assert.equal([...digests.all()].length, 2);
  });
});
