import type { PaperKey } from '../paper.js';
import type { Mark } from './mark.js';

/** The papers that lists ask for, kept while marks change: a tree must not look at all marks. */
export class MarkIndex {
  readonly #starred = new Set<PaperKey>();
  readonly #muted = new Set<PaperKey>();
  readonly #tags = new Map<string, Set<PaperKey>>();
  readonly #tagsOf = new Map<PaperKey, readonly string[]>();

  get starred(): ReadonlySet<PaperKey> {
    return this.#starred;
  }

  get muted(): ReadonlySet<PaperKey> {
    return this.#muted;
  }

  /** Never an empty set. */
  get tags(): ReadonlyMap<string, ReadonlySet<PaperKey>> {
    return this.#tags;
  }

  set(key: PaperKey, { starred, muted, tags }: Mark): void {
    toggle(this.#starred, key, starred);
    toggle(this.#muted, key, muted);
    for (const tag of this.#tagsOf.get(key) ?? []) {
      const keys = this.#tags.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#tags.delete(tag);
    }
    for (const tag of tags) {
      const keys = this.#tags.get(tag) ?? new Set<PaperKey>();
      this.#tags.set(tag, keys.add(key));
    }
    if (tags.length > 0) this.#tagsOf.set(key, tags);
    else this.#tagsOf.delete(key);
  }
}

function toggle(keys: Set<PaperKey>, key: PaperKey, isIn: boolean): void {
  if (isIn) keys.add(key);
  else keys.delete(key);
}
