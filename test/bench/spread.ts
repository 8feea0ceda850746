/** Hits that are asked for: as many as a picker shows. */
export const hits = 100;

/** Of answers, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
