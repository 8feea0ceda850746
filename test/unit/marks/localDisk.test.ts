import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realPath } from '../../../src/editor/files/realPath.js';
import { LocalDisk } from '../../../src/host/localDisk.js';
import { MarksRefusal } from '../../../src/host/marksRefusal.js';
import { MarksWindow } from './marksWindow.js';
import { idsOfDay } from './support.js';
import type { PaperKey } from '../../../src/core/paper.js';

const [a, b] = idsOfDay(2) as [PaperKey, PaperKey];

describe('A file of marks on the disk', () => {
  let parent = '';
  let workspace = '';
  let outside = '';
  let file = '';

  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'preprint-disk-'));
    [workspace, outside] = [path.join(parent, 'workspace'), path.join(parent, 'outside')];
    for (const folder of [workspace, outside]) mkdirSync(folder);
    file = path.join(workspace, '.preprint', 'state.jsonl');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const within = async (path: string) => {
    const [real, root] = [await realPath(path), await realPath(workspace)];
    if (!real.startsWith(`${root}/`)) throw new MarksRefusal({ kind: 'outside', path: real });
    return real;
  };
  const open = () => MarksWindow.open(new LocalDisk(file, within));
  const star = async (window: MarksWindow, key: PaperKey) => {
    window.mark({ starred: true }, key);
    await window.file.flush();
  };
  /** Opens the file and stars a paper. */
  const starred = async () => {
    const window = await open();
    await star(window, a);
    assert.deepEqual([...window.file.unwritten.keys()], window.failures.length > 0 ? [a] : []);
    return window;
  };

  it('is not reached through a folder that is linked out of the workspace', async () => {
    symlinkSync(outside, path.dirname(file));
    assert.ok((await starred()).reasons().includes('outside'));
    assert.deepEqual(readdirSync(outside), []);
  });

  it('is not reached through a link of its own, whether something is there or not', async () => {
    mkdirSync(path.dirname(file));
    const profile = path.join(outside, '.profile');
    symlinkSync(profile, file);
    assert.ok((await starred()).reasons().includes('outside'));
    assert.deepEqual(readdirSync(outside), []);
    const marks = `{"paper":"${b}","starred":true}\n`;
    writeFileSync(profile, marks);
    const window = await starred();
    assert.ok(!window.of(b).starred, 'not read');
    assert.equal(readFileSync(profile, 'utf8'), marks);
  });

  it('is not written through a link that was laid after it was read', async () => {
    const window = await starred();
    rmSync(path.dirname(file), { recursive: true });
    symlinkSync(outside, path.dirname(file));
    await star(window, b);
    assert.deepEqual(window.reasons(), ['outside']);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('has its attributes beside it only where nothing is', async () => {
    mkdirSync(path.dirname(file));
    const target = path.join(outside, 'attributes');
    symlinkSync(target, path.join(path.dirname(file), '.gitattributes'));
    assert.deepEqual((await starred()).reasons(), []);
    assert.ok(!existsSync(target));
  });

  it('stays behind a link within the workspace', async () => {
    mkdirSync(path.dirname(file));
    const shared = path.join(workspace, 'lab.jsonl');
    symlinkSync(shared, file);
    assert.deepEqual((await starred()).reasons(), []);
    assert.match(readFileSync(shared, 'utf8'), /"starred"/);
  });

  it('is no pipe, no device and no folder, and nothing waits for one', async () => {
    mkdirSync(path.dirname(file));
    execFileSync('mkfifo', [file]);
    assert.ok((await starred()).reasons().includes('noFile'));
    rmSync(file);
    mkdirSync(file);
    assert.ok((await starred()).reasons().includes('noFile'));
    const zero = await MarksWindow.open('/dev/zero');
    await star(zero, a);
    assert.ok(zero.reasons().includes('noFile'));
  });

  it('is not read where it is absurdly large', async () => {
    mkdirSync(path.dirname(file));
    writeFileSync(file, '');
    truncateSync(file, 1024 ** 3);
    const before = process.memoryUsage().rss;
    assert.ok((await starred()).reasons().includes('size'));
    assert.ok(process.memoryUsage().rss - before < 256 * 1024 ** 2);
  });

  it('keeps what another window wrote that has taken this one for dead', async () => {
    const other = await open();
    /** This window is taken for dead once it has its turn, before it writes. */
    class SlowDisk extends LocalDisk {
      #isTaken = false;

      override async replace(
        ...args: Parameters<LocalDisk['replace']>
      ): Promise<string | undefined> {
        if (!this.#isTaken) {
          this.#isTaken = true;
          const names = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.lock'));
          for (const name of names) rmSync(path.join(path.dirname(file), name));
          await star(other, b);
        }
        return super.replace(...args);
      }
    }
    const slow = await MarksWindow.open(new SlowDisk(file, within));
    await star(slow, a);
    assert.deepEqual([...slow.reasons(), ...other.reasons()], []);
    const next = await open();
    assert.deepEqual([next.of(a).starred, next.of(b).starred], [true, true]);
  });

  it('is told of where another program changes it all the time', async () => {
    /** Somebody writes without asking, whenever this window is about to. */
    class BusyDisk extends LocalDisk {
      override replace(...args: Parameters<LocalDisk['replace']>): Promise<string | undefined> {
        writeFileSync(file, `# ${Math.random()}\n`);
        return super.replace(...args);
      }
    }
    const window = await MarksWindow.open(new BusyDisk(file, within));
    await star(window, a);
    assert.deepEqual(window.reasons(), ['changing']);
    assert.match(readFileSync(file, 'utf8'), /^# /);
  });

  it('is cleared of what killed windows have left, as soon as it is opened', async () => {
    mkdirSync(path.dirname(file));
    for (let at = 0; at < 115; at++) {
      writeFileSync(`${file}.${at.toString(16).padStart(12, '0')}.tmp`, '');
    }
    const others = [`${file}.old.tmp`, `${file}.lock`, path.join(path.dirname(file), 'x.tmp')];
    for (const other of others) writeFileSync(other, '');
    await open();
    while (readdirSync(path.dirname(file)).length > others.length)
      await new Promise((resolve) => setImmediate(resolve));
    for (const other of others) assert.ok(existsSync(other), other);
  });
});
