import type { Library } from '../library.js';
import type { PaperKey } from '../paper.js';
import { texToText } from '../render/texToText.js';
import type { Ranked } from './figures.js';
import { mostFirst } from './ranks.js';

const mostAuthors = 25;

/** Papers, and authors, that are looked at between two pauses: less than a millisecond. */
const papersAtOnce = 64;
const authorsAtOnce = 1024;

/** The authors with most of some papers; those with one alone are left out. */
export function* countAuthors(
  library: Library,
  keys: readonly PaperKey[],
): Generator<undefined, readonly Ranked[]> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const key of keys) {
    // Some lists name an author twice.
    for (const author of new Set(library.paper(key)?.authors.map(texToText))) {
      counts.set(author, (counts.get(author) ?? 0) + 1);
    }
    if (++looked % papersAtOnce === 0) yield;
  }
  // Sorting all of a hundred thousand would be a long time without a pause.
  const first: Ranked[] = [];
  looked = 0;
  for (const [name, papers] of counts) {
    if (papers > 1) first.push({ name, papers });
    if (first.length > 20 * mostAuthors) first.sort(mostFirst).splice(mostAuthors);
    if (++looked % authorsAtOnce === 0) yield;
  }
  return first.sort(mostFirst).slice(0, mostAuthors);
}
