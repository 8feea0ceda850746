import type { PaperKey } from '../paper.js';
import type { Mark } from './mark.js';

/** What was done to the mark of one paper. */
export interface MarkChange {
  readonly key: PaperKey;
  readonly before: Mark;
  readonly after: Mark;
}

/** What a change did, and nothing that others may have done since. */
export function differenceOf({ before, after }: MarkChange): Partial<Mark> {
  return {
    ...(before.progress !== after.progress && { progress: after.progress }),
    ...(before.starred !== after.starred && { starred: after.starred }),
    ...(before.muted !== after.muted && { muted: after.muted }),
    ...(before.note !== after.note && { note: after.note }),
    ...(before.tags.join('\n') !== after.tags.join('\n') && { tags: after.tags }),
  };
}

export function reversed({ key, before, after }: MarkChange): MarkChange {
  return { key, before: after, after: before };
}
