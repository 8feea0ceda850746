import { closeSync, openSync, readSync } from 'node:fs';
import { Library } from '../../src/core/library.js';
import { noLatestMonth } from '../../src/core/arxivId.js';
import { readPart } from '../../src/worker/largeFile.js';
import { answerTask, memoryNow } from './child.js';

/** A file that is read in parts: how long that takes, and how much memory. */

export interface LargeFileTask {
  readonly file: string;
  readonly size: number;
  readonly categories: readonly string[];
}

export interface LargeFileFigures {
  readonly papers: number;
  readonly parts: number;
  /** Milliseconds: for all parts; the longest of them; the longest that the library took for one. */
  readonly took: number;
  readonly longestPart: number;
  readonly longestTake: number;
  /** Milliseconds: the bytes read and their lines found, and nothing else. */
  readonly floor: number;
  /** Bytes: the most that the process grew by while parts were read and let go, and when all were kept. */
  readonly reading: number;
  readonly kept: number;
}

answerTask(({ file, size, categories }: LargeFileTask): LargeFileFigures => {
  const floor = timeOf(() => findLines(file));
  const before = memoryNow();
  let most = before;
  let parts = 0;
  let papers = 0;
  let longestPart = 0;
  const took = timeOf(() => {
    for (const { part, ms } of partsOf({ file, size, categories })) {
      parts++;
      papers += part.digest?.entries.length ?? 0;
      longestPart = Math.max(longestPart, ms);
      most = Math.max(most, process.memoryUsage.rss());
    }
  });
  const library = new Library();
  let longestTake = 0;
  for (const { part } of partsOf({ file, size, categories })) {
    const ms = timeOf(() => library.replace(part));
    longestTake = Math.max(longestTake, ms);
  }
  const kept = memoryNow() - before;
  if (library.size > papers) throw new Error('The library holds papers that were not read.');
  return {
    ...{ papers, parts, took, longestPart, longestTake, floor, kept },
    reading: most - before,
  };
});

function* partsOf({ file, size, categories }: LargeFileTask) {
  let from: { offset: number; line: number } | undefined = { offset: 0, line: 0 };
  for (let number = 0; from; number++) {
    const started = performance.now();
    const part = readPart({
      ...{ uri: `${file}#${number}`, of: file, file, from, size, mtime: 0, categories },
      latest: noLatestMonth,
    });
    if (!part) throw new Error(`${file} was not recognised.`);
    yield { part, ms: performance.now() - started };
    from = part.part?.next;
  }
}

function findLines(name: string): number {
  const buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
  const file = openSync(name, 'r');
  let lines = 0;
  for (let read = -1; read !== 0;) {
    read = readSync(file, buffer, 0, buffer.length, null);
    for (let at = buffer.indexOf(10); at >= 0 && at < read; at = buffer.indexOf(10, at + 1))
      lines++;
  }
  closeSync(file);
  return lines;
}

function timeOf(act: () => unknown): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}
