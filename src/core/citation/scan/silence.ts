/** Stands for each silent character: no letter, no blank, no sign of any syntax. */
export const silent = '\u0001';

/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Overwrites stretches, which must not overlap and be in order. Line ends stay. */
export function overwrite(text: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    if (start < at) continue;
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, silent));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Overwrites each match of an expression (flag `g`) from its group `hide`, or all of it. */
export function overwriteMatches(text: string, pattern: RegExp): string {
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    const hide = match.groups?.['hide'] ?? match[0];
    const end = match.index + match[0].length;
    stretches.push({ start: end - hide.length, end });
  }
  return overwrite(text, stretches);
}

/** Addresses, from behind their scheme: it holds nothing, and to look for it is what would cost. */
export function overwriteUrls(text: string): string {
  return overwriteMatches(text, /(?::\/\/|\bmailto:|\bwww\.)[^\s<>[\]"`{}]*/gi);
}

/** Stretches between an opening and a closing sign; what is never closed is not silent. */
export function closedStretches(text: string, open: string, close: string): Stretch[] {
  const found: Stretch[] = [];
  for (let start = text.indexOf(open); start !== -1;) {
    const closing = text.indexOf(close, start + open.length);
    if (closing === -1) break;
    const end = closing + close.length;
    found.push({ start, end });
    start = text.indexOf(open, end);
  }
  return found;
}

/**
 * Code between runs of backticks of the same length, as Markdown has it.
 * @param isCode asked for each run that would open code; false makes its pair ordinary text
 */
export function backtickStretches(
  text: string,
  from: number,
  to: number,
  isCode: (open: number, length: number) => boolean,
): Stretch[] {
  const runs: { readonly start: number; readonly length: number }[] = [];
  for (const match of text.slice(from, to).matchAll(/`+/g)) {
    runs.push({ start: from + match.index, length: match[0].length });
  }
  const later = new Map<number, number>();
  const partners = new Array<number | undefined>(runs.length);
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0;
    partners[at] = later.get(length);
    later.set(length, at);
  }
  const found: Stretch[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    const partner = partners[at];
    if (run === undefined || partner === undefined || isEscaped(text, run.start)) continue;
    const end = (runs[partner]?.start ?? to) + run.length;
    if (isCode(run.start, run.length)) found.push({ start: run.start, end });
    at = partner;
  }
  return found;
}

/** Whether an odd number of backslashes stands before an offset. */
export function isEscaped(text: string, at: number): boolean {
  let count = 0;
  // More than a few are no escape that anybody wrote; a limit keeps the cost linear.
  while (count < 20 && text[at - 1 - count] === '\\') count++;
  return count % 2 === 1;
}
