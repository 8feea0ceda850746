import type { Paper, PaperKey } from '../core/paper.js';
import type { LibraryService } from './libraryService.js';
import type { SampleTexts } from './sampleTexts.js';
import type { FoundPaper, SearchService } from './searchService.js';

/** A paper that is like another, and why. */
export interface SimilarPaper extends FoundPaper {
  /** What both have, as the other one writes it, the weightiest first. */
  readonly shared: readonly string[];
}

export interface SimilarOptions {
  readonly limit: number;
  /** Filters as a query has them: `cat:cs.LG date:>2026-02-13`. */
  readonly within?: string;
}

/** Finds papers that are like one, among those that can be searched by now. */
export class SimilarPapers {
  readonly #library: Pick<LibraryService, 'library'>;
  readonly #search: Pick<SearchService, 'ask'>;
  readonly #samples: Pick<SampleTexts, 'of'>;

  constructor(
    library: Pick<LibraryService, 'library'>,
    search: Pick<SearchService, 'ask'>,
    samples: Pick<SampleTexts, 'of'>,
  ) {
    this.#library = library;
    this.#search = search;
    this.#samples = samples;
  }

  /** The most similar first. Reads the paper's newest digest; the rest is asked of the index. */
  async to(paper: Paper, { limit, within = '' }: SimilarOptions): Promise<readonly SimilarPaper[]> {
    const [newest] = paper.occurrences;
    const [text] = newest ? await this.#samples.of([newest]) : [];
    if (!text) return [];
    // Digests without ids know the paper by its title.
    const keys = [...new Set([paper.key, ...paper.occurrences.map(({ entry }) => entry.key)])];
    const hits = await this.#search.ask((searcher) =>
      searcher.call('similarPapers', { text, keys, within, limit }),
    );
    const found = new Map<PaperKey, SimilarPaper>();
    for (const { key, uri, shared } of hits) {
      const other = this.#library.library.paper(key);
      if (!other || other.key === paper.key || found.has(other.key)) continue;
      const place = other.occurrences.find((one) => one.uri === uri) ?? other.occurrences[0];
      if (place) found.set(other.key, { paper: other, place, shared });
    }
    return [...found.values()];
  }
}
