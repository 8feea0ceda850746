import type { Spread } from './spread.js';

export type Scenario = 'copyIn' | 'open' | 'reopen';

/** What the extension host is to measure, as JSON in the file that the environment's `taskVariable` names. */
export interface HostTask {
  /**
   * `copyIn`: the folder is empty, and the library is copied in once Preprint has found nothing;
   * `open`: the folder holds the library when the window opens, and nothing is kept of it;
   * `reopen`: the same once more, with all that the window before has kept.
   */
  readonly scenario: Scenario;
  /** Paths of the library's digests, oldest first, once they are there. */
  readonly files: readonly string[];
  /** Papers in the whole library. */
  readonly papers: number;
  /** The figures are written here as JSON. */
  readonly resultFile: string;
  /** Written by the host when it wants the library to be copied in. */
  readonly askFile: string;
  /** Written when that is done: `CopyTimes` as JSON. */
  readonly copiedFile: string;
  /** Where to keep a CPU profile of the indexing, if one is wanted: taking it costs time. */
  readonly profileFile?: string;
}

/** Milliseconds since 1970. */
export interface CopyTimes {
  readonly started: number;
  readonly ended: number;
}

/** For how long the event loop did not answer, in milliseconds: `perf_hooks.monitorEventLoopDelay`. */
export interface Delays {
  readonly longest: number;
  readonly p999: number;
  readonly median: number;
  /** The most that the main thread has computed in one go, where the kernel tells (Linux): unlike
   * `longest`, it does not grow when other programs crowd the machine. */
  readonly longestComputing?: number;
  /** How long was measured. */
  readonly during: number;
}

export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  /** How many of the questions found something. */
  readonly answered: number;
}

/** Of the language features of one document: round trips through the window, in milliseconds. */
export interface ProviderFigures {
  readonly language: string;
  readonly hover: Latencies;
  readonly definition: Latencies;
  /** The same questions where Preprint has nothing to say: what the round trip itself costs. */
  readonly emptyHover: Latencies;
  readonly emptyDefinition: Latencies;
}

/** Bytes of the extension host's process; the heap is the main thread's, after garbage collection. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  /** What the heap of the main thread has taken from the process. */
  readonly heapTotal: number;
}

export interface HostFigures {
  readonly vscode: string;
  readonly node: string;
  /** With Preprint active and at rest: the host's other tenants, and the measuring itself. */
  readonly idle: Delays;
  /** Reading and compiling the bundle. */
  readonly load: number;
  /** The call of `activate`. */
  readonly activate: number;
  readonly indexing: Delays;
  /** From the beginning of the copy, or of the first need, to all papers in the library. */
  readonly ready: number;
  /** How long the copy itself took. */
  readonly copy?: number;
  /** As `ready`, to the first answer of a search of everything. */
  readonly searchable: number;
  /** Searches by the API, of every kind (`questions.ts`). */
  readonly queries: Spread;
  /** From the writing of a digest until its new word is found: the watcher's share is in it. */
  readonly changed?: number;
  readonly papers: number;
  readonly providers: readonly ProviderFigures[];
  readonly before: Memory;
  readonly after: Memory;
  /** When the worker that only reads has been stopped for want of work. */
  readonly rested?: Memory;
}

export const taskVariable = 'PREPRINT_BENCH_TASK';
