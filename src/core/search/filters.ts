import type { DigestDate } from '../digest.js';
import type { PaperKey } from '../paper.js';
import type { QueryFilter } from './query.js';

/** What filters look at, of a digest and of one entry in it. */
export interface FilteredEntry {
  readonly uri: string;
  readonly date: DigestDate | undefined;
  readonly key: PaperKey;
  readonly category: string;
}

/** Whether a paper is in a state, such as `starred`. */
export type StateOf = (key: PaperKey, state: string) => boolean;

export function passes(filter: QueryFilter, entry: FilteredEntry, isInState: StateOf): boolean {
  return matches(filter, entry, isInState) !== filter.not;
}

function matches(filter: QueryFilter, entry: FilteredEntry, isInState: StateOf): boolean {
  switch (filter.kind) {
    case 'category': {
      const [wanted, category] = [filter.category.toLowerCase(), entry.category.toLowerCase()];
      return category === wanted || (filter.below && category.startsWith(`${wanted}.`));
    }
    case 'date': {
      const date = entry.date?.value;
      if (date === undefined) return false;
      // `2026-03` as an end means its last day, which `2026-03~` comes behind.
      return date >= filter.from && (filter.to === '' || date <= `${filter.to}~`);
    }
    case 'folder':
      return decodeURIComponent(entry.uri).toLowerCase().includes(`/${filter.folder}`);
    case 'state':
      return isInState(entry.key, filter.state);
  }
}
