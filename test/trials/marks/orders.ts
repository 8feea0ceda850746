import type { PaperKey } from '../../../src/core/paper.js';

/** Where a window may be killed. */
export const killSteps = [
  'lock taken',
  'temporary made',
  'before renaming',
  'after renaming',
  'before unlocking',
] as const;

/** What a marking process is told. */
export interface Orders {
  readonly file: string;
  /** It stars them one after the other. */
  readonly papers: readonly PaperKey[];
  /** It begins when it is told to, not at once. */
  readonly waits?: boolean;
  /** It is killed when it comes to the step for the nth time. */
  readonly killed?: { readonly at: (typeof killSteps)[number]; readonly nth: number };
  /** Its disk takes so long to rename a file. */
  readonly renameMs?: number;
}
