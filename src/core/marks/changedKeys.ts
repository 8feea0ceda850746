import type { PaperKey } from '../paper.js';
import { isSameMark, noMark } from './mark.js';
import { markOf, type PaperRecord } from './paperRecord.js';

type Records = ReadonlyMap<PaperKey, PaperRecord>;

/** The papers whose mark another version of a file has changed; may stop after each. */
export function* changedKeys(before: Records, after: Records): Generator<undefined, Set<PaperKey>> {
  const changed = new Set<PaperKey>();
  for (const [key, record] of after) {
    const old = before.get(key);
    if (!isSameMark(markOf(record), old ? markOf(old) : noMark)) changed.add(key);
    yield;
  }
  for (const [key, record] of before) {
    if (!after.has(key) && !isSameMark(markOf(record), noMark)) changed.add(key);
    yield;
  }
  return changed;
}
