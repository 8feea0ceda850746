import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Memory } from './hostTask.js';

const lookMs = 50;

/** After garbage collection in the main thread; workers collect theirs when they see fit. */
export function memory(): Memory {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  return { rss, heapUsed, heapTotal };
}

/** The largest that the process is seen to be while something is done. */
export async function mostMemoryDuring(work: () => Promise<unknown>): Promise<number> {
  let most = process.memoryUsage.rss();
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, lookMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  look();
  return most;
}
