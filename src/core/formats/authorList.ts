import { namesIn } from './authorNames.js';

const others = /^\s*et\.? ?al\b/i;

/**
 * The names of a list as arXiv writes one (https://info.arxiv.org/help/prep.html#authors): commas,
 * colons behind a collaboration, "and" or "&" part the names; affiliations stand in parentheses and
 * are left out, as is "et al. (84 additional authors not shown)". Names stay TeX as written.
 */
export function authorList(text: string): string[] {
  const line = withoutParentheses(text).replace(/\s+/g, ' ');
  const parts = line.replace(/,? (?:and|&) /g, ',').split(/[,:]/);
  return namesIn(parts.filter((part) => !others.test(part)));
}

/** Parentheses may stand in others: `((1) One Institute, (2) Another)`. */
function withoutParentheses(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  let depth = 0;
  for (const piece of text.split(/([()])/)) {
    if (piece === '(') depth++;
    else if (piece === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += piece;
  }
  return kept;
}
