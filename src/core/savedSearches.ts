/** A search that the person has given a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

/**
 * What the setting says, which people write by hand and older or newer versions may have written:
 * entries that are none are passed over, and so is the second of two that are the same.
 */
export function readSavedSearches(value: unknown): SavedSearch[] {
  const searches: SavedSearch[] = [];
  for (const entry of listOf(value)) {
    if (!isSearch(entry)) continue;
    const { name, query } = entry;
    if (!searches.some((other) => isSame(other, entry))) searches.push({ name, query });
  }
  return searches;
}

/** Queries that were kept for the next window, by whichever version. */
export function readQueries(value: unknown): string[] {
  return [...new Set(listOf(value).filter(isText))];
}

/**
 * The setting with one search more. Here as below, entries that are none stay where they are: they
 * are the person's text, and perhaps about to become one.
 * @param at its place in the list; the end without it
 */
export function withSearch(value: unknown, search: SavedSearch, at = Infinity): unknown[] {
  return listOf(value).toSpliced(at, 0, search);
}

/** What else an entry holds stays with it. */
export function withSearchChanged(
  value: unknown,
  search: SavedSearch,
  changed: SavedSearch,
): unknown[] {
  const entries = listOf(value);
  const at = placeOfSearch(entries, search);
  return at < 0 ? entries : entries.with(at, { ...(entries[at] as object), ...changed });
}

/** As often as it is there: the second of two would come to light where the first has gone. */
export function withoutSearch(value: unknown, search: SavedSearch): unknown[] {
  return listOf(value).filter((entry) => !isSearch(entry) || !isSame(entry, search));
}

/** -1 when it is not there. */
export function placeOfSearch(value: unknown, search: SavedSearch): number {
  return listOf(value).findIndex((entry) => isSearch(entry) && isSame(entry, search));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as readonly unknown[])] : [];
}

function isSearch(value: unknown): value is SavedSearch {
  if (typeof value !== 'object' || value === null) return false;
  const { name, query } = value as Partial<Record<keyof SavedSearch, unknown>>;
  return isText(name) && isText(query);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isSame(a: SavedSearch, b: SavedSearch): boolean {
  return a.name === b.name && a.query === b.query;
}
