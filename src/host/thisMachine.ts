import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { codeOf } from './fileErrors.js';

let known: Promise<string> | undefined;

/**
 * Eight hexadecimal digits that are the same for all processes that can see each other's ids: those of
 * one machine since it was started, and of one container. A name alone would not do, since containers
 * and machines of one image share it.
 */
export function thisMachine(): Promise<string> {
  known ??= tellThisMachine();
  return known;
}

async function tellThisMachine(): Promise<string> {
  const [boot, processes] = await Promise.all([
    // https://www.kernel.org/doc/html/latest/admin-guide/sysctl/kernel.html#random
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined),
    // https://man7.org/linux/man-pages/man7/pid_namespaces.7.html
    readlink('/proc/self/ns/pid').catch(() => undefined),
  ]);
  const parts = boot && processes ? [boot, processes] : [process.platform, ...networkCards()];
  return createHash('sha256')
    .update([hostname(), ...parts].join('\n'))
    .digest('hex')
    .slice(0, 8);
}

function networkCards(): string[] {
  const cards = Object.values(networkInterfaces()).flatMap((of) => of ?? []);
  return [...new Set(cards.filter(({ internal }) => !internal).map(({ mac }) => mac))].sort();
}

/** Whether a process of this machine has ended. Another may have got its id: then it counts as there. */
export function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and another person's.
    return codeOf(error) === 'ESRCH';
  }
}
