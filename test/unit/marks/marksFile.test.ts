import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
  chmodSync,
  lstatSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mark } from '../../../src/core/marks/mark.js';
import { markOf } from '../../../src/core/marks/paperRecord.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { attributes, MarksWindow } from './marksWindow.js';
import { idsOfDay, read } from './support.js';

const [a, b, c] = idsOfDay(3) as [PaperKey, PaperKey, PaperKey];

let folder = '';
let file = '';

const open = (place = file) => MarksWindow.open(place);

function starredOnDisk(place = file): PaperKey[] {
  const { records } = read(readFileSync(place, 'utf8'));
  return [...records]
    .filter(([, record]) => markOf(record).starred)
    .map(([key]) => key)
    .sort();
}

describe('Marks on disk', () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-marks-'));
    file = path.join(folder, '.preprint', 'state.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are there in the next window', async () => {
    const window = await open();
    window.mark({ starred: true, note: 'Look at §3' }, a);
    window.mark({ progress: 'read' }, b);
    await window.file.flush();
    const next = await open();
    assert.equal(next.of(a).note, 'Look at §3');
    assert.equal(next.of(b).progress, 'read');
    assert.deepEqual(readdirSync(path.dirname(file)).sort(), ['.gitattributes', 'state.jsonl']);
  });

  it('are written without being asked for', async () => {
    const window = await open();
    window.mark({ starred: true }, a);
    while (window.file.unwritten.size > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(starredOnDisk(), [a]);
  });

  it('of two windows that write at the same time are all kept', async () => {
    const windows = await Promise.all(Array.from({ length: 4 }, () => open()));
    const keys = idsOfDay(200);
    const flushes: Promise<void>[] = [];
    for (const [at, key] of keys.entries()) {
      const window = windows[at % windows.length]!;
      window.mark({ starred: true }, key);
      if (at % 7 === 0) flushes.push(window.file.flush());
    }
    await Promise.all([...flushes, ...windows.map((window) => window.file.flush())]);
    assert.deepEqual(starredOnDisk(), keys);
  });

  it('of another window are merged with what is not written yet', async () => {
    const [one, other] = [await open(), await open()];
    one.mark({ starred: true }, a);
    await one.file.flush();
    other.mark({ tags: ['survey'] }, a);
    other.mark({ starred: true }, b);
    await other.file.reload();
    assert.deepEqual([other.of(a).starred, other.of(a).tags], [true, ['survey']]);
    assert.equal(other.of(b).starred, true);
    assert.ok(other.changed.has(a));
    await other.file.flush();
    await one.file.reload();
    assert.deepEqual([one.of(a).tags, one.of(b).starred], [['survey'], true]);
  });

  it('follow the file, as when git checks out another version', async () => {
    const window = await open();
    window.mark({ starred: true }, a);
    await window.file.flush();
    writeFileSync(file, `{"paper":"${b}","starred":true}\n`);
    await window.file.reload();
    assert.deepEqual([window.of(a).starred, window.of(b).starred], [false, true]);
    assert.deepEqual([...window.changed].sort(), [a, b]);
    rmSync(file);
    await window.file.reload();
    assert.equal(window.of(b).starred, false);
  });

  it('stay behind a link', async () => {
    const shared = path.join(folder, 'lab.jsonl');
    writeFileSync(shared, '# marks of the lab\n');
    mkdirSync(path.dirname(file));
    symlinkSync(shared, file);
    const window = await open();
    window.mark({ starred: true }, a);
    await window.file.flush();
    assert.ok(lstatSync(file).isSymbolicLink());
    assert.deepEqual(starredOnDisk(shared), [a]);
    assert.match(readFileSync(shared, 'utf8'), /^# marks of the lab\n/);
  });

  it('leave other files alone', async () => {
    const profile = path.join(folder, 'profile');
    writeFileSync(profile, 'export PATH=x\n');
    const other = await open(profile);
    other.mark({ starred: true }, a);
    await other.file.flush();
    assert.deepEqual(other.reasons(), ['content']);
    assert.equal(readFileSync(profile, 'utf8'), 'export PATH=x\n');
    assert.deepEqual([...other.file.giveUp().keys()], [a]);
  });

  it('that cannot be written are given away, not lost', async () => {
    // A file where the folder should be: it fails for every user of the machine.
    writeFileSync(path.dirname(file), '');
    const window = await open();
    window.mark({ starred: true }, a);
    await window.file.flush();
    assert.equal(window.failures.length, 1);
    assert.deepEqual([...window.file.giveUp().keys()], [a]);
    assert.equal(window.of(a).starred, true);
  });

  it('keep the permissions of the file', async () => {
    mkdirSync(path.dirname(file));
    writeFileSync(file, '');
    chmodSync(file, 0o664);
    const window = await open();
    window.mark({ starred: true }, a);
    await window.file.flush();
    assert.equal(statSync(file).mode & 0o777, 0o664);
  });
});

describe('Marks on two branches', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Marks');
  };
  const mark = async (change: Partial<Mark>, ...keys: readonly PaperKey[]) => {
    const window = await open();
    window.mark(change, ...keys);
    await window.file.flush();
    commit();
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'preprint-git-'));
    file = path.join(folder, '.preprint', 'state.jsonl');
    git('init', '--quiet', '--initial-branch', 'main');
    await mark({ progress: 'seen' }, ...idsOfDay(100));
    git('branch', 'other');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('merge without a conflict, though both are of one day', async () => {
    const day = idsOfDay(300, 13_000);
    const [mine, theirs] = [day.filter((_, at) => at % 2 === 0), day.filter((_, at) => at % 2)];
    await mark({ starred: true }, ...mine);
    git('checkout', '--quiet', 'other');
    await mark({ starred: true }, ...theirs);
    git('merge', '--quiet', 'main', '--message', 'Merge');
    assert.equal(git('status', '--porcelain'), '');
    assert.deepEqual(starredOnDisk(), day);
  });

  it('merge without a conflict, though both have marked the same papers', async () => {
    await mark({ starred: true, tags: ['mine'] }, a, b);
    git('checkout', '--quiet', 'other');
    await mark({ progress: 'read', tags: ['theirs'] }, a, c);
    git('rebase', '--quiet', 'main');
    const window = await open();
    assert.deepEqual(window.of(a), {
      ...{ progress: 'read', starred: true, muted: false, note: '' },
      tags: ['mine', 'theirs'],
    });
    assert.deepEqual([window.of(b).starred, window.of(c).progress], [true, 'read']);
    window.mark({ note: 'merged' }, a);
    await window.file.flush();
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    assert.equal(lines.length, 100, 'one line a paper again');
  });

  it('are all read where a tool leaves a conflict, and written without its markers', async () => {
    await mark({ starred: true }, a);
    git('checkout', '--quiet', 'other');
    await mark({ progress: 'read' }, a);
    rmSync(path.join(path.dirname(file), attributes.name));
    commit();
    assert.throws(() => git('-c', 'merge.conflictStyle=diff3', 'merge', 'main'));
    assert.match(readFileSync(file, 'utf8'), /^<<<<<<< /m);
    const window = await open();
    assert.deepEqual([window.of(a).starred, window.of(a).progress], [true, 'read']);
    window.mark({ note: 'x' }, b);
    await window.file.flush();
    assert.doesNotMatch(readFileSync(file, 'utf8'), /^[<>|=]/m);
    assert.equal((await open()).of(a).progress, 'read');
  });
});
