/** How far somebody has come with a paper; what has no mark is new. */
export type Progress = 'new' | 'seen' | 'read';

/** What a person, or a lab that shares the file, has noted of a paper. */
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

export function isSameMark(a: Mark, b: Mark): boolean {
  return (
    a.progress === b.progress &&
    a.starred === b.starred &&
    a.muted === b.muted &&
    a.note === b.note &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, index) => tag === b.tags[index])
  );
}

/** A tag as it is kept: one line, trimmed; '' for what is none. */
export function tidyTag(tag: string): string {
  return tag.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Sorted by code units, each once: the order in which a mark has its tags. */
export function tidyTags(tags: Iterable<string>): readonly string[] {
  const tidied = Array.from(tags, tidyTag).filter((tag) => tag !== '');
  return [...new Set(tidied)].sort();
}
