import type { Paper, PaperKey } from '../core/paper.js';
import { parseArxivId, arxivKey } from '../core/arxivId.js';
import type { LibraryService } from './libraryService.js';
import type { SearchService } from './searchService.js';

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
  /**
   * Full-text search, best first, once all digests are read: papers that hold all the words, but for
   * typos when nothing holds them as they are. The newest papers for an empty query.
   * The query language is that of "Search Papers" (README).
   */
  findPapers(query: string, limit: number): Promise<readonly Paper[]>;
}

export function publicApi(service: LibraryService, search: SearchService): PreprintApi {
  return {
    version: 1,
    whenReady: () => service.start(),
    get paperCount() {
      return service.library.size;
    },
    getPaper: (idOrKey) => service.library.paper(keyOf(idOrKey)),
    async findPapers(query, limit) {
      await search.ready();
      const { papers, match } = await search.find(query, limit);
      return match === 'some' ? [] : papers.map(({ paper }) => paper);
    },
  };
}

function keyOf(idOrKey: string): PaperKey {
  const id = parseArxivId(idOrKey.replace(/^arxiv:/i, ''));
  // An unknown key finds nothing, whatever its shape.
  return id ? arxivKey(id.id) : (idOrKey as PaperKey);
}
