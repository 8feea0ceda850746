import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeLock } from '../../../src/host/fileLock.js';
import { MarksRefusal } from '../../../src/host/marksRefusal.js';
import { thisMachine } from '../../../src/host/thisMachine.js';

const limits = { silence: 200, patience: 600 };

describe('The lock of a file of marks', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-lock-'));
    file = path.join(folder, 'state.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The claim of a window of another machine, unless told otherwise. */
  const claimOf = (machine = '0123abcd', pid = process.pid): string => {
    const claim = `${file}.${pid}-${machine}-0123456789ab.lock`;
    writeFileSync(claim, 'x');
    return claim;
  };
  const touched = (claim: string): NodeJS.Timeout =>
    setInterval(() => existsSync(claim) && utimesSync(claim, new Date(), new Date()), 20);

  it('is given to one after the other', async () => {
    let inside = 0;
    const use = async () => {
      const claim = await takeLock(file);
      assert.equal(++inside, 1, 'alone');
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
      await claim.giveBack();
    };
    await Promise.all(Array.from({ length: 20 }, use));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken at once from a program of this machine that has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const claim = claimOf(await thisMachine(), pid);
    const began = performance.now();
    const own = await takeLock(file);
    assert.ok(performance.now() - began < 5000, 'without waiting for its beat');
    assert.ok(!existsSync(claim));
    await own.giveBack();
  });

  it('is taken from a window elsewhere that is silent, whatever the clock says', async () => {
    const claim = claimOf();
    const future = new Date(Date.now() + 3_600_000);
    utimesSync(claim, future, future);
    const { now } = Date;
    const asked = takeLock(file, limits);
    Date.now = () => now() - 600_000;
    try {
      await (await asked).giveBack();
    } finally {
      Date.now = now;
    }
    assert.ok(!existsSync(claim));
  });

  it('is not taken from one that lives, and the wait ends', async () => {
    const claim = claimOf();
    const touching = touched(claim);
    try {
      const began = performance.now();
      // Longer than the windows' own beats, which they see of each other.
      const patient = { ...limits, silence: 10_000 };
      const asked = Array.from({ length: 6 }, () => takeLock(file, patient));
      for (const result of await Promise.allSettled(asked)) {
        assert.ok(result.status === 'rejected' && result.reason instanceof MarksRefusal);
        assert.deepEqual(result.reason.reason, { kind: 'locked', path: claim });
      }
      assert.ok(performance.now() - began < 5 * limits.patience, 'all have the same patience');
    } finally {
      clearInterval(touching);
    }
    assert.deepEqual(readdirSync(folder), [path.basename(claim)], 'nothing is left behind');
  });

  it('is not kept by a folder, nor by a file that no window can have made', async () => {
    mkdirSync(`${file}.1-0123abcd-0123456789ab.lock`);
    truncateSync(claimOf(), 4_000_000_000);
    const began = performance.now();
    await (await takeLock(file)).giveBack();
    assert.ok(performance.now() - began < 5000, 'without waiting');
  });

  it('is not waited for behind a file that has taken the last place', async () => {
    const claim = claimOf();
    truncateSync(claim, 1_000_000);
    const last = (error: unknown) =>
      error instanceof MarksRefusal && error.reason.kind === 'locked';
    await assert.rejects(takeLock(file, limits), last);
    assert.deepEqual(readdirSync(folder), [path.basename(claim)]);
  });

  it('is asked for anew by a window that others have taken for dead', async () => {
    const first = await takeLock(file);
    const asked = takeLock(file);
    const isFirst = (name: string) => path.join(folder, name) === first.path;
    while (readdirSync(folder).filter((name) => !isFirst(name)).length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const name of readdirSync(folder)) {
      if (!isFirst(name)) rmSync(path.join(folder, name));
    }
    await first.giveBack();
    const second = await asked;
    assert.ok(await second.isThere());
    await second.giveBack();
  });
});
