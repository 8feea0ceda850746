import { rangeBetween } from '../../bibliography/entry.js';
import type { CitationUse } from '../../digest.js';
import type { Lines } from '../../lines.js';
import type { ScanOptions } from './citationGroup.js';
import { citesByKeys, findCitations } from './findCitations.js';

/** No citation of any language is without one of these; most documents are. */
const hint = /@|cite|bibentry/i;

/** Whether it is worth to look for citations. */
export function mayCite(text: string, latexCommand: string | undefined): boolean {
  return latexCommand !== undefined || hint.test(text);
}

/** Every key that a document cites by, in its order. Nearly free for documents that cite nothing. */
export function findUses(
  lines: Lines,
  languageId: string,
  path: string,
  options: ScanOptions = {},
): CitationUse[] {
  const { text } = lines;
  if (!citesByKeys(languageId, path)) return [];
  if (!mayCite(text, options.latexCommand)) return [];
  return findCitations(text, languageId, path, options).flatMap(({ keys, certain }) =>
    keys.map(({ key, start, end }) => ({
      key,
      range: rangeBetween(lines, start, end),
      ...(!certain && { uncertain: true as const }),
    })),
  );
}
