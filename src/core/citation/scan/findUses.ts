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

/** Nobody has written a document with more citations than these, and nobody goes through them. */
const mostUses = 50_000;

/**
 * Every key that a document cites by, in its order, of very many the first. Nearly free for documents
 * that cite nothing.
 */
export function findUses(
  lines: Lines,
  languageId: string,
  path: string,
  options: ScanOptions = {},
): CitationUse[] {
  const { text } = lines;
  if (!citesByKeys(languageId, path)) return [];
  if (!mayCite(text, options.latexCommand)) return [];
  const uses: CitationUse[] = [];
  for (const { keys, certain } of findCitations(text, languageId, path, options)) {
    for (const { key, start, end } of keys) {
      if (uses.length >= mostUses) return uses;
      const range = rangeBetween(lines, start, end);
      uses.push({ key, range, ...(!certain && { uncertain: true as const }) });
    }
  }
  return uses;
}
