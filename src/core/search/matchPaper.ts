import type { Paper } from '../paper.js';

/**
 * Whether title, authors, id and category of a paper hold all words of a query, in any order, as
 * parts of words; case, width and accents do not count.
 */
export function matchesPaper(paper: Paper, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { title, authors, id = '', category = '' } = paper;
  const text = fold([title, id, category, ...authors].join('\n'));
  return words.every((word) => text.includes(word));
}

/** The words of a query, folded; none for a query of blanks. */
export function queryWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
