import { isWork, keysOf, type BibliographyEntry } from './entry.js';
import type { Finding } from './findings.js';
import { named } from './entryChecks.js';

/** A list of more is that of a collection which nobody means to empty. */
const most = 1000;

/**
 * Entries whose keys nobody uses: no document, and no entry of these bibliographies, whether it is used
 * itself or not. What holds data for others is no work that could be cited.
 * @param others the entries of all bibliographies that are cited along with them
 * @param used the keys that documents cite by
 */
export function unusedEntries(
  entries: readonly BibliographyEntry[],
  others: Iterable<BibliographyEntry>,
  used: ReadonlySet<string>,
): readonly Finding[] {
  const naming = new Set<string>();
  for (const { relatives = [], parents = [] } of others) {
    for (const { key } of parents) naming.add(key);
    for (const key of relatives) naming.add(key);
  }
  return entries
    .filter((entry) => isWork(entry) && entry.key !== '')
    .filter((entry) => !keysOf(entry).some((key) => used.has(key) || naming.has(key)))
    .slice(0, most)
    .map((entry) => ({ check: 'unusedEntry', entry: named(entry) }));
}
