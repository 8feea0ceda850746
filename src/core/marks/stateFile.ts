import type { PaperKey } from '../paper.js';
import { linesInOrder } from './lineOrder.js';
import { mergeRecords, type PaperRecord } from './paperRecord.js';
import { readRecord, recordLine } from './recordLine.js';

/** What a file of marks holds. */
export interface MarksState {
  readonly records: Map<PaperKey, PaperRecord>;
  /** Lines that tell of no paper: remarks, what a newer version wrote, what is broken. */
  readonly others: Set<string>;
}

export function emptyState(): MarksState {
  return { records: new Map(), others: new Set() };
}

/** What git leaves between two versions that it could not merge. */
const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;

/**
 * Reads a file piece by piece, so that somebody else may have their turn in between. Several lines on
 * one paper, as git's merge driver `union` or a conflict leaves them, are merged, and the markers of a
 * conflict left out.
 */
export class StateReader {
  readonly #state = emptyState();
  #rest = '';
  #isFirst = true;

  /** @param text the next piece; it may end anywhere */
  add(text: string): void {
    const all = this.#rest + (this.#isFirst ? text.replace(/^\uFEFF/, '') : text);
    if (all !== '') this.#isFirst = false;
    let from = 0;
    for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
      this.#line(all.slice(from, end));
      from = end + 1;
    }
    this.#rest = all.slice(from);
  }

  /** What has been read; to be asked for once, at the end. */
  end(): MarksState {
    this.#line(this.#rest);
    this.#rest = '';
    return this.#state;
  }

  #line(ended: string): void {
    const line = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    if (line.trim() === '' || conflictMarker.test(line)) return;
    const read = readRecord(line);
    if (!read) {
      this.#state.others.add(line);
      return;
    }
    const { records } = this.#state;
    const known = records.get(read.key);
    records.set(read.key, known ? mergeRecords(known, read.record) : read.record);
  }
}

/**
 * The file piece by piece: the lines that tell of no paper as they stood, then one line a paper in
 * the order of `linesInOrder`. Changes of the state in between are written or not.
 */
export function* stateText({ records, others }: MarksState): Generator<string> {
  if (others.size > 0) yield [...others, ''].join('\n');
  for (const keys of linesInOrder(records.keys())) {
    let text = '';
    for (const key of keys) {
      const record = records.get(key);
      const line = record && recordLine(key, record);
      if (line !== undefined) text += `${line}\n`;
    }
    yield text;
  }
}

/**
 * Whether a file may be written to as one of marks: somebody may have named another by mistake, or
 * laid a link to one. A file of remarks alone is about to become one.
 */
export function isStateFile({ records, others }: MarksState): boolean {
  return records.size > 0 || [...others].every((line) => /^\s*(?:#|\/\/|\{.*\}\s*$)/.test(line));
}
