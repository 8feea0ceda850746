import type { DigestDate } from '../digest.js';
import type { PaperKey } from '../paper.js';
import type { QueryFilter } from './query.js';

/** What filters look at, of a digest. */
export interface FilteredDigest {
  readonly uri: string;
  readonly date?: DigestDate;
  /** Where entries have days of their own. */
  readonly days?: readonly string[];
}

type Filter<Kind> = Extract<QueryFilter, { kind: Kind }>;

/** Whether a paper is in a state, such as `starred`. */
export type StateOf = (key: PaperKey, state: string) => boolean;

/** The filters of a query, asked first for a digest and then for its entries. */
export class Filters {
  readonly #ofDate: Filter<'date'>[] = [];
  readonly #ofFolder: Filter<'folder'>[] = [];
  readonly #ofCategory: Filter<'category'>[] = [];
  readonly #ofPaper: Filter<'state'>[] = [];
  readonly #isInState: StateOf;
  /** Libraries have few categories and many entries. */
  readonly #categories = new Map<string, boolean>();

  constructor(filters: readonly QueryFilter[], isInState: StateOf) {
    this.#isInState = isInState;
    for (const filter of filters) {
      if (filter.kind === 'category') this.#ofCategory.push(filter);
      else if (filter.kind === 'state') this.#ofPaper.push(filter);
      else if (filter.kind === 'date') this.#ofDate.push(filter);
      else this.#ofFolder.push(filter);
    }
  }

  /** Whether there is anything to ask of a single entry, but for a day of its own. */
  get lookAtEntries(): boolean {
    return this.#ofCategory.length + this.#ofPaper.length > 0;
  }

  passDigest({ uri, date, days }: FilteredDigest): boolean {
    if (!days && !this.#isInTime(date?.value ?? '')) return false;
    return this.#ofFolder.every((filter) => isInFolder(filter, uri) !== filter.not);
  }

  passEntry(key: PaperKey, category: string, day?: string): boolean {
    if (day !== undefined && !this.#isInTime(day)) return false;
    let passes = this.#categories.get(category);
    if (passes === undefined) {
      passes = this.#ofCategory.every((filter) => isOfCategory(filter, category) !== filter.not);
      this.#categories.set(category, passes);
    }
    return passes && this.#ofPaper.every(({ state, not }) => this.#isInState(key, state) !== not);
  }

  #isInTime(day: string): boolean {
    return this.#ofDate.every((filter) => isWithin(filter, day) !== filter.not);
  }
}

function isWithin({ from, before }: Filter<'date'>, day: string): boolean {
  return day !== '' && day >= from && (before === '' || day < before);
}

function isInFolder(filter: Filter<'folder'>, uri: string): boolean {
  const path = decoded(uri).toLowerCase();
  const folders = path.slice(0, path.lastIndexOf('/') + 1);
  return folders.includes(`/${filter.folder}${filter.open ? '' : '/'}`);
}

function isOfCategory(filter: Filter<'category'>, of: string): boolean {
  const category = of.toLowerCase();
  if (category === '') return false;
  return (
    category === filter.category ||
    category.startsWith(filter.open ? filter.category : `${filter.category}.`)
  );
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
