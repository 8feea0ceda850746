import type { DigestDate } from '../digest.js';
import type { Occurrence, Paper } from '../paper.js';

/** What other digests had told of a paper before one of them did. */
export interface SeenBefore {
  /** Newest first, one for each day: a day may have a digest in each language. */
  readonly earlier: readonly Occurrence[];
  /** Versions that digests name, other than the one that this place names; ascending. */
  readonly otherVersions: readonly number[];
}

/**
 * Whether digests told of a paper before. Costs a look at its occurrences.
 * @param place one of the paper's occurrences
 */
export function seenBefore({ occurrences }: Paper, place: Occurrence): SeenBefore {
  const earlier: Occurrence[] = [];
  for (const one of occurrences) {
    if (!isBefore(one.date, place.date)) continue;
    if (earlier.at(-1)?.date?.value !== one.date?.value) earlier.push(one);
  }
  const versions = new Set(occurrences.flatMap(({ entry }) => entry.version ?? []));
  if (place.entry.version !== undefined) versions.delete(place.entry.version);
  return { earlier, otherVersions: [...versions].sort((a, b) => a - b) };
}

/** A day lies neither before nor behind the month that it is in. */
function isBefore(a: DigestDate | undefined, b: DigestDate | undefined): boolean {
  if (!a || !b) return false;
  return a.value < b.value && !b.value.startsWith(a.value);
}
