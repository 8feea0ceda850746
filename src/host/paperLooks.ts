import type { Occurrence, Paper } from '../core/paper.js';
import type { Passage } from '../core/search/passage.js';
import type { Content, EntrySource, LargeFile, Look } from '../worker/protocol.js';
import { AsideEntries } from './asideEntries.js';
import { contentsOf, sourceIn } from './digestContents.js';
import { nextMonth } from './idAt.js';
import { transferable, type Answerer } from './workerClient.js';
import { WorkerDied } from './workerDied.js';
import type { WorkspaceFiles } from './workspaceFiles.js';

export interface FoundPaper {
  readonly paper: Paper;
  /** The digest's entry that fits best. */
  readonly place: Occurrence;
}

interface LookOptions {
  readonly query: string;
  readonly typing: boolean;
  readonly length: number;
}

/** The best papers for a phrase: their texts are looked into first, then those of more and more. */
const firstLooks = 50;
/** Times as many each time, so that digests are not read again and again. */
const moreLooks = 2;
/** Digests that are read at the same time, two for each worker: they may be large. */
const filesAtOnce = 4;
/** More places than this tell nothing new of a paper. */
const mostPlaces = 4;

/** Looks into the texts of papers that a search has found, where they lie on disk. */
export class PaperLooks {
  readonly #files: WorkspaceFiles;
  readonly #workers: Answerer;
  readonly #aside = new AsideEntries();

  constructor(files: WorkspaceFiles, workers: Answerer) {
    this.#files = files;
    this.#workers = workers;
  }

  /** The passage of each paper that says most to a query, of so many UTF-16 code units at most. */
  async passages(
    papers: readonly FoundPaper[],
    query: string,
    length: number,
  ): Promise<readonly (Passage | undefined)[]> {
    const contents = await contentsOf(this.#files, new Set(papers.map(({ place }) => place.uri)));
    const sources = papers.map(({ place }) => sourceIn(contents, place));
    const looks = await this.#lookInto(contents, sources, { query, typing: true, length });
    return looks.map(({ passage }) => passage);
  }

  /** The papers with a place that holds the phrases of a query, as many as are asked for. */
  async verified(
    papers: readonly FoundPaper[],
    query: string,
    typing: boolean,
    limit: number,
  ): Promise<FoundPaper[]> {
    const fitting: FoundPaper[] = [];
    let [from, count] = [0, firstLooks];
    while (from < papers.length && fitting.length < limit) {
      const some = papers.slice(from, from + count);
      const fits = await this.#fitting(some, { query, typing, length: 0 });
      fitting.push(...some.filter((found) => fits.has(found)));
      from += count;
      count *= moreLooks;
    }
    return fitting.slice(0, limit);
  }

  /** Digest by digest, so that each is read once and few are in memory. */
  async #fitting(
    papers: readonly FoundPaper[],
    options: LookOptions,
  ): Promise<ReadonlySet<FoundPaper>> {
    const byFile = new Map<string, { found: FoundPaper; place: Occurrence }[]>();
    for (const found of papers) {
      for (const place of placesOf(found)) {
        const places = byFile.get(place.uri) ?? [];
        byFile.set(place.uri, places);
        places.push({ found, place });
      }
    }
    const fits = new Set<FoundPaper>();
    const files = byFile.entries();
    const lane = async (): Promise<void> => {
      for (const [uri, places] of files) {
        const open = places.filter(({ found }) => !fits.has(found));
        if (open.length === 0) continue;
        const contents = await contentsOf(this.#files, [uri]);
        const sources = open.map(({ place }) => sourceIn(contents, place));
        const looks = await this.#lookInto(contents, sources, options);
        for (const [at, { found }] of open.entries()) if (looks[at]?.fits) fits.add(found);
      }
    };
    await Promise.all(Array.from({ length: filesAtOnce }, lane));
    return fits;
  }

  /** @param contents are given away */
  async #lookInto(
    contents: ReadonlyMap<string, Content | LargeFile>,
    papers: readonly (readonly EntrySource[])[],
    options: LookOptions,
  ): Promise<readonly Look[]> {
    const open = papers.map((sources) => this.#aside.without(sources));
    const request = { ...options, latest: nextMonth(), papers: open };
    try {
      const transfer = [...contents.values()].flatMap(transferable);
      return await this.#workers.call('lookInto', request, transfer);
    } catch (error) {
      if (!(error instanceof WorkerDied) || error.blame !== 'overdue') throw error;
      this.#aside.note(error, papers.flat());
      return papers.map(() => ({ fits: false }));
    }
  }
}

/** Where a paper may hold a phrase: the best place first. */
function placesOf({ paper, place }: FoundPaper): readonly Occurrence[] {
  const others = paper.occurrences.filter((one) => one !== place);
  return [place, ...others].slice(0, mostPlaces);
}
