import assert from 'node:assert/strict';

const short = 50_000;
const long = 200_000;
/** Four times the text costs four times the time where the cost is linear, sixteen where it is not. */
const allowedGrowth = 9;
/** In milliseconds. Shorter runs are harmless, and their growth is noise. */
const negligible = 25;
const rounds = 12;

/**
 * Fails when the cost of `run` grows much faster than the length of its text. Counts this process's
 * own processor time and takes the best of several runs, so that other programs do not matter.
 */
export function assertLinear(
  name: string,
  text: (length: number) => string,
  run: (text: string) => void,
): void {
  const [shortText, longText] = [text(short), text(long)];
  const best = { short: Infinity, long: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.long = Math.min(best.long, cost(longText, run));
    if (best.long < negligible) return;
    best.short = Math.min(best.short, cost(shortText, run));
    if (best.long < best.short * allowedGrowth) return;
  }
  assert.fail(
    `${name}: ${best.short.toFixed(1)} ms for 50 kB, ${best.long.toFixed(1)} ms for 200 kB`,
  );
}

function cost(text: string, run: (text: string) => void): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
