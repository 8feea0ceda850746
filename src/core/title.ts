import type { PaperKey } from './paper.js';

/**
 * What two spellings of a title have in common: case, width, accents, punctuation and TeX marks are
 * folded away. Trending dumps drop `\`, `$` and `_` but keep the letters of a macro, so `$\alpha$`
 * meets their `alpha` when the marks alone go (digest-formats.md 1.4).
 */
export function normalisedTitle(title: string): string {
  // Most titles are ASCII, and a library asks for tens of thousands: this takes a fifth of the time.
  const plain = /^[\x20-\x7e]*$/.test(title) ? title.toLowerCase().replace(/[^a-z0-9]+/g, '') : '';
  if (plain !== '') return plain;
  const parted = title.normalize('NFKD');
  const folded = parted.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return folded === '' ? parted.trim() : folded;
}

export function titleKey(title: string): PaperKey {
  return `title:${normalisedTitle(title)}`;
}
