import threads, { type Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * The workers of Preprint, which lives in the same extension host: it asks Node for each new one, and
 * Node's answer is ours. To be called before Preprint starts its first.
 */
export function watchWorkers(): void {
  const Original = threads.Worker;
  class WatchedWorker extends Original {
    constructor(program: string, options: WorkerOptions = {}) {
      super(program, { ...options, ...watched.changes });
      if (options.name !== 'preprint') return;
      watched.live.add(this);
      this.once('exit', () => watched.live.delete(this));
    }

    override postMessage(...args: Parameters<Worker['postMessage']>): void {
      // A call that is handed over could be answered before the end has come.
      if (watched.deadly?.(args[0]) === true) void this.terminate();
      // Nobody outside can tell a call that is never answered from one that is never handed over.
      else if (watched.endless?.(args[0]) === true) return;
      else super.postMessage(...args);
    }
  }
  Object.defineProperty(threads, 'Worker', { value: WatchedWorker, configurable: true });
}

interface Watched {
  readonly live: Set<Worker>;
  changes: WorkerOptions;
  deadly: ((call: unknown) => boolean) | undefined;
  endless: ((call: unknown) => boolean) | undefined;
}

/** Shared by all test files, each of which is a bundle with its own copy of this one. */
const shared = globalThis as { preprintWorkers?: Watched };
const watched = (shared.preprintWorkers ??= {
  live: new Set(),
  changes: {},
  deadly: undefined,
  endless: undefined,
});

export function liveWorkers(): readonly Worker[] {
  return [...watched.live];
}

/** Ends all workers, as the system does when memory is short. */
export async function killWorkers(): Promise<void> {
  await Promise.all([...watched.live].map((worker) => worker.terminate()));
}

/** While something is done, calls that look like this end the worker that they are sent to. */
export async function whileDeadly(
  isDeadly: (call: unknown) => boolean,
  act: () => Promise<void>,
): Promise<void> {
  watched.deadly = isDeadly;
  try {
    await act();
  } finally {
    watched.deadly = undefined;
  }
}

/** While something is done, workers are never done with calls that look like this. */
export async function whileEndless(
  isEndless: (call: unknown) => boolean,
  act: () => Promise<void>,
): Promise<void> {
  watched.endless = isEndless;
  try {
    await act();
  } finally {
    watched.endless = undefined;
  }
}

/** While something is done, workers have so little memory; they are all started anew. */
export async function withLittleMemory(megabytes: number, act: () => Promise<void>): Promise<void> {
  watched.changes = { resourceLimits: { maxOldGenerationSizeMb: megabytes } };
  await killWorkers();
  try {
    await act();
  } finally {
    watched.changes = {};
    await killWorkers();
  }
}
