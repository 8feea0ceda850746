import type { CitedPaper } from '../core/citation/citedPaper.js';
import type { Paper } from '../core/paper.js';

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
