/** A generation, and no name of its own. */
const suffix = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;
const others = /^et\.? ?al\b/i;

/**
 * The names of a list as arXiv writes one (https://info.arxiv.org/help/prep.html#authors): commas,
 * colons behind a collaboration, "and" or "&" part the names; affiliations stand in parentheses and
 * are left out, as is "et al. (84 additional authors not shown)". Names stay TeX as written.
 */
export function authorList(text: string): string[] {
  const names: string[] = [];
  const line = withoutParentheses(text).replace(/\s+/g, ' ');
  for (const part of line.replace(/,? (?:and|&) /g, ',').split(/[,:]/)) {
    const name = part.trim();
    if (name === '' || others.test(name)) continue;
    const before = names.at(-1);
    if (before !== undefined && suffix.test(name)) names[names.length - 1] = `${before}, ${name}`;
    else names.push(name);
  }
  return names;
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
