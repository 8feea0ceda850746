import type { PaperKey } from '../paper.js';
import type { Mark } from './mark.js';

/** What one act has done to marks. */
export type Step = readonly MarkChange[];

export interface MarkChange {
  readonly key: PaperKey;
  readonly before: Mark;
  readonly after: Mark;
}

/** Who goes further back looks for a file's older version. */
const mostSteps = 200;

/** The steps of a window, to be taken back and made again. */
export class MarkHistory {
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  add(step: Step): void {
    this.#done.push(step);
    if (this.#done.length > mostSteps) this.#done.shift();
    this.#undone = [];
  }

  undo(): Step | undefined {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    return step.map(({ key, before, after }) => ({ key, before: after, after: before }));
  }

  redo(): Step | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    return step;
  }
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
