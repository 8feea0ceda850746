import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isLong, rounds } from '../support/rounds.js';
import { MarkingWindow, papersOf, starredIn, type MarkingEnd } from './markingWindow.js';
import { killSteps } from './orders.js';

describe('A file of marks, of which windows are killed and disks are slow', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-trial-'));
    file = path.join(folder, 'state.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const assertKept = (...ends: readonly MarkingEnd[]) => {
    const starred = starredIn(file);
    const lost = ends.flatMap(({ written }) => written).filter((key) => !starred.has(key));
    assert.deepEqual(lost, [], 'lost, though acknowledged');
    assert.deepEqual(
      ends.flatMap(({ failed }) => failed),
      [],
    );
  };

  it('keeps what is acknowledged, wherever a window is killed, and none of what that leaves', async () => {
    const ends: MarkingEnd[] = [];
    for (let round = 0; round < rounds(5, 200); round++) {
      const at = killSteps[round % killSteps.length];
      assert.ok(at);
      const papers = papersOf(round, 3);
      const nth = at === 'lock taken' || at === 'before unlocking' ? 3 : 2;
      const end = await new MarkingWindow({ file, papers, killed: { at, nth } }).end;
      assert.equal(end.signal, 'SIGKILL', at);
      ends.push(end);
      assertKept(...ends);
    }
    ends.push(await new MarkingWindow({ file, papers: papersOf(rounds(5, 200), 1) }).end);
    assertKept(...ends);
    assert.deepEqual(readdirSync(folder), ['state.jsonl']);
  });

  it('keeps what six windows write that have waited for a killed one', async () => {
    for (let round = 0; round < rounds(3, 60); round++) {
      const killed = { at: 'lock taken', nth: 1 } as const;
      const dead = await new MarkingWindow({ file, papers: papersOf(0, 1), killed }).end;
      assert.equal(dead.signal, 'SIGKILL');
      const windows = Array.from({ length: 6 }, (_, at) => {
        return new MarkingWindow({ file, papers: papersOf(at + 1 + 6 * round, 1), waits: true });
      });
      for (const window of windows) await window.said('ready');
      for (const window of windows) window.go();
      const ends = await Promise.all(windows.map(({ end }) => end));
      assertKept(...ends);
      assert.equal(ends.flatMap(({ written }) => written).length, 6);
    }
  });

  it('keeps what six windows write at once', async () => {
    for (let round = 0; round < rounds(1, 10); round++) {
      const count = rounds(8, 40);
      const windows = Array.from({ length: 6 }, (_, at) => {
        return new MarkingWindow({ file, papers: papersOf(at + 6 * round, count) });
      });
      assertKept(...(await Promise.all(windows.map(({ end }) => end))));
      assert.equal(starredIn(file).size, 6 * count * (round + 1));
    }
  });

  it('keeps what both windows write, though the disk of one takes long to rename', async () => {
    for (const renameMs of isLong ? [1000, 1900, 3000, 5000, 13_000] : [3000]) {
      for (let round = 0; round < rounds(1, 10); round++) {
        const slow = new MarkingWindow({ file, papers: papersOf(1, 1), renameMs });
        await slow.said('renaming');
        const other = new MarkingWindow({ file, papers: papersOf(2, 1) });
        assertKept(...(await Promise.all([slow.end, other.end])));
        rmSync(file);
      }
    }
  });

  it('does not wait for a folder with the name of a lock', async () => {
    mkdirSync(`${file}.1-0123abcd-0123456789ab.lock`);
    mkdirSync(`${file}.lock`);
    assertKept(await new MarkingWindow({ file, papers: papersOf(1, 1) }).end);
  });

  if (!isLong) return;

  it('keeps what a window writes that stood still for so long that it was taken for dead', async () => {
    const slow = new MarkingWindow({ file, papers: papersOf(1, 1), renameMs: 100 });
    await slow.said('renaming');
    slow.signal('SIGSTOP');
    const other = await new MarkingWindow({ file, papers: papersOf(2, 1) }).end;
    assertKept(other);
    slow.signal('SIGCONT');
    assertKept(await slow.end, other);
    assert.equal(starredIn(file).size, 2);
  });

  it('is told of, and not waited for, where another program holds it all the time', async () => {
    const claim = `${file}.1-0123abcd-0123456789ab.lock`;
    writeFileSync(claim, '');
    const touching = setInterval(() => utimesSync(claim, new Date(), new Date()), 500);
    const began = performance.now();
    const { written, failed } = await new MarkingWindow({ file, papers: papersOf(1, 1) }).end;
    clearInterval(touching);
    assert.ok(performance.now() - began < 25_000, 'within half a minute');
    assert.deepEqual(written, []);
    assert.match(failed.join(), /0123abcd-0123456789ab\.lock/);
  });
});
