import type { DigestDate } from '../digest.js';
import { mergeSegments, type SegmentPart } from './mergeSegments.js';
import { lengthNorms } from './scoring.js';
import type { Segment } from './segment.js';
import { TermCursor } from './termCursor.js';
import { matchSize, type Matches } from './termMatch.js';

/** A digest in the index. */
export interface Member {
  readonly uri: string;
  readonly date?: DigestDate;
  /** Of each entry its paper's number, and its category. */
  readonly papers: Uint32Array;
  readonly categories: readonly string[];
  readonly days?: readonly string[];
  /** Terms of all entries. */
  readonly termCount: number;
  /** Place among all digests: newest first, then by URI. */
  order: number;
}

/** A member with the number that its first entry has in the segment. */
export interface Place {
  readonly member: Member;
  readonly first: number;
}

/**
 * Digests that share a segment. One that is taken out leaves its entries in the segment, where nothing
 * sees them any more, until the group is merged again.
 */
export class ShardGroup {
  readonly segment: Segment;
  readonly cursor: TermCursor;
  #places: readonly Place[];
  #entryCount: number;
  #norms: Float32Array = new Float32Array(0);
  #averageLength = -1;

  constructor(segment: Segment, members: readonly Member[]) {
    this.segment = segment;
    this.cursor = new TermCursor(segment);
    let first = 0;
    this.#places = members.map((member) => {
      const place = { member, first };
      first += member.papers.length;
      return place;
    });
    this.#entryCount = first;
  }

  /** Its members in the order of their entries. */
  get places(): readonly Place[] {
    return this.#places;
  }

  /** Entries of its members. */
  get entryCount(): number {
    return this.#entryCount;
  }

  /** Whether the segment holds entries of no member. */
  get isStale(): boolean {
    return this.#entryCount < this.segment.entryCount;
  }

  norms(averageLength: number): Float32Array {
    if (this.#averageLength !== averageLength) {
      this.#norms = lengthNorms(this.segment, averageLength);
      this.#averageLength = averageLength;
    }
    return this.#norms;
  }

  takeOut(member: Member): void {
    this.#places = this.#places.filter((place) => place.member !== member);
    this.#entryCount -= member.papers.length;
  }

  /** Entries of its members among some postings; one that is in several counts as often. */
  frequency(matches: Matches): number {
    let sum = 0;
    for (let at = 0; at < matches.length; at += matchSize) {
      sum += this.isStale
        ? this.#count(matches[at] ?? 0, matches[at + 1] ?? 0)
        : (matches[at + 2] ?? 0);
    }
    return sum;
  }

  /** The stretches of the segment that its members take, as long as they can be. */
  parts(): SegmentPart[] {
    const parts: SegmentPart[] = [];
    for (const { member, first } of this.#places) {
      const [from, to] = [first, first + member.papers.length];
      const last = parts.at(-1);
      if (last?.to === from) parts[parts.length - 1] = { ...last, to };
      else parts.push({ segment: this.segment, from, to });
    }
    return parts;
  }

  #count(from: number, to: number): number {
    const { postings } = this.segment;
    let [count, entry, place] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      let byte = postings[at++] ?? 0;
      entry += byte & 127;
      for (let shift = 7; byte & 128; shift += 7) {
        byte = postings[at++] ?? 0;
        entry += (byte & 127) << shift;
      }
      while (entry >= endOf(this.#places[place])) place++;
      if (entry >= (this.#places[place]?.first ?? Infinity)) count++;
    }
    return count;
  }
}

function endOf(place: Place | undefined): number {
  return place ? place.first + place.member.papers.length : Infinity;
}

/** One group with the members of all, in their order. Costs the size of their segments. */
export function mergeGroups(groups: readonly ShardGroup[]): ShardGroup {
  const segment = mergeSegments(groups.flatMap((group) => group.parts()));
  return new ShardGroup(
    segment,
    groups.flatMap(({ places }) => places.map(({ member }) => member)),
  );
}
