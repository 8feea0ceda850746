import fc from 'fast-check';
import type { Mark } from '../../../src/core/marks/mark.js';
import { happenings, type PaperRecord } from '../../../src/core/marks/paperRecord.js';
import type { MarksState } from '../../../src/core/marks/stateFile.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { marksBytes, readMarks } from '../../../src/host/marksBytes.js';
import { finished } from '../support/finished.js';

/** Few, so that records meet in them often. */
const times = fc.constantFrom(0, 1, 1000, 1_770_000_000_123, 1_770_000_000_124);
const tags = fc.constantFrom('survey', 'to cite', '综述', '__proto__');
const timesOfTags = fc
  .array(fc.tuple(tags, times), { maxLength: 3 })
  .map((pairs) => new Map(pairs));

const others = fc
  .array(fc.tuple(fc.constantFrom('rating', 'by', 'toString'), fc.jsonValue({ maxDepth: 2 })), {
    maxLength: 2,
  })
  .map(
    (pairs) => new Map(pairs.map(([name, value]) => [name, `"${name}":${JSON.stringify(value)}`])),
  );

export const records: fc.Arbitrary<PaperRecord> = fc
  .record({
    times: fc.array(fc.tuple(fc.constantFrom(...happenings), times), { maxLength: 5 }),
    tagged: timesOfTags,
    untagged: timesOfTags,
    note: fc.option(fc.record({ text: fc.constantFrom('', 'a', 'b', '"\n'), time: times }), {
      nil: undefined,
    }),
    others,
  })
  .map(({ times: pairs, note, ...rest }) => ({
    times: Object.fromEntries(pairs),
    ...(note && { note }),
    ...rest,
  }));

export const changes: fc.Arbitrary<Partial<Mark>> = fc.record(
  {
    progress: fc.constantFrom('new', 'seen', 'read'),
    starred: fc.boolean(),
    muted: fc.boolean(),
    tags: fc.subarray(['a', 'b', 'c']),
    note: fc.constantFrom('', 'short', 'other'),
  },
  { requiredKeys: [] },
);

/** Ids of one day: they follow each other. */
export function idsOfDay(count: number, first = 12_000): PaperKey[] {
  return Array.from({ length: count }, (_, index): PaperKey => `arxiv:2602.${first + index}`);
}

export function read(text: string | Uint8Array): MarksState {
  return finished(readMarks(Buffer.from(text)));
}

export function textOf(state: MarksState): string {
  return Buffer.concat(finished(marksBytes(state))).toString();
}
