import { monthOfId } from './arxivId.js';
import type { PaperKey } from './paper.js';

/**
 * Keys in the order of arXiv's ids, the newest first; papers without an id follow in the order of
 * their titles. Looks at the keys alone, so that ten thousand cost milliseconds.
 */
export function newestKeysFirst(keys: Iterable<PaperKey>): PaperKey[] {
  return Array.from(keys, (key) => ({ key, rank: rankOf(key) }))
    .sort((a, b) => compare(b.rank, a.rank) || compare(a.key, b.key))
    .map(({ key }) => key);
}

/** `2025-10/06174`: the month, with its century, then the number within it. */
function rankOf(key: PaperKey): string {
  if (!key.startsWith('arxiv:')) return '';
  const id = key.slice('arxiv:'.length);
  const number = id.includes('/') ? id.slice(id.indexOf('/') + 5) : id.slice(id.indexOf('.') + 1);
  return `${monthOfId(id)}/${number.padStart(6, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
