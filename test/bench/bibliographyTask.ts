import type { QueryKind, TypedQuery } from './bibliographyFiles.mjs';
import type { Delays, Latencies, Memory } from './hostTask.js';

/** What the extension host is to measure, as JSON in the file that the environment's `taskVariable` names. */
export interface BibliographyTask {
  /** Path of the note that names the bibliography: `bibliographyFiles.mjs` tells of its paragraphs. */
  readonly note: string;
  /** Path of a note that is opened first: what a window and its other extensions do for the first
   * Markdown that they see is no share of the bibliography's. */
  readonly other: string;
  readonly queries: readonly TypedQuery[];
  /** Whether to measure memory: that takes a minute before, until the process has given back what the
   * window needed to begin, and one after, until the workers that nobody needs have stopped. */
  readonly memory: boolean;
  /** The figures are written here as JSON. */
  readonly resultFile: string;
  /** Where to keep a CPU profile, if one is wanted: taking it costs time. */
  readonly profileFile?: string;
}

/** From one window; times are in milliseconds, through the window where that is asked. */
export interface BibliographyFigures {
  readonly vscode: string;
  readonly node: string;
  /** From the call that opens the other note to an empty list. */
  readonly otherList: number;
  /** From the call that opens the note until it is there. */
  readonly opened: number;
  /** From the same call to the first full list of suggestions. */
  readonly firstList: number;
  readonly completion: readonly CompletionFigures[];
  /** All of them together. */
  readonly completions: Asked;
  readonly hover: Asked;
  readonly definition: Asked;
  /** While all this was asked, and at rest before. */
  readonly delays: Delays;
  readonly idle: Delays;
  readonly memory?: Growth;
}

export interface Growth {
  readonly before: Memory;
  /** Of the process, in bytes, with the garbage of reading, when the first full list is there. */
  readonly listed: number;
  readonly after: Memory;
  readonly rested: Memory;
  /** Of the process, in bytes, at any moment from `before` to `after`. */
  readonly most: number;
}

/** With what the same questions cost where Preprint has nothing to say: the round trip alone. */
export interface Asked {
  readonly asked: Latencies;
  readonly empty: Latencies;
}

export interface CompletionFigures extends Asked {
  readonly kind: QueryKind;
}
