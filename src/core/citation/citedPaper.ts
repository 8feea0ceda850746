import { monthOfId } from '../arxivId.js';
import { absUrl, doiUrl } from '../arxivLinks.js';
import type { PaperFacts } from '../paper.js';

/** What citing a paper needs to know of it. A `Paper` is one. */
export interface CitedPaper extends PaperFacts {
  /** Counts only for a paper without arXiv id; the caller may take it from the digest's date. */
  readonly year?: number;
  /** TeX with line breaks, as in `EntryBody`; lists of papers do not have it. */
  readonly abstract?: string;
}

/**
 * The year of version 1, which the arXiv id tells; without id the year that the caller knows.
 * arXiv's own export writes the year of the latest version instead, which no digest holds
 * (citations.md 1), and an id given on the first of January may belong to a paper of the day before.
 */
export function yearOf(paper: CitedPaper): number | undefined {
  return paper.id === undefined ? paper.year : Number(monthOfId(paper.id).slice(0, 4));
}

/** The DOI without resolver or `doi:`; undefined when what is stored cannot be a DOI. */
export function bareDoi(paper: CitedPaper): string | undefined {
  const doi = paper.doi?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  // Braces would end a BibTeX field, and no registrant uses them.
  return doi !== undefined && /^10\.\d{4,9}\/[^\s{}\\]+$/.test(doi) ? doi : undefined;
}

/** Where a reader finds the paper: arXiv's abstract page, else the DOI's page, else nowhere. */
export function linkOf(paper: CitedPaper): string | undefined {
  if (paper.id !== undefined) return absUrl(paper.id);
  const doi = bareDoi(paper);
  return doi === undefined ? undefined : doiUrl(doi);
}
