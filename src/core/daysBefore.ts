const dayMs = 24 * 60 * 60 * 1000;

/** @param day as `2026-02-13`, as is the answer */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}
