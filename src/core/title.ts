import type { PaperKey } from './paper.js';

/**
 * What two spellings of a title have in common: case, width, accents, punctuation and TeX marks are
 * folded away. Trending dumps drop `\`, `$` and `_` but keep the letters of a macro, so `$\alpha$`
 * meets their `alpha` when the marks alone go (digest-formats.md 1.4).
 */
export function normalisedTitle(title: string): string {
  const folded = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return folded === '' ? title.trim() : folded;
}

export function titleKey(title: string): PaperKey {
  return `title:${normalisedTitle(title)}`;
}
