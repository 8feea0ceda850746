import type { Delays, Memory } from './hostTask.js';

/** What the extension host is to measure with many files, as JSON in the file that `taskVariable` names. */
export interface ScaleTask {
  readonly folder: string;
  /** Ids: one paper of each digest, in their order. */
  readonly papers: readonly string[];
  /** The figures are written here as JSON. */
  readonly resultFile: string;
  readonly profileFile?: string;
}

/** What one thing that happens to the files costs. */
export interface ScaleStep {
  readonly name: string;
  /** Files that it is about. */
  readonly files: number;
  /** Milliseconds until the library was true again, from when the files were. */
  readonly settled: number;
  /** Milliseconds of the doing itself, by another program. */
  readonly doing: number;
  readonly delays: Delays;
  readonly memory: Memory;
}

export interface ScaleFigures {
  readonly vscode: string;
  readonly idle: Delays;
  readonly before: Memory;
  /** Bytes: the largest that the process was. */
  readonly most: number;
  readonly steps: readonly ScaleStep[];
}
