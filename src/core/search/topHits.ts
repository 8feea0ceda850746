import type { PaperKey } from '../paper.js';
import type { SearchHit, Shard } from './searchIndex.js';

interface Candidate {
  score: number;
  shard: Shard;
  entry: number;
}

/** Collects the entries of a search, one for each paper, and gives the best. */
export class TopHits {
  readonly #limit: number;
  readonly #candidates = new Map<PaperKey, Candidate>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(key: PaperKey, score: number, shard: Shard, entry: number): void {
    const known = this.#candidates.get(key);
    if (!known) {
      this.#candidates.set(key, { score, shard, entry });
    } else if (score > known.score || (score === known.score && isNewer(shard, known.shard))) {
      known.score = score;
      known.shard = shard;
      known.entry = entry;
    }
  }

  /** Costs one pass over what was found, and sorts only what is given. */
  finish(): { readonly hits: readonly SearchHit[]; readonly total: number } {
    const all = [...this.#candidates];
    const best = all.length <= this.#limit ? all.sort(compare) : this.#best();
    const hits = best.map(([key, { score, shard, entry }]) => ({
      key,
      score,
      uri: shard.uri,
      entry,
    }));
    return { hits, total: this.#candidates.size };
  }

  #best(): [PaperKey, Candidate][] {
    const best: [PaperKey, Candidate][] = [];
    for (const candidate of this.#candidates) {
      const last = best.at(-1);
      if (best.length >= this.#limit && last && compare(candidate, last) >= 0) continue;
      let at = best.length;
      while (at > 0 && compare(candidate, best[at - 1] ?? candidate) < 0) at--;
      best.splice(at, 0, candidate);
      if (best.length > this.#limit) best.pop();
    }
    return best;
  }
}

function compare([keyA, a]: [PaperKey, Candidate], [keyB, b]: [PaperKey, Candidate]): number {
  if (a.score !== b.score) return b.score - a.score;
  const [dateA, dateB] = [dateOf(a.shard), dateOf(b.shard)];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  if (a.shard === b.shard) return a.entry - b.entry;
  return keyA < keyB ? 1 : -1;
}

function isNewer(a: Shard, b: Shard): boolean {
  return dateOf(a) > dateOf(b);
}

function dateOf({ date }: Shard): string {
  return date?.value ?? '';
}
