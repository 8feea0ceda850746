import type { FoundLink } from './folderWalk.js';

/** Links in a row, each below the one before, that are followed: a circle ends. */
const mostLinks = 10;

/**
 * By which path each file and folder of a disk is known, although links lead to some by others. As of
 * the last walk. All paths are parted by `/`.
 */
export class KnownPlaces {
  /** Where links lead that are still to be followed. */
  readonly #links = new Map<string, string>();
  /** Folders that such a link lies in, however deep. */
  readonly #above = new Set<string>();
  /** By their real paths: the path that they are known by. */
  readonly #found: ReadonlyMap<string, string>;

  /**
   * @param links with their own paths; what leads to itself is none
   * @param found the path by which what is really there was found
   */
  constructor(links: readonly FoundLink<string>[], found: ReadonlyMap<string, string>) {
    this.#found = found;
    for (const { place, real } of links) {
      if (place === real) continue;
      this.#links.set(place, real);
      for (const { folder } of foldersOf(place)) this.#above.add(folder);
    }
  }

  /** The path that something is known by, which may not be there any more; its own as a rule. */
  known(path: string): string {
    if (this.#links.size === 0) return path;
    let real = path;
    for (let followed = 0; followed < mostLinks; followed++) {
      const next = replaced(real, this.#links);
      if (next === undefined || next === real) break;
      real = next;
    }
    return replaced(real, this.#found) ?? path;
  }

  /** Whether something is a link, or a folder with links in it. */
  holdsLinks(path: string): boolean {
    return this.#links.has(path) || this.#above.has(path);
  }
}

/** The path with the longest beginning of it that the map has replaced. */
function replaced(path: string, map: ReadonlyMap<string, string>): string | undefined {
  const whole = map.get(path);
  if (whole !== undefined) return whole;
  for (const { folder, rest } of foldersOf(path)) {
    const target = map.get(folder);
    if (target !== undefined) return `${target.replace(/\/$/, '')}/${rest}`;
  }
  return undefined;
}

/** The folders that a path lies in, the nearest first, each with the rest of the path. */
function* foldersOf(path: string): Generator<{ folder: string; rest: string }> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    yield { folder: path.slice(0, end), rest: path.slice(end + 1) };
  }
  yield { folder: '/', rest: path.slice(1) };
}
