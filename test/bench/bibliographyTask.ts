import type { QueryKind, TypedQuery } from './bibliographyFiles.mjs';
import type { Delays, Latencies, Memory } from './hostTask.js';

/** What the extension host is to measure, as JSON in the file that the environment's `taskVariable` names. */
export interface BibliographyTask {
  /** Path of the note that names the bibliography: `bibliographyFiles.mjs` tells of its paragraphs. */
  readonly note: string;
  readonly queries: readonly TypedQuery[];
  /** Whether to measure the memory once more when the workers that nobody needs have stopped. */
  readonly rest: boolean;
  /** The figures are written here as JSON. */
  readonly resultFile: string;
  /** Where to keep a CPU profile, if one is wanted: taking it costs time. */
  readonly profileFile?: string;
}

/** From one window; times are in milliseconds, through the window where that is asked. */
export interface BibliographyFigures {
  readonly vscode: string;
  readonly node: string;
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
  readonly before: Memory;
  readonly after: Memory;
  /** Of the process, in bytes, at any moment until `after`. */
  readonly most: number;
  readonly rested?: Memory;
}

/** With what the same questions cost where Preprint has nothing to say: the round trip alone. */
export interface Asked {
  readonly asked: Latencies;
  readonly empty: Latencies;
}

export interface CompletionFigures extends Asked {
  readonly kind: QueryKind;
}
