import type { EntryText } from './entryTexts.js';
import type { HealthFinding } from './finding.js';

/** Entries whose authors are left out in a digest that names them: in more than half of its entries. */
export function missingAuthors(texts: readonly EntryText[]): HealthFinding[] {
  const without = texts.filter(({ entry }) => entry.authors.length === 0);
  if (without.length * 2 >= texts.length) return [];
  return without.map(({ entry }) => {
    return { check: 'missingAuthors', range: entry.nameRange, args: [] };
  });
}
