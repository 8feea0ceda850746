/**
 * The index of the entries of one digest, or of several after a merge: immutable typed arrays, small
 * enough to be kept for a year of digests, sent between threads and written to disk as they are.
 *
 * Terms are sorted by their UTF-16 code units. The postings of a term are its entries in ascending
 * order, each as a gap from the one before (variable length, low seven bits first, the first gap from
 * 0), a mask of fields (`fields.ts`) and the weighted number of occurrences, capped at 255.
 */
export interface Segment {
  readonly entryCount: number;
  readonly termCount: number;
  /** Offsets of the terms in `termChars`; one more than there are terms. */
  readonly termStarts: Uint32Array;
  readonly termChars: Uint16Array;
  /** Number of entries with the term. */
  readonly frequencies: Uint32Array;
  /** Offsets in `postings`; one more than there are terms. */
  readonly postingStarts: Uint32Array;
  readonly postings: Uint8Array;
  /** Terms of an entry, all fields together; capped at 65,535. */
  readonly lengths: Uint16Array;
  /** Terms of its title alone; capped at 255. */
  readonly titleLengths: Uint8Array;
}

export function termAt(segment: Segment, term: number): string {
  const { termStarts, termChars } = segment;
  return String.fromCharCode(
    ...termChars.subarray(termStarts[term] ?? 0, termStarts[term + 1] ?? 0),
  );
}

/** The first term that is not before `text`; `termCount` when all are. Costs a binary search. */
export function lowerBound(segment: Segment, text: string): number {
  let low = 0;
  let high = segment.termCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareTerm(segment, middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a term, -1 when the segment does not have it. */
export function findTerm(segment: Segment, text: string): number {
  const term = lowerBound(segment, text);
  return term < segment.termCount && compareTerm(segment, term, text) === 0 ? term : -1;
}

export function termStartsWith(segment: Segment, term: number, prefix: string): boolean {
  const start = segment.termStarts[term] ?? 0;
  if ((segment.termStarts[term + 1] ?? 0) - start < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) {
    if (segment.termChars[start + at] !== prefix.charCodeAt(at)) return false;
  }
  return true;
}

function compareTerm(segment: Segment, term: number, text: string): number {
  const start = segment.termStarts[term] ?? 0;
  const length = (segment.termStarts[term + 1] ?? 0) - start;
  const shared = Math.min(length, text.length);
  for (let at = 0; at < shared; at++) {
    const difference = (segment.termChars[start + at] ?? 0) - text.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}

/** Calls back for each entry with the term, in ascending order. */
export function eachPosting(
  segment: Segment,
  term: number,
  visit: (entry: number, mask: number, weight: number) => void,
): void {
  const { postings, postingStarts } = segment;
  const end = postingStarts[term + 1] ?? 0;
  let at = postingStarts[term] ?? 0;
  let entry = 0;
  while (at < end) {
    let byte = postings[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte & 128; shift += 7) {
      byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    entry += gap;
    const mask = postings[at++] ?? 0;
    visit(entry, mask, postings[at++] ?? 0);
  }
}

/** Bytes that a segment takes in memory. */
export function segmentSize(segment: Segment): number {
  return (
    segment.termStarts.byteLength +
    segment.termChars.byteLength +
    segment.frequencies.byteLength +
    segment.postingStarts.byteLength +
    segment.postings.byteLength +
    segment.lengths.byteLength +
    segment.titleLengths.byteLength
  );
}
