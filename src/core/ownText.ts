/** Longer texts are copied in parts: a call takes no more arguments. */
const longestPart = 8192;

/**
 * A copy of a text that has been cut out of a longer one. A piece of 13 characters and more is a view of
 * the longer one (V8's `SlicedString`), which stays in memory as long as any piece of it, two bytes a
 * character if a single one wants them: a bibliography of 7 MB would take 14 MB for nothing.
 */
export function ownText(text: string): string {
  let copy = '';
  for (let from = 0; from < text.length; from += longestPart) {
    const codes: number[] = [];
    const end = Math.min(text.length, from + longestPart);
    for (let at = from; at < end; at++) codes.push(text.charCodeAt(at));
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
