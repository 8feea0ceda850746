import { decodeHTML } from 'entities';

/** A tag or a comment; each `<` is looked at up to the next one, so that a text costs one pass. */
const tag = /<(?:[a-z/][^<>]*|!--[^<>]*--)>/gi;

/**
 * The text that a piece of HTML shows: tags dropped, entities decoded, white space folded. What comes
 * back is text and may hold `<` again: it is never HTML.
 */
export function shownText(html: string): string {
  const text = html.includes('<') ? html.replace(tag, '') : html;
  const decoded = (text.includes('&') ? decodeHTML(text) : text).trim();
  return /\s\s|[^\S ]/.test(decoded) ? decoded.replace(/\s+/g, ' ') : decoded;
}

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
