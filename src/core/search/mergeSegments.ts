import type { Segment } from './segment.js';
import { SegmentWriter } from './segmentWriter.js';
import { compareBytes, longestTermBytes } from './termBytes.js';
import { TermCursor } from './termCursor.js';

/** A stretch of the entries of a segment. */
export interface SegmentPart {
  readonly segment: Segment;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A part with its current term, and the number that its first entry gets. */
interface Head {
  readonly part: SegmentPart;
  readonly cursor: TermCursor;
  readonly first: number;
}

/**
 * One segment with the entries of the parts, numbered one part after the other: the same as if it had
 * been built of them. Costs the size of the segments, also of what is left out; they stay as they are.
 */
export function mergeSegments(parts: readonly SegmentPart[]): Segment {
  const heap: Head[] = [];
  let entryCount = 0;
  for (const part of parts) {
    const head = { part, cursor: new TermCursor(part.segment), first: entryCount };
    entryCount += part.to - part.from;
    if (head.cursor.next()) push(heap, head);
  }
  const writer = new SegmentWriter();
  const term = new Uint8Array(longestTermBytes);
  for (let head = heap[0]; head; head = heap[0]) {
    copyPostings(head, writer);
    const { cursor } = head;
    const { length } = cursor;
    term.set(cursor.bytes);
    advance(heap);
    // The same term in later parts, which come in their order.
    for (let same = heap[0]; same?.cursor.equals(term, length); same = heap[0]) {
      copyPostings(same, writer);
      advance(heap);
    }
    writer.term(term, 0, length);
  }
  const lengths = new Uint16Array(entryCount);
  const titleLengths = new Uint8Array(entryCount);
  let first = 0;
  for (const { segment, from, to } of parts) {
    lengths.set(segment.lengths.subarray(from, to), first);
    titleLengths.set(segment.titleLengths.subarray(from, to), first);
    first += to - from;
  }
  return writer.finish(lengths, titleLengths);
}

function copyPostings({ part, cursor, first }: Head, writer: SegmentWriter): void {
  const { postings } = part.segment;
  let entry = 0;
  for (let at = cursor.from; at < cursor.to;) {
    let byte = postings[at++] ?? 0;
    entry += byte & 127;
    for (let shift = 7; byte & 128; shift += 7) {
      byte = postings[at++] ?? 0;
      entry += (byte & 127) << shift;
    }
    const occurrence = postings[at++] ?? 0;
    if (entry >= part.from && entry < part.to)
      writer.posting(first + entry - part.from, occurrence);
  }
}

/** A heap: the head with the first term, of equal ones the first part, is at its top. */
function isBefore(a: Head, b: Head): boolean {
  const [x, y] = [a.cursor, b.cursor];
  const order = compareBytes(x.bytes, 0, x.length, y.bytes, 0, y.length);
  return order < 0 || (order === 0 && a.first < b.first);
}

function push(heap: Head[], head: Head): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above];
    if (!other || !isBefore(head, other)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = head;
}

/** Moves the top to its next term and to its new place, or takes it out when it has no more. */
function advance(heap: Head[]): void {
  const top = heap[0];
  if (top?.cursor.next() === true) {
    sink(heap, top);
    return;
  }
  const last = heap.pop();
  if (last && heap.length > 0) sink(heap, last);
}

/** Puts a head in place of the top, and down to where it belongs. */
function sink(heap: Head[], head: Head): void {
  let at = 0;
  for (;;) {
    let below = at * 2 + 1;
    const [left, right] = [heap[below], heap[below + 1]];
    if (!left) break;
    let smaller = left;
    if (right && isBefore(right, left)) {
      smaller = right;
      below++;
    }
    if (!isBefore(smaller, head)) break;
    heap[at] = smaller;
    at = below;
  }
  heap[at] = head;
}
