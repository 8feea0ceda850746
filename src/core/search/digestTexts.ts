import { formatOf } from '../formats/registry.js';
import type { ReadContext } from '../formats/format.js';
import type { Digest } from '../digest.js';
import { Lines } from '../lines.js';
import type { SearchText } from './fields.js';
import { searchText } from './searchText.js';

/**
 * What is searched of each entry of a digest, in its order.
 * @param text the digest's, as it was when its entries were found; an entry that is not where it was
 * is searched by what its lists tell
 */
export function digestTexts(digest: Digest, text: string, context: ReadContext): SearchText[] {
  const lines = new Lines(text);
  const format = formatOf(digest);
  return digest.entries.map((entry) => {
    const read = format?.readEntry(lines.sliceRange(entry.range), digest.labels, context);
    return searchText(entry, read?.key === entry.key ? read.body : { fields: [] });
  });
}
