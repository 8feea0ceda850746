import { fewestStars } from '../core/forYou/fewestStars.js';
import type { ForYouHit } from '../core/forYou/forYou.js';
import type { MarkKind } from '../core/forYou/tastes.js';
import type { Mark } from '../core/marks/mark.js';
import { newestDigests } from '../core/newestPapers.js';
import type { Occurrence, Paper, PaperKey } from '../core/paper.js';
import type { SampleText } from '../core/similar/sampleText.js';
import type { LibraryService } from './libraryService.js';
import type { MarksService } from './marksService.js';
import type { SampleTexts } from './sampleTexts.js';
import type { FoundPaper, SearchService } from './searchService.js';

/** A paper of the newest digest that a person may like, and why. */
export type PaperForYou = FoundPaper & Pick<ForYouHit, 'terms' | 'authors' | 'sameCategory'>;

export type ForYouAnswer =
  /** Too few papers are starred to tell anything from. */
  | { readonly kind: 'tooFewStars'; readonly stars: number; readonly needed: number }
  | { readonly kind: 'ranked'; readonly papers: readonly PaperForYou[] };

/** The newest marks of each kind count: what one liked two years ago may be no matter any more. */
const mostMarked: Readonly<Record<MarkKind, number>> = { starred: 100, read: 50, muted: 100 };

interface Marked {
  readonly mark: MarkKind;
  readonly paper: Paper;
  readonly place: Occurrence;
}

interface Facts {
  readonly text: SampleText;
  readonly authors: readonly string[];
  readonly category?: string;
}

/** What a person's marks say of the newest digest. All is computed here; nothing is kept of it. */
export class ForYou {
  readonly #library: LibraryService;
  readonly #search: SearchService;
  readonly #samples: SampleTexts;
  readonly #marks: MarksService;

  constructor(
    library: LibraryService,
    search: SearchService,
    samples: SampleTexts,
    marks: MarksService,
  ) {
    this.#library = library;
    this.#search = search;
    this.#samples = samples;
    this.#marks = marks;
  }

  /** The papers of the newest day that bear no mark, the most fitting first. Waits for the index. */
  async rank(limit: number): Promise<ForYouAnswer> {
    // How rare a word is shows once all digests are there.
    await Promise.all([this.#search.ready(), this.#marks.start()]);
    const marked = this.#marked();
    const stars = marked.filter(({ mark }) => mark === 'starred').length;
    if (stars < fewestStars) return { kind: 'tooFewStars', stars, needed: fewestStars };
    const candidates = this.#candidates();
    const [liked, asked] = [await this.#withFacts(marked), await this.#withFacts(candidates)];
    const hits = await this.#search.ask((searcher) =>
      searcher.call('rankForYou', {
        marked: liked.map(({ facts, mark }) => ({ ...facts, mark })),
        candidates: asked.map(({ facts, place }) => ({ ...facts, key: place.entry.key })),
        uris: [...new Set(candidates.map(({ place }) => place.uri))],
        limit,
      }),
    );
    const byKey = new Map(candidates.map((one) => [one.place.entry.key, one]));
    const papers = hits.flatMap(({ key, terms, authors, sameCategory }) => {
      const found = byKey.get(key);
      return found ? [{ ...found, terms, authors, sameCategory }] : [];
    });
    return { kind: 'ranked', papers };
  }

  async #withFacts<T extends FoundPaper>(
    papers: readonly T[],
  ): Promise<readonly (T & { readonly facts: Facts })[]> {
    const texts = await this.#samples.of(papers.map(({ place }) => place));
    return papers.flatMap((one, at) => {
      const text = texts[at];
      const { authors, category } = one.paper;
      const rest = { authors, ...(category !== undefined && { category }) };
      return text ? [{ ...one, facts: { text, ...rest } }] : [];
    });
  }

  #marked(): Marked[] {
    const kinds: Record<MarkKind, Marked[]> = { starred: [], read: [], muted: [] };
    for (const key of this.#marks.keys()) {
      const mark = kindOf(this.#marks.of(key));
      const paper = mark && this.#library.library.paper(key);
      const place = paper?.occurrences[0];
      if (mark && paper && place) kinds[mark].push({ mark, paper, place });
    }
    return Object.entries(kinds).flatMap(([mark, papers]) =>
      papers.sort(newestFirst).slice(0, mostMarked[mark as MarkKind]),
    );
  }

  #candidates(): FoundPaper[] {
    const { library } = this.#library;
    const found = new Map<PaperKey, FoundPaper>();
    for (const { uri, digest } of newestDigests(library)) {
      for (const { key } of digest.entries) {
        const paper = library.paper(key);
        const place = paper?.occurrences.find((one) => one.uri === uri);
        if (!paper || !place || found.has(paper.key) || !this.#isOpen(paper)) continue;
        found.set(paper.key, { paper, place });
      }
    }
    return [...found.values()];
  }

  #isOpen(paper: Paper): boolean {
    return kindOf(this.#marks.of(paper.key)) === undefined && !this.#marks.muteReason(paper);
  }
}

/** A star says more than that the paper has been read; what is muted was not liked after all. */
function kindOf({ starred, muted, progress }: Mark): MarkKind | undefined {
  if (muted) return 'muted';
  if (starred) return 'starred';
  return progress === 'read' ? 'read' : undefined;
}

function newestFirst(a: Marked, b: Marked): number {
  const [x, y] = [a.place.date?.value ?? '', b.place.date?.value ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.paper.key < b.paper.key ? -1 : 1;
}
