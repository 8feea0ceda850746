import { shownLine } from '../core/shownText.js';

/**
 * Foreign text made safe inside a Markdown string: every mark of punctuation is escaped, so that no
 * link, image, tag, entity, autolink or emphasis can come of it, and it stays on one line.
 */
export function escapeMarkdown(text: string): string {
  return shownLine(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
