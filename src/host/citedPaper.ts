import type { CitedPaper } from '../core/citation/citedPaper.js';
import { arxivKey } from '../core/arxivId.js';
import type { Cite } from '../core/citation/syntaxes.js';
import type { Paper } from '../core/paper.js';
import { titleKey } from '../core/title.js';
import type { EntryPlace } from '../worker/bibliographyProtocol.js';

/** What citing has to know of a paper, without the places that tell of it: it goes to the worker. */
export function citedPaper(paper: Paper): CitedPaper {
  const { key, id, version, doi, title, authors, category, occurrences } = paper;
  const year = occurrences.at(-1)?.date?.value.slice(0, 4);
  return {
    ...{ key, title, authors },
    ...(id !== undefined && { id }),
    ...(version !== undefined && { version }),
    ...(doi !== undefined && { doi }),
    ...(category !== undefined && { category }),
    ...(id === undefined && year !== undefined && { year: Number(year) }),
  };
}

/** A work that a bibliography alone has, by the key that it has there. */
export function entryCite({ entry }: EntryPlace): Cite {
  const { key, arxivId: id, doi, title = '', authors, year } = entry;
  return {
    key,
    paper: {
      ...{ key: id === undefined ? titleKey(title) : arxivKey(id), title, authors },
      ...(id !== undefined && { id }),
      ...(doi !== undefined && { doi }),
      ...(year !== undefined && { year }),
    },
  };
}
