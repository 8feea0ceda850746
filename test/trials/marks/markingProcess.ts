/**
 * A program that marks papers as a window does and tells of each that is acknowledged: on disk, or
 * that it could not be written. It runs as a process of its own, see `markingWindow.ts`.
 */
import fs from 'node:fs/promises';
import { emptyRecord, withChange } from '../../../src/core/marks/paperRecord.js';
import { LocalDisk } from '../../../src/host/localDisk.js';
import { MarksFile } from '../../../src/host/marksFile.js';
import type { Orders } from './orders.js';

const orders = JSON.parse(process.argv[2] ?? '') as Orders;

type Call = (...args: unknown[]) => Promise<unknown>;

/** The bundle calls these by their module, so that something can be put around them. */
function around(
  name: 'open' | 'rename' | 'rm',
  put: (call: Call, args: unknown[]) => Promise<unknown>,
) {
  const original = fs[name] as Call;
  const call: Call = (...args) => original.apply(fs, args);
  Object.assign(fs, { [name]: (...args: unknown[]) => put(call, args) });
}

const steps = {
  'lock taken': { name: 'open', end: '.lock', isAfter: true },
  'temporary made': { name: 'open', end: '.tmp', isAfter: true },
  'before renaming': { name: 'rename', end: '.tmp', isAfter: false },
  'after renaming': { name: 'rename', end: '.tmp', isAfter: true },
  'before unlocking': { name: 'rm', end: '.lock', isAfter: false },
} as const;

function killWhen({ at, nth }: NonNullable<Orders['killed']>): void {
  const { name, end, isAfter } = steps[at];
  let count = 0;
  around(name, async (call, args) => {
    const isNow = String(args[0]).endsWith(end) && ++count === nth;
    if (isNow && !isAfter) process.kill(process.pid, 'SIGKILL');
    const result = await call(...args);
    if (isNow) process.kill(process.pid, 'SIGKILL');
    return result;
  });
}

function renameSlowly(ms: number): void {
  around('rename', async (call, args) => {
    process.stdout.write('renaming\n');
    await new Promise((resolve) => setTimeout(resolve, ms));
    return call(...args);
  });
}

async function markAll(): Promise<void> {
  const failures: string[] = [];
  const marks = new MarksFile({
    disk: new LocalDisk(orders.file),
    onChange: () => undefined,
    onFailure: (error) => failures.push(String(error)),
  });
  await marks.start();
  process.stdout.write('ready\n');
  if (orders.waits) await new Promise((resolve) => process.stdin.once('data', resolve));
  for (const key of orders.papers) {
    const record = marks.records.get(key) ?? emptyRecord;
    marks.put(new Map([[key, withChange(record, { starred: true }, Date.now())]]));
    await marks.flush();
    const error = failures.shift();
    process.stdout.write(error === undefined ? `written ${key}\n` : `failed ${error}\n`);
  }
}

if (orders.killed) killWhen(orders.killed);
if (orders.renameMs !== undefined) renameSlowly(orders.renameMs);
void markAll();
