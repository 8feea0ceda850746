import { existsSync, readFileSync } from 'node:fs';

/** How much a piece of work held the thread up, and cost it, in milliseconds. */
export interface Blocking {
  readonly longest: number;
  readonly whole: number;
}

/**
 * Does something, and measures for how long at most nothing else had its turn. Counts the main thread's
 * own time on a processor, where the system tells it, so that other programs do not matter.
 */
export async function blockingOf(act: () => Promise<unknown>): Promise<Blocking> {
  let isOver = false;
  let longest = 0;
  const began = threadTime();
  let last = began;
  const look = (): void => {
    const now = threadTime();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await act();
  isOver = true;
  look();
  return { longest, whole: last - began };
}

const mostRounds = 10;

/**
 * The least of several rounds: what a collection of garbage or the first run of a function adds to
 * one, it does not to all.
 * @param enough in milliseconds: less is not looked for
 */
export async function leastBlocking(
  enough: number,
  act: () => Promise<unknown>,
): Promise<Blocking> {
  let least: Blocking = { longest: Infinity, whole: Infinity };
  for (let round = 0; round < mostRounds && least.longest >= enough; round++) {
    const { longest, whole } = await blockingOf(act);
    least = { longest: Math.min(longest, least.longest), whole: Math.min(whole, least.whole) };
  }
  return least;
}

/** https://docs.kernel.org/scheduler/sched-stats.html: nanoseconds of the process's first thread. */
const schedule = '/proc/self/schedstat';
const isTold = existsSync(schedule);

function threadTime(): number {
  if (isTold) return Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
