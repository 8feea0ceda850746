import type { Bomb } from './bomb.js';

/** What any step may take beside what its text does: caches are cold, collectors run. */
const spareMs = 300;
const usualMsPerMb = 1000;
/** Below this, times are mostly noise. */
const noiseMs = 60;
/** What a text so many times as long may cost more, beside that. */
const slack = 3;

/**
 * What is done with a bomb and takes too long: more than a second a megabyte, or more than the bomb's
 * length explains from one length to the next. A step that takes too long is the last: nobody waits
 * for the next length of what is quadratic.
 */
export function unbearable(bomb: Bomb, lengths: readonly number[]): string[] {
  const { name, path, jobs, text, msPerMb = usualMsPerMb } = bomb;
  const before = new Map<string, { readonly ms: number; readonly size: number }>();
  const faults: string[] = [];
  for (const length of lengths) {
    const content = text(length);
    const size = content.length;
    jobs(content, path, (step, run) => {
      const last = before.get(step);
      const most = spareMs + (size / 1_000_000) * msPerMb;
      const grown = last && ((Math.max(last.ms, noiseMs) * size) / last.size) * slack;
      const longest = Math.min(most, grown ?? most);
      const first = timed(run);
      const { result } = first;
      // The first time code is compiled and what others have left is cleared away, which counts as well.
      const ms = first.ms > longest ? Math.min(first.ms, timed(run).ms) : first.ms;
      before.set(step, { ms, size });
      if (ms > longest) {
        const then = last ? `, ${Math.round(last.ms)} ms for ${last.size}` : '';
        faults.push(`${name}: ${step} takes ${Math.round(ms)} ms for ${size} characters${then}`);
      }
      return result;
    });
    if (faults.length > 0) break;
  }
  return faults;
}

/** A result, and the time on the processor that it took. */
function timed<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const began = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(began);
  return { result, ms: (user + system) / 1000 };
}
