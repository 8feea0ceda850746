import { rangeBetween } from '../../bibliography/entry.js';
import type { Lines } from '../../lines.js';
import type { TextRange } from '../../text.js';
import type { CitationGroup, CitedKey, ScanOptions } from './citationGroup.js';
import { scannerOf } from './findCitations.js';
import { repeatedKeys } from './repeatedKeys.js';

export interface KeyRewrite {
  /** Where the key stands. */
  readonly use: TextRange;
  /** What is to be replaced: the key, or more where the citation has the new one already. */
  readonly range: TextRange;
  /** What to write there; undefined where this language cannot write the new key. */
  readonly text: string | undefined;
}

/**
 * How each use of keys in a document is to be written when they become another one: a language may
 * want braces or quotes for the new one where the old one had none, and no citation names a work twice
 * that it named by two keys, unless it says something with each. The ranges do not overlap.
 * @param keys all that become the new one, because their places in one citation depend on each other
 */
export function rewriteKeys(
  lines: Lines,
  languageId: string,
  path: string,
  keys: readonly string[],
  newKey: string,
  options: ScanOptions = {},
): KeyRewrite[] {
  const scanner = scannerOf(languageId, path);
  if (!scanner) return [];
  const scanned = { text: scanner.silence(lines.text), options };
  return rewriteGroups(lines, scanned.text, scanner.find(scanned), keys, newKey, (use) => {
    const place = scanner.placeAt(scanned, use.end);
    return place?.start === use.start ? place.write(newKey) : newKey;
  });
}

/**
 * The same for citations that have been found.
 * @param text with all that is silent overwritten
 * @param write the new key as it can stand in place of an old one
 */
export function rewriteGroups(
  lines: Lines,
  text: string,
  groups: readonly CitationGroup[],
  keys: readonly string[],
  newKey: string,
  write: (use: CitedKey) => string | undefined,
): KeyRewrite[] {
  const old = new Set(keys.filter((key) => key !== newKey));
  return groups.flatMap((group) => {
    const repeated = repeatedKeys(text, group, old, newKey);
    return group.keys
      .filter(({ key }) => old.has(key))
      .map((key) => {
        const use = rangeBetween(lines, key.start, key.end);
        const { start, end } = repeated.get(key) ?? key;
        return repeated.has(key)
          ? { use, range: rangeBetween(lines, start, end), text: '' }
          : { use, range: use, text: write(key) };
      });
  });
}
