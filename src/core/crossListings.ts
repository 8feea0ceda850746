import { archiveOf } from './categories.js';
import type { PaperKey } from './paper.js';

/** Archive of categories that are none of arXiv's. */
export const otherArchive = '';

export function archiveFor(category: string): string {
  return archiveOf(category) ?? otherArchive;
}

interface Listing {
  readonly primary: string;
  readonly crossLists: readonly string[];
}

/**
 * The papers that are cross-listed, by category. A paper of no other category than its primary one
 * costs nothing here, and a change costs the categories of its paper.
 */
export class CrossListings {
  readonly #listings = new Map<PaperKey, Listing>();
  readonly #papers = new Map<string, Set<PaperKey>>();
  readonly #archives = new Map<string, number>();

  /** @param crossLists undefined when the paper is listed no more */
  set(key: PaperKey, primary: string, crossLists: readonly string[] | undefined): void {
    const before = this.#listings.get(key);
    if (before) this.#leave(key, before);
    if (!crossLists || crossLists.length === 0) return;
    const listing = { primary, crossLists };
    this.#listings.set(key, listing);
    for (const category of crossLists) {
      this.#papers.set(category, (this.#papers.get(category) ?? new Set()).add(key));
    }
    for (const archive of furtherArchives(listing)) this.#count(archive, 1);
  }

  /** Categories beside the primary one. */
  of(key: PaperKey): readonly string[] {
    return this.#listings.get(key)?.crossLists ?? [];
  }

  /** Papers that are in a category by cross-list alone; never an empty set. */
  get papers(): ReadonlyMap<string, ReadonlySet<PaperKey>> {
    return this.#papers;
  }

  /** Papers of each archive (`archiveFor`) that cross-lists alone bring into it. */
  get archives(): ReadonlyMap<string, number> {
    return this.#archives;
  }

  #leave(key: PaperKey, listing: Listing): void {
    this.#listings.delete(key);
    for (const category of listing.crossLists) {
      const keys = this.#papers.get(category);
      keys?.delete(key);
      if (keys?.size === 0) this.#papers.delete(category);
    }
    for (const archive of furtherArchives(listing)) this.#count(archive, -1);
  }

  #count(archive: string, step: 1 | -1): void {
    const count = (this.#archives.get(archive) ?? 0) + step;
    if (count > 0) this.#archives.set(archive, count);
    else this.#archives.delete(archive);
  }
}

function furtherArchives({ primary, crossLists }: Listing): ReadonlySet<string> {
  const archives = new Set(crossLists.map(archiveFor));
  archives.delete(archiveFor(primary));
  return archives;
}
