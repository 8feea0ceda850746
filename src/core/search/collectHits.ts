import type { PaperKey } from '../paper.js';
import type { FilteredDigest } from './filters.js';
import type { PaperTable } from './paperTable.js';
import { ruledOut, type Scores } from './scoring.js';
import type { ShardGroup } from './shardGroup.js';
import type { TopHits } from './topHits.js';

/** What may be found, asked first for a digest and then for its entries. */
export interface EntryFilter {
  /** Whether there is anything to ask of a single entry. */
  readonly lookAtEntries: boolean;
  passDigest(digest: FilteredDigest): boolean;
  /** @param day where it may be another than the digest's */
  passEntry(key: PaperKey, category: string, day?: string): boolean;
}

/**
 * Takes over the entries of a group that pass.
 * @param least what `matched` of an entry must be
 */
export function collectHits(
  { places }: ShardGroup,
  { matched, scores }: Pick<Scores, 'matched' | 'scores'>,
  least: number,
  filter: EntryFilter,
  keys: PaperTable,
  top: TopHits,
): void {
  for (const { member, first } of places) {
    if (!filter.passDigest(member)) continue;
    top.open(member);
    const { papers, categories, days } = member;
    for (let entry = 0; entry < papers.length; entry++) {
      const terms = matched[first + entry] ?? 0;
      if (terms < least || terms === ruledOut) continue;
      const paper = papers[entry] ?? 0;
      if (filter.lookAtEntries || days) {
        const key = keys.key(paper);
        if (!key || !filter.passEntry(key, categories[entry] ?? '', days?.[entry])) continue;
      }
      top.add(paper, scores[first + entry] ?? 0, entry);
    }
  }
}
