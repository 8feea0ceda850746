import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { indexText } from '../../src/core/indexText.js';
import { decode } from '../../src/worker/content.js';
import { answerTask } from './child.js';
import { readDigest } from './digests.js';
import { wordsOf } from './questions.js';
import { measureSearching, open, type Opening, type SearchingFigures } from './searching.js';
import { openServices } from './services.js';

/** All times are in milliseconds. */
export interface IndexingRun {
  /** The floor (`floor.mjs`): all files by one worker that has started before. */
  readonly floor: number;
  /** Nothing is kept of the library. */
  readonly cold: Opening;
  /** The cache holds everything. */
  readonly warm: Opening;
  /** By pure functions in this thread, which has done it before in all but the first run. */
  readonly decode: number;
  readonly index: number;
}

export interface IndexingFigures {
  readonly files: number;
  readonly bytes: number;
  readonly entries: number;
  readonly papers: number;
  readonly runs: readonly IndexingRun[];
  readonly searching: SearchingFigures;
}

export interface IndexingTask {
  /** Oldest first; one of them is written to, and is then as it was. */
  readonly files: readonly string[];
  readonly floor: string;
  readonly worker: string;
  /** An empty folder. */
  readonly cache: string;
  readonly runs: number;
}

answerTask(measureIndexing);

/** Opens a library several times, each time in every way, so that all meet the same machine. */
async function measureIndexing(task: IndexingTask): Promise<IndexingFigures> {
  const { files } = task;
  const word = wordsOf(readDigest(files.at(-1) ?? '').texts[0]?.title ?? '')[0] ?? '';
  const runs: IndexingRun[] = [];
  let size = { entries: 0, papers: 0 };
  for (let run = 0; run < task.runs; run++) {
    rmSync(task.cache, { recursive: true });
    mkdirSync(task.cache);
    const floor = await runFloor(files, task.floor);
    const cold = await openOnce(task, word);
    const warm = await openOnce(task, word);
    size = cold.size;
    runs.push({ floor, cold: cold.opening, warm: warm.opening, ...runPure(files) });
  }
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + readFileSync(file).length, 0),
    ...size,
    runs,
    searching: await measureSearching(files, task.worker, task.cache),
  };
}

async function runFloor(files: readonly string[], program: string): Promise<number> {
  const worker = new Worker(program);
  const ask = async (message: readonly string[]): Promise<void> => {
    worker.postMessage(message);
    await once(worker, 'message');
  };
  await ask([]);
  const started = performance.now();
  await ask(files);
  const ended = performance.now();
  await worker.terminate();
  return ended - started;
}

async function openOnce(
  { files, worker, cache }: IndexingTask,
  word: string,
): Promise<{ opening: Opening; size: Pick<IndexingFigures, 'entries' | 'papers'> }> {
  (globalThis as { gc?: () => void }).gc?.();
  const services = await openServices(files, worker, cache);
  try {
    const opening = await open(services, word);
    const { library } = services.library;
    let entries = 0;
    for (const { digest } of library.documents()) entries += digest?.entries.length ?? 0;
    return { opening, size: { entries, papers: library.size } };
  } finally {
    services.dispose();
  }
}

function runPure(files: readonly string[]): Pick<IndexingRun, 'decode' | 'index'> {
  let decoding = 0;
  let indexing = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    const read = performance.now();
    const { text } = decode(bytes);
    const decoded = performance.now();
    indexText(file, { path: path.basename(file), text }, noLatestMonth);
    decoding += decoded - read;
    indexing += performance.now() - decoded;
  }
  return { decode: decoding, index: indexing };
}
