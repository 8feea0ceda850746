import assert from 'node:assert/strict';

const short = 50_000;
const long = 400_000;
/** Eight times the text costs eight times the time where the cost is linear, 64 where it is not. */
const allowedGrowth = 24;
/** In milliseconds. Some kernels count a process's time in ticks of up to ten. */
const tick = 10;
const rounds = 8;
/** In milliseconds: too long to be noise. */
const hopeless = 5000;

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
    best.short = Math.min(best.short, cost(shortText, run));
    best.long = Math.min(best.long, cost(longText, run));
    if (best.long < Math.max(best.short, tick) * allowedGrowth) return;
    if (best.long > hopeless) break;
  }
  assert.fail(
    `${name}: ${best.short.toFixed(1)} ms for 50 kB, ${best.long.toFixed(1)} ms for 400 kB`,
  );
}

function cost(text: string, run: (text: string) => void): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
