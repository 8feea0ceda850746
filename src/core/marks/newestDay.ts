import type { DigestDay } from '../joinedDigests.js';
import type { Library } from '../library.js';
import type { PaperKey } from '../paper.js';
import { joinedEntries } from '../twins.js';

/** The papers of the newest digests. */
export interface NewestDay extends DigestDay {
  /** In the order of the digests. */
  readonly keys: ReadonlySet<PaperKey>;
}

/** Undefined while no digest has a date. Costs a look at the papers of the day. */
export function newestDay(library: Library): NewestDay | undefined {
  const { newestDay: newest } = library;
  if (!newest) return undefined;
  const keys = [...library.digestsOn(newest.day)]
    .sort((a, b) => (a.uri < b.uri ? -1 : 1))
    .flatMap((joined) => joinedEntries(joined, newest.day))
    .map(({ entry }) => library.homeOf(entry));
  return { ...newest, keys: new Set(keys) };
}
