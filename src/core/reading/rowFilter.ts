import type { PaperKey } from '../paper.js';
import type { ListRow, RowMark } from './listRow.js';

/** What a person has narrowed a list to. */
export interface RowFilter {
  /** Words that all stand in the title, the authors, the category or the id. */
  readonly text: string;
  /** Undefined for all. */
  readonly category: string | undefined;
  readonly show: 'all' | 'unread' | 'starred';
  /** Muted papers are shown as well. */
  readonly muted: boolean;
}

export const noFilter: RowFilter = { text: '', category: undefined, show: 'all', muted: false };

export interface Filtered {
  readonly rows: readonly ListRow[];
  /** Papers that the filter would let through, were they not muted. */
  readonly muted: number;
}

export interface FilterSources {
  readonly markOf: (key: PaperKey) => RowMark;
  /** Papers whose longer texts hold what is looked for. */
  readonly found?: ReadonlySet<PaperKey>;
  /** Papers that stay for now though they were read or lost their star: somebody looks at them. */
  readonly kept?: ReadonlySet<PaperKey>;
}

/** Narrows a list; 5,000 rows cost some milliseconds, the first time three times as many. */
export class RowFilterer {
  /** Rows are never changed, so that what they are searched by is made once. */
  readonly #texts = new WeakMap<ListRow, string>();

  filter(rows: readonly ListRow[], filter: RowFilter, sources: FilterSources): Filtered {
    const words = folded(filter.text).split(/\s+/).filter(Boolean);
    let muted = 0;
    const passing = rows.filter((row) => {
      if (filter.category !== undefined && row.category !== filter.category) return false;
      const mark = sources.markOf(row.key);
      if (!isShown(mark, filter.show) && sources.kept?.has(row.key) !== true) return false;
      if (words.length > 0 && sources.found?.has(row.key) !== true) {
        const text = this.#text(row);
        if (!words.every((word) => text.includes(word))) return false;
      }
      if (!mark.muted) return true;
      muted++;
      return filter.muted;
    });
    return { rows: passing, muted };
  }

  #text(row: ListRow): string {
    let text = this.#texts.get(row);
    if (text === undefined) {
      const id = row.key.startsWith('title:') ? '' : row.key.slice(row.key.indexOf(':') + 1);
      text = folded(`${row.title}\n${row.authors}\n${row.category}\n${id}`);
      this.#texts.set(row, text);
    }
    return text;
  }
}

function isShown({ progress, starred }: RowMark, show: RowFilter['show']): boolean {
  if (show === 'starred') return starred;
  return show === 'all' || progress === 'new';
}

/** Without case, accents and width: `Müller` is found by `muller`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The categories of a list with their numbers of papers, in alphabetical order, '' last. */
export function categoriesOf(rows: readonly ListRow[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}
