import { shownText } from '../shownText.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as HTML, fit for content and for attributes in either kind of quotes. What a page must not
 * show of a foreign text goes (`shownText`): a title could rewrite the buttons beside it.
 */
export function escapeHtml(text: string): string {
  return shownText(text)
    .replace(/[\x08\x0c]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
