import { formatOf } from '../formats/registry.js';
import type { ReadContext } from '../formats/format.js';
import type { Digest, DigestEntry } from '../digest.js';
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
  return entryTexts(digest, (entry) => lines.sliceRange(entry.range), context);
}

/** @param textOf what the digest holds of an entry */
export function entryTexts(
  digest: Digest,
  textOf: (entry: DigestEntry) => string,
  context: ReadContext,
): SearchText[] {
  const format = formatOf(digest);
  return digest.entries.map((entry) => {
    const read = format?.readEntry(textOf(entry), digest.labels, context);
    return searchText(entry, read?.key === entry.key ? read.body : { fields: [] });
  });
}
