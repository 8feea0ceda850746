import type { Paper, PaperKey } from '../core/paper.js';
import { parseArxivId, arxivKey } from '../core/arxivId.js';
import type { LibraryService } from './libraryService.js';

/**
 * What Preprint offers to other extensions:
 *
 *     const preprint = await vscode.extensions.getExtension('preprint.preprint')?.activate();
 *     await preprint.whenReady();
 *     preprint.getPaper('2510.06174')?.title;
 */
export interface PreprintApi {
  /** Grows when something here changes its meaning or goes. */
  readonly version: 1;
  /** Begins to index, if nothing has yet; resolves when all digests of the workspace are read. */
  whenReady(): Promise<void>;
  /** Papers known so far, each counted once over all digests. */
  readonly paperCount: number;
  /** @param idOrKey an arXiv id, with or without version, or a `Paper.key` */
  getPaper(idOrKey: string): Paper | undefined;
  /** Papers whose title, authors, id or category hold all words of the query, newest first. */
  findPapers(query: string, limit: number): Promise<readonly Paper[]>;
}

export function publicApi(service: LibraryService): PreprintApi {
  return {
    version: 1,
    whenReady: () => service.start(),
    get paperCount() {
      return service.library.size;
    },
    getPaper: (idOrKey) => service.library.paper(keyOf(idOrKey)),
    findPapers: (query, limit) => service.find(query, limit),
  };
}

function keyOf(idOrKey: string): PaperKey {
  const id = parseArxivId(idOrKey.replace(/^arxiv:/i, ''));
  // An unknown key finds nothing, whatever its shape.
  return id ? arxivKey(id.id) : (idOrKey as PaperKey);
}
