/** Keys further apart than this share of their length are not misspellings of each other. */
const farthest = 0.34;

/**
 * The keys that somebody may have meant by one that is not there: those that it can be turned into by
 * few changes, insertions and omissions of letters, the nearest first.
 */
export function similarKeys(
  key: string,
  keys: readonly string[],
  limit: number,
): readonly string[] {
  const wanted = key.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length * farthest));
  const near: { readonly key: string; readonly distance: number }[] = [];
  for (const other of new Set(keys)) {
    if (other === '' || Math.abs(other.length - wanted.length) > most) continue;
    const distance = distanceWithin(wanted, other.toLowerCase(), most);
    if (distance !== undefined) near.push({ key: other, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((each) => each.key);
}

/** The number of edits between two texts (Levenshtein); undefined when there are more than `most`. */
function distanceWithin(one: string, other: string, most: number): number | undefined {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    let least = line;
    for (let at = 1; at <= other.length; at++) {
      const same = one[line - 1] === other[at - 1] ? 0 : 1;
      const cost = Math.min((row[at - 1] ?? 0) + same, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    row = next;
  }
  const distance = row[other.length] ?? 0;
  return distance <= most ? distance : undefined;
}
