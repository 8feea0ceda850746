import { sourceHtml } from './mathToHtml.js';

/** In code units; the longest text of 8,945 papers has 5,096. */
const longest = 100_000;

/**
 * A text that is too long to be read at all, as it is written and cut; undefined for any other. To
 * read it would cost seconds.
 */
export function longTextHtml(source: string): string | undefined {
  if (source.length <= longest) return undefined;
  const reason = `Of this text, the first ${longest} characters are shown as they are.`;
  return sourceHtml(`${source.slice(0, longest)} …`, false, reason);
}
