/** A third of what is noticed (16 ms), since a step or a collection of garbage may come on top. */
const sliceMs = 5;

/** Does a long piece of work in slices, so that the extension host answers in between. */
export function inSlices<T>(work: Iterator<undefined, T>): Promise<T>;
/**
 * As above, while it is wanted.
 * @param isWanted asked before each slice
 * @returns undefined when it is not wanted any more
 */
export function inSlices<T>(
  work: Iterator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined>;
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
