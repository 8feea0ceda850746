/** What stands between two marks of a text, the first time; undefined where either is missing. */
export function between(text: string, open: string, close: string): string | undefined {
  const at = text.indexOf(open);
  if (at === -1) return undefined;
  const from = at + open.length;
  const to = text.indexOf(close, from);
  return to === -1 ? undefined : text.slice(from, to);
}

/** The same for all places, from left to right. */
export function allBetween(text: string, open: string, close: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(open); at !== -1;) {
    const from = at + open.length;
    const to = text.indexOf(close, from);
    if (to === -1) break;
    found.push(text.slice(from, to));
    at = text.indexOf(open, to + close.length);
  }
  return found;
}
