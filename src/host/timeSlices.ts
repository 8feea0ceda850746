/** Half of what is noticed while typing (16 ms), since other work comes in between. */
const sliceMs = 8;

/**
 * Does a long piece of work in slices, so that the extension host answers in between.
 * @param isWanted asked before each slice
 * @returns undefined when it is not wanted any more
 */
export async function inSlices<T>(
  work: Iterator<undefined, T>,
  isWanted: () => boolean = () => true,
): Promise<T | undefined> {
  while (isWanted()) {
    const end = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return undefined;
}
