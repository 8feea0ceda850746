import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Delays } from './hostTask.js';

const resolutionMs = 1;
/** Time on the CPU and time waiting for one, in nanoseconds: see proc(5), /proc/pid/schedstat. */
const mainThread = `/proc/self/task/${process.pid}/schedstat`;

/** Watches the event loop while something is done. */
export async function delaysDuring(work: () => Promise<unknown>): Promise<Delays> {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  const computing = existsSync(mainThread) ? new ComputingTime() : undefined;
  const started = performance.now();
  histogram.enable();
  try {
    await work();
  } finally {
    histogram.disable();
    computing?.stop();
  }
  // A timer that is on time is seen after `resolutionMs`.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs);
  return {
    longest: late(histogram.max),
    p999: late(histogram.percentile(99.9)),
    median: late(histogram.percentile(50)),
    ...(computing && { longestComputing: computing.longest }),
    during: performance.now() - started,
  };
}

/** Asks the kernel, once in each turn of the event loop, for how long this thread has computed. */
class ComputingTime {
  /** Between two turns, in milliseconds. */
  longest = 0;
  readonly #descriptor = openSync(mainThread, 'r');
  readonly #buffer = Buffer.alloc(64);
  #last = this.#read();
  #timer = setTimeout(() => this.#look(), resolutionMs);

  stop(): void {
    clearTimeout(this.#timer);
    closeSync(this.#descriptor);
  }

  #look(): void {
    const now = this.#read();
    this.longest = Math.max(this.longest, (now - this.#last) / 1e6);
    this.#last = now;
    this.#timer = setTimeout(() => this.#look(), resolutionMs);
  }

  #read(): number {
    const length = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, 0);
    return Number(this.#buffer.toString('latin1', 0, length).split(' ')[0]);
  }
}
