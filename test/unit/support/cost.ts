import assert from 'node:assert/strict';

/** A quick run says nothing: below this the clock's noise is larger than any growth. */
const tooShortToJudge = 25;

/**
 * Fails when `run` takes much longer than twice as long for a text of twice the length. Takes the
 * best of several runs, since other programs of the machine can only make a run slower.
 */
export function assertLinear(name: string, text: (length: number) => string, run: Run): void {
  const [short, long] = [100_000, 200_000].map((length) => best(text(length), run));
  assert.ok(short !== undefined && long !== undefined);
  assert.ok(
    long < tooShortToJudge || long < short * 3.5,
    `${name}: ${short.toFixed(1)} ms for 100 kB, ${long.toFixed(1)} ms for 200 kB`,
  );
}

type Run = (text: string) => void;

function best(text: string, run: Run): number {
  let least = Infinity;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    run(text);
    least = Math.min(least, performance.now() - start);
    if (least < tooShortToJudge / 2) break;
  }
  return least;
}
