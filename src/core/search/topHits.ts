import type { Member } from './shardGroup.js';

export interface TopHit {
  readonly paper: number;
  readonly score: number;
  readonly member: Member;
  /** In its digest. */
  readonly entry: number;
}

/** The best of the entries that a search finds, one for each paper. */
export class TopHits {
  /** Of each paper that was found, its best entry; by the paper's number. */
  readonly #scores: Float64Array;
  readonly #members: Uint32Array;
  readonly #entries: Uint32Array;
  /** The members that had hits; places in it, from 1, are in `#members`. */
  readonly #seen: Member[] = [];
  readonly #found: Uint32Array;
  #total = 0;

  /** @param paperLimit numbers of papers are below */
  constructor(paperLimit: number) {
    this.#scores = new Float64Array(paperLimit);
    this.#members = new Uint32Array(paperLimit);
    this.#entries = new Uint32Array(paperLimit);
    this.#found = new Uint32Array(paperLimit);
  }

  /** Papers that were found. */
  get total(): number {
    return this.#total;
  }

  /** The entries that are added from now on are of this digest. */
  open(member: Member): void {
    this.#seen.push(member);
  }

  add(paper: number, score: number, entry: number): void {
    if (this.#members[paper] === 0) this.#found[this.#total++] = paper;
    else if (!this.#isBetter(paper, score)) return;
    this.#scores[paper] = score;
    this.#members[paper] = this.#seen.length;
    this.#entries[paper] = entry;
  }

  /** The best first; of equal ones the newest. Sorts only what it gives. */
  best(limit: number): TopHit[] {
    const found = this.#found.subarray(0, this.#total);
    const best = limit * 4 < found.length ? this.#select(found, limit) : found;
    best.sort((a, b) => this.#compare(a, b));
    return Array.from(best.subarray(0, limit), (paper) => this.#hit(paper)).flatMap(
      (hit) => hit ?? [],
    );
  }

  #hit(paper: number): TopHit | undefined {
    const member = this.#member(paper);
    if (!member) return undefined;
    return { paper, score: this.#scores[paper] ?? 0, member, entry: this.#entries[paper] ?? 0 };
  }

  /** Whether an entry of the current digest is a better one than the known. Entries come in order. */
  #isBetter(paper: number, score: number): boolean {
    const known = this.#scores[paper] ?? 0;
    if (score !== known) return score > known;
    return this.#order(this.#seen.length) < this.#order(this.#members[paper] ?? 0);
  }

  /** Keeps some of the best, and throws the others away when there are twice as many. */
  #select(found: Uint32Array, limit: number): Uint32Array {
    const kept = new Uint32Array(Math.max(1, limit * 2));
    let count = 0;
    let worst = -1;
    for (const paper of found) {
      if (worst >= 0 && this.#compare(paper, worst) > 0) continue;
      kept[count++] = paper;
      if (count < kept.length) continue;
      kept.sort((a, b) => this.#compare(a, b));
      count = Math.max(0, limit);
      worst = kept[count - 1] ?? -1;
    }
    return kept.subarray(0, count);
  }

  #compare(a: number, b: number): number {
    const scores = (this.#scores[b] ?? 0) - (this.#scores[a] ?? 0);
    if (scores !== 0) return scores;
    const orders = this.#order(this.#members[a] ?? 0) - this.#order(this.#members[b] ?? 0);
    return orders === 0 ? (this.#entries[a] ?? 0) - (this.#entries[b] ?? 0) : orders;
  }

  #order(seen: number): number {
    return this.#seen[seen - 1]?.order ?? Infinity;
  }

  #member(paper: number): Member | undefined {
    return this.#seen[(this.#members[paper] ?? 0) - 1];
  }
}
