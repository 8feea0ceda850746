import { insertEntry, type TextInsertion } from './insertEntry.js';

/**
 * Where and what to write when several entries are added at once: one behind the other, as
 * `insertEntry` writes each.
 * @param entries never empty
 */
export function insertEntries(
  format: string,
  content: string,
  entries: readonly string[],
): TextInsertion | undefined {
  const before = content.replace(/^\uFEFF/, '');
  let text = before;
  let first: TextInsertion | undefined;
  for (const entry of entries) {
    const place = insertEntry(format, text, entry);
    if (!place) return undefined;
    first ??= place;
    text = text.slice(0, place.offset) + place.text + text.slice(place.offset);
  }
  if (!first) return undefined;
  const { offset } = first;
  // Each stands right behind the one before.
  return { ...first, text: text.slice(offset, offset + text.length - before.length) };
}
