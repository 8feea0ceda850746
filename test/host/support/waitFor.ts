import assert from 'node:assert/strict';

/** How often a condition is looked at, in milliseconds. */
const pollEvery = 10;

/**
 * Looks until it sees something, and returns that.
 * @param what completes the sentence "Waited 10000 ms for …"
 * @param deadline in milliseconds
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  what: string,
  deadline = 10_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + deadline;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) {
      return seen as NonNullable<Exclude<T, false>>;
    }
    if (Date.now() > end) assert.fail(`Waited ${deadline} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/** A change that people make is to be seen within this, in milliseconds. */
const liveDeadline = 2000;

/** As `waitFor`, for what must be seen at once; prints how long it took. */
export async function seenSoon<T>(look: () => T | Promise<T>, what: string): Promise<void> {
  const started = Date.now();
  await waitFor(look, what, liveDeadline);
  console.log(`      ${Date.now() - started} ms for ${what}`);
}
