import type { PaperKey } from '../paper.js';
import { isReadable } from './lineLimit.js';
import { linesInOrder } from './lineOrder.js';
import { isRemark, type LineSource } from './lineSource.js';
import { mergeRecords, type PaperRecord } from './paperRecord.js';
import { readRecord, recordLine } from './recordLine.js';

/** What a file of marks holds. */
export interface MarksState {
  readonly records: Map<PaperKey, PaperRecord>;
  /** Lines that tell of no paper: remarks, what a newer version wrote, what is broken or too long. */
  readonly others: readonly LineSource[];
}

export function emptyState(): MarksState {
  return { records: new Map(), others: [] };
}

/** What git leaves between two versions that it could not merge. */
const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/**
 * Reads a file line by line. Several lines on one paper, as git's merge driver `union` or a conflict
 * leaves them, are merged, a remark that stands there twice is kept once, and the markers of a conflict
 * are left out.
 */
export class StateReader {
  readonly #records = new Map<PaperKey, PaperRecord>();
  /** Of papers with several lines. */
  readonly #several = new Map<PaperKey, PaperRecord[]>();
  readonly #others: LineSource[] = [];
  readonly #remarks = new Set<string>();

  /** @param text what the source says; undefined for a line that is only kept */
  line(text: string | undefined, source: LineSource): void {
    if (text === undefined || !isReadable(text)) {
      this.#others.push(source);
      return;
    }
    const read = readRecord(text, source);
    if (read) this.#add(read.key, read.record);
    else if (text.trim() !== '' && !conflictMarker.test(text)) this.#keep(text, source);
  }

  /** What has been read, to be asked for once, at the end; may stop after each merge of two lines. */
  *end(): Generator<undefined, MarksState> {
    for (const [key, records] of this.#several) {
      this.#records.set(key, yield* mergedInPairs(records));
    }
    return { records: this.#records, others: this.#others };
  }

  #keep(text: string, source: LineSource): void {
    if (this.#remarks.has(text)) return;
    this.#remarks.add(text);
    this.#others.push(source);
  }

  #add(key: PaperKey, record: PaperRecord): void {
    const known = this.#records.get(key);
    const several = this.#several.get(key);
    if (several) several.push(record);
    else if (known) this.#several.set(key, [known, record]);
    else this.#records.set(key, record);
  }
}

/** One after the other would copy what is merged already with each: too long for thousands of tags. */
function* mergedInPairs(records: readonly PaperRecord[]): Generator<undefined, PaperRecord> {
  let left = records;
  while (left.length > 1) {
    const merged: PaperRecord[] = [];
    for (let at = 0; at < left.length; at += 2) {
      const [one, other] = left.slice(at, at + 2);
      if (one) merged.push(other ? mergeRecords(one, other) : one);
      yield;
    }
    left = merged;
  }
  const [all] = left;
  if (!all) throw new RangeError('There is nothing to merge.');
  return all;
}

/**
 * The lines of the file, some at a time: those that tell of no paper as they stood, then one a paper in
 * the order of `linesInOrder`, as it stood unless it says something else now. Changes of the state in
 * between are written or not.
 */
export function* stateLines({
  records,
  others,
}: MarksState): Generator<readonly (string | LineSource)[]> {
  yield others;
  for (const keys of linesInOrder(records.keys())) {
    const lines: (string | LineSource)[] = [];
    for (const key of keys) {
      const record = records.get(key);
      const line = record?.source ?? (record && recordLine(key, record));
      if (line !== undefined) lines.push(line);
    }
    yield lines;
  }
}

/**
 * Whether a file may be written to as one of marks: somebody may have named another by mistake, or
 * laid a link to one. A file of remarks alone is about to become one.
 */
export function isStateFile({ records, others }: MarksState): boolean {
  return records.size > 0 || others.every(isRemark);
}
