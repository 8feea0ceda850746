import { MarkTree } from '../core/markTree.js';
import type { PaperKey } from '../core/paper.js';
import { PaperTree } from '../core/paperTree.js';
import { mostListed } from '../core/searchTree.js';
import type { FeatureContext } from './featureContext.js';
import type { PapersRow } from './papersRow.js';
import { countBy, grouping } from './settings.js';

/** The keys of all papers at or below a row of the view Papers, each once, in its order. */
export async function keysBelow(
  { library, search, marks, muted }: Pick<FeatureContext, 'library' | 'search' | 'marks' | 'muted'>,
  node: PapersRow,
): Promise<readonly PaperKey[]> {
  if (node.kind === 'search' || node.kind === 'searchRange' || node.kind === 'searchNote') {
    const { query } = node.kind === 'search' ? node.search : node.of.search;
    const { papers } = await search.find(query, mostListed);
    const keys = papers.map(({ paper }) => paper.key);
    return node.kind === 'searchRange' ? keys.slice(node.from, node.to) : keys;
  }
  if (node.kind === 'marked' || node.kind === 'markedRange' || node.kind === 'tags') {
    const marked = new MarkTree(library.library, marks, muted);
    const lists = node.kind === 'tags' ? marked.children(node) : [node];
    const keys = lists.flatMap((list) => {
      if (list.kind === 'marked') return marked.keysOf(list.list);
      if (list.kind !== 'markedRange') return [];
      return marked.keysOf(list.of.list).slice(list.from, list.to);
    });
    return [...new Set(keys)];
  }
  return new PaperTree(library.library, grouping(), undefined, muted.hidden, countBy()).keysBelow(
    node,
  );
}
