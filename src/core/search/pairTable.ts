/** Numbers by pairs of UTF-16 code units, in an open hash table where a look touches one place. */
export class PairTable {
  /** Of each slot the pair, and its number plus two; 0 for a free slot. */
  #slots = new Int32Array(1 << 15);
  #bits = 14;
  #size = 0;

  /** undefined when the pair has no number. */
  get(pair: number): number | undefined {
    const found = this.#slots[this.#find(pair) + 1] ?? 0;
    return found === 0 ? undefined : found - 2;
  }

  /** @param number from -1 on */
  set(pair: number, number: number): void {
    const slot = this.#find(pair);
    if (this.#slots[slot + 1] === 0) this.#size++;
    this.#slots[slot] = pair;
    this.#slots[slot + 1] = number + 2;
    if (this.#size * 4 > this.#slots.length) this.#grow();
  }

  #find(pair: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> (32 - this.#bits)) << 1;
    while (slots[slot + 1] !== 0 && slots[slot] !== pair) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#bits++;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      const slot = this.#find(old[at] ?? 0);
      this.#slots[slot] = old[at] ?? 0;
      this.#slots[slot + 1] = old[at + 1] ?? 0;
    }
  }
}
