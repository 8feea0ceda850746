/**
 * The order of a list that is found anew while a person goes through it: what they have passed stays
 * where it is, and the rest follows as it was found.
 * @param shown the list in sight
 * @param passed how many of its rows stay
 */
export function steadyOrder<T>(shown: readonly T[], passed: number, found: readonly T[]): T[] {
  const steady = shown.slice(0, passed);
  const kept = new Set(steady);
  return [...steady, ...found.filter((one) => !kept.has(one))];
}
