/** Work that takes longer than this lets the editor have its turn, in milliseconds. */
const sliceMs = 4;

/** Parts long work on the main thread, so that nothing waits for it. */
export class Slices {
  #began = performance.now();

  /** To be awaited often: resolves at once while the slice lasts. */
  async turn(): Promise<void> {
    if (performance.now() - this.#began < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#began = performance.now();
  }
}
