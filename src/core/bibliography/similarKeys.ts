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
  const { length } = other;
  let row = Uint16Array.from({ length: length + 1 }, (_, at) => at);
  let next = new Uint16Array(length + 1);
  for (let line = 1; line <= one.length; line++) {
    // Further from the diagonal there are more edits than that in any case.
    const from = Math.max(1, line - most);
    const to = Math.min(length, line + most);
    next.fill(most + 1);
    next[0] = line;
    let least = from === 1 ? line : most + 1;
    const letter = one.charCodeAt(line - 1);
    for (let at = from; at <= to; at++) {
      const same = letter === other.charCodeAt(at - 1) ? 0 : 1;
      const cost = Math.min(
        (row[at - 1] ?? 0) + same,
        (at < line + most ? (row[at] ?? 0) : most) + 1,
        (next[at - 1] ?? 0) + 1,
      );
      next[at] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    [row, next] = [next, row];
  }
  const distance = row[length] ?? 0;
  return distance <= most ? distance : undefined;
}
