/** How far a person has come with a paper. */
export type Progress = 'new' | 'seen' | 'read';

/** What a person has made of a paper. */
export interface Mark {
  readonly progress: Progress;
  readonly starred: boolean;
  readonly muted: boolean;
  /** Sorted, each once. */
  readonly tags: readonly string[];
  /** One short remark, '' for none. */
  readonly note: string;
}

export const noMark: Mark = { progress: 'new', starred: false, muted: false, tags: [], note: '' };
