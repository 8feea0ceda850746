import { rangeBetween } from '../../bibliography/entry.js';
import type { Lines } from '../../lines.js';
import type { TextRange } from '../../text.js';
import type { ScanOptions } from './citationGroup.js';
import { scannerOf } from './findCitations.js';

export interface KeyRewrite {
  readonly range: TextRange;
  /** What to write there; undefined where this language cannot write the new key. */
  readonly text: string | undefined;
}

/**
 * How each use of a key in a document is to be written when the key becomes another one: a language
 * may want braces or quotes for the new one where the old one had none.
 */
export function rewriteKey(
  lines: Lines,
  languageId: string,
  path: string,
  key: string,
  newKey: string,
  options: ScanOptions = {},
): KeyRewrite[] {
  const scanner = scannerOf(languageId, path);
  if (!scanner) return [];
  const scanned = { text: scanner.silence(lines.text), options };
  const uses = scanner
    .find(scanned)
    .flatMap((group) => group.keys)
    .filter((use) => use.key === key);
  return uses.map(({ start, end }) => {
    const place = scanner.placeAt(scanned, end);
    const text = place?.start === start ? place.write(newKey) : newKey;
    return { range: rangeBetween(lines, start, end), text };
  });
}
