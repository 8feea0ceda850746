import type { EntryPlace } from '../worker/bibliographyProtocol.js';
import type { BibliographyService, CitingDocument } from './bibliographyService.js';
import { paperOfEntry } from './entryPapers.js';
import type { LibraryService } from './libraryService.js';
import type { EntrySource } from './pickerOptions.js';

/** So many works of bibliographies lead the papers of the digests, which have to stay in sight. */
const mostOthers = 10;
/** Of those that are found, many may be of papers that the digests have found as well. */
const mostLookedAt = 60;

/** What a document can cite already, for a picker of papers. */
export function citedWorks(
  bibliographies: BibliographyService,
  { library }: LibraryService,
  document: CitingDocument,
): EntrySource {
  return {
    async find(query, papers) {
      const cited = await bibliographies.of(document);
      const [matches, found] = await Promise.all([
        bibliographies.match(cited, papers),
        query.trim() === '' ? undefined : bibliographies.complete(cited, query, mostLookedAt),
      ]);
      const listed = new Set(papers.map(({ key }) => key));
      const matched = new Set(matches.map((match) => match && nameOf(match)));
      const others = (found?.places ?? []).filter((place) => {
        const paper = paperOfEntry(library, place.entry);
        return !matched.has(nameOf(place)) && (!paper || !listed.has(paper.key));
      });
      return { ofPapers: matches, others: others.slice(0, mostOthers) };
    },
  };
}

function nameOf({ uri, entry }: EntryPlace): string {
  return `${uri} ${entry.key}`;
}
