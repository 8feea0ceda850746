import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { indexText } from '../../src/core/indexText.js';
import { Library } from '../../src/core/library.js';
import { WorkerClient } from '../../src/host/workerClient.js';
import { decode } from '../../src/worker/content.js';

/** All times are in milliseconds. */
export interface IndexingRun {
  /** The floor (`floor.mjs`): all files by one worker that has started before. */
  readonly floor: number;
  readonly floorStart: number;
  /** Through the worker's bundle into a library, as the extension does it. */
  readonly ready: number;
  readonly workerStart: number;
  /** The part of `ready` that the library itself took, on the main thread. */
  readonly library: number;
  /** The longest time for which the main thread of `ready` did not answer. */
  readonly longestBlock: number;
  /** The same by pure functions in this thread, which has done it before in all but the first run. */
  readonly decode: number;
  readonly index: number;
}

export interface IndexingFigures {
  readonly files: number;
  readonly bytes: number;
  readonly entries: number;
  readonly papers: number;
  readonly runs: readonly IndexingRun[];
}

export interface Programs {
  readonly floor: string;
  readonly worker: string;
}

/** Documents under way at the same time, as in `host/libraryService.ts`. */
const atOnce = 3;
const latest = noLatestMonth;

/** Indexes the files several times, each time in every way, so that all meet the same machine. */
export async function measureIndexing(
  files: readonly string[],
  programs: Programs,
  count: number,
): Promise<IndexingFigures> {
  const runs: IndexingRun[] = [];
  let library = new Library();
  for (let run = 0; run < count; run++) {
    library = new Library();
    runs.push({
      ...(await runFloor(files, programs.floor)),
      ...(await runWorker(files, programs.worker, library)),
      ...runPure(files),
    });
  }
  const documents = [...library.documents()];
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + readFileSync(file).length, 0),
    entries: documents.reduce((sum, { digest }) => sum + (digest?.entries.length ?? 0), 0),
    papers: library.size,
    runs,
  };
}

async function runFloor(
  files: readonly string[],
  program: string,
): Promise<Pick<IndexingRun, 'floor' | 'floorStart'>> {
  const created = performance.now();
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
  return { floor: ended - started, floorStart: started - created };
}

async function runWorker(
  files: readonly string[],
  program: string,
  library: Library,
): Promise<Pick<IndexingRun, 'ready' | 'workerStart' | 'library' | 'longestBlock'>> {
  const created = performance.now();
  const client = new WorkerClient(program, silentLog);
  await client.call('index', { uri: '', path: '', content: '', latest });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  let libraryTime = 0;
  // Newest first, as the library service asks for them.
  const queue = [...files].reverse();
  const lane = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const content = await readFile(file);
      const { buffer } = content;
      const transfer = buffer instanceof ArrayBuffer ? [buffer] : [];
      const uri = pathToFileURL(file).href;
      const params = { uri, path: path.basename(file), content, latest };
      const document = await client.call('index', params, transfer);
      const answered = performance.now();
      library.replace(document);
      libraryTime += performance.now() - answered;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const ended = performance.now();
  delay.disable();
  client.dispose();
  return {
    ready: ended - started,
    workerStart: started - created,
    library: libraryTime,
    longestBlock: Math.max(0, delay.max / 1e6 - 1),
  };
}

function runPure(files: readonly string[]): Pick<IndexingRun, 'decode' | 'index'> {
  let decoding = 0;
  let indexing = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    const read = performance.now();
    const { text } = decode(bytes);
    const decoded = performance.now();
    indexText(file, { path: path.basename(file), text }, latest);
    decoding += decoded - read;
    indexing += performance.now() - decoded;
  }
  return { decode: decoding, index: indexing };
}

/** The client logs nothing but the worker's end, which is expected here. */
const silentLog = {
  error: () => undefined,
} as Partial<vscode.LogOutputChannel> as vscode.LogOutputChannel;
