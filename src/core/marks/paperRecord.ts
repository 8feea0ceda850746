import type { LineSource } from './lineSource.js';
import { noMark, tidyTags, type Mark } from './mark.js';

/**
 * What is kept of a paper: when each thing last happened to it, in milliseconds since 1970. So two
 * records of one paper merge by taking the later time of each, whoever wrote first; and what was
 * undone is not forgotten, or an older copy of the file would bring it back.
 */
export interface PaperRecord {
  readonly times: Readonly<Partial<Record<Happening, number>>>;
  readonly tagged: ReadonlyMap<string, number>;
  readonly untagged: ReadonlyMap<string, number>;
  readonly note?: NoteAt;
  /** Fields of somebody else, by name, each as its text has it: `"rating": 5.0`. */
  readonly others: ReadonlyMap<string, string>;
  /** The line of a file that says just this: what is not changed is written as it stood. */
  readonly source?: LineSource;
}

/** In the order in which a line has them. */
export const happenings = [
  'seen',
  'read',
  'unread',
  'starred',
  'unstarred',
  'muted',
  'unmuted',
] as const;
export type Happening = (typeof happenings)[number];

export interface NoteAt {
  readonly text: string;
  readonly time: number;
}

const none: ReadonlyMap<string, number> = new Map();
const noOthers: ReadonlyMap<string, string> = new Map();
export const emptyRecord: PaperRecord = {
  ...{ times: {}, tagged: none, untagged: none },
  others: noOthers,
};

/** What the record says. At the same time, what keeps more outranks what takes away. */
export function markOf({ times, tagged, untagged, note }: PaperRecord): Mark {
  const { seen, read, unread } = times;
  const progress = holds(read, unread) ? 'read' : holds(seen, unread) ? 'seen' : 'new';
  const tags =
    tagged.size === 0
      ? noMark.tags
      : tidyTags(
          [...tagged].filter(([tag, at]) => holds(at, untagged.get(tag))).map(([tag]) => tag),
        );
  return {
    progress,
    starred: holds(times.starred, times.unstarred),
    muted: holds(times.muted, times.unmuted),
    tags,
    note: note?.text ?? '',
  };
}

/** Commutative, associative and idempotent, but for the `source`, which no merged record has. */
export function mergeRecords(a: PaperRecord, b: PaperRecord): PaperRecord {
  const times: Partial<Record<Happening, number>> = { ...a.times };
  for (const name of happenings) {
    const time = b.times[name];
    if (time !== undefined) times[name] = Math.max(time, times[name] ?? time);
  }
  const note = laterNote(a.note, b.note);
  return {
    times,
    tagged: merged(a.tagged, b.tagged, Math.max),
    untagged: merged(a.untagged, b.untagged, Math.max),
    ...(note && { note }),
    others: merged(a.others, b.others, greater),
  };
}

/**
 * The record after a person has changed its mark.
 * @param now milliseconds since 1970; a record from a clock that is ahead is outranked all the same
 */
export function withChange(record: PaperRecord, change: Partial<Mark>, now: number): PaperRecord {
  const before = markOf(record);
  const time = Math.max(now, newestTime(record) + 1);
  const times: Partial<Record<Happening, number>> = {};
  const { progress, starred, muted, tags, note } = change;
  if (progress !== undefined && progress !== before.progress) {
    if (progress !== 'read' && before.progress !== 'new') times.unread = time;
    if (progress !== 'new') times[progress] = time;
  }
  if (starred !== undefined && starred !== before.starred) {
    times[starred ? 'starred' : 'unstarred'] = time;
  }
  if (muted !== undefined && muted !== before.muted) times[muted ? 'muted' : 'unmuted'] = time;
  const wanted = new Set(tidyTags(tags ?? before.tags));
  const had = new Set(before.tags);
  const at = (tag: string): [string, number] => [tag, time];
  return mergeRecords(record, {
    times,
    tagged: new Map([...wanted].filter((tag) => !had.has(tag)).map(at)),
    untagged: new Map([...had].filter((tag) => !wanted.has(tag)).map(at)),
    ...(note !== undefined && note !== before.note && { note: { text: note, time } }),
    others: noOthers,
  });
}

function newestTime({ times, tagged, untagged, note }: PaperRecord): number {
  return Math.max(
    -1,
    ...Object.values(times),
    ...tagged.values(),
    ...untagged.values(),
    note?.time ?? -1,
  );
}

function holds(since: number | undefined, until: number | undefined): boolean {
  return since !== undefined && (until === undefined || since >= until);
}

function laterNote(a: NoteAt | undefined, b: NoteAt | undefined): NoteAt | undefined {
  if (!a || !b) return a ?? b;
  if (a.time !== b.time) return a.time > b.time ? a : b;
  return a.text >= b.text ? a : b;
}

function merged<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  choose: (a: T, b: T) => T,
): ReadonlyMap<string, T> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const both = new Map(a);
  for (const [name, value] of b) {
    const own = both.get(name);
    both.set(name, own === undefined ? value : choose(own, value));
  }
  return both;
}

/** Nobody knows what the fields mean: one rule for all, under which later times win. */
function greater(a: string, b: string): string {
  return a >= b ? a : b;
}
