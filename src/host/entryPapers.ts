import { arxivKey } from '../core/arxivId.js';
import type { BibliographyEntry } from '../core/bibliography/entry.js';
import { titleAndAuthor } from '../core/bibliography/match.js';
import type { Library } from '../core/library.js';
import type { Paper } from '../core/paper.js';
import { titleKey } from '../core/title.js';

/** The paper that an entry is of, when a digest tells of it: by id, DOI, or title with first author. */
export function paperOfEntry(library: Library, entry: BibliographyEntry): Paper | undefined {
  const { arxivId, doi, title } = entry;
  if (arxivId !== undefined) return library.paper(arxivKey(arxivId));
  const byDoi = doi === undefined ? undefined : library.paper(`doi:${doi.toLowerCase()}`);
  if (byDoi || title === undefined) return byDoi;
  const likely = library.paper(titleKey(title));
  return likely && titleAndAuthor(likely) === titleAndAuthor(entry) ? likely : undefined;
}
