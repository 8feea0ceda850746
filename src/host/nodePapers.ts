import type { PaperKey } from '../core/paper.js';
import { PaperTree, type TreeNode } from '../core/paperTree.js';
import { mostListed, type SearchNode } from '../core/searchTree.js';
import type { FeatureContext } from './featureContext.js';
import { grouping } from './settings.js';

/** The keys of all papers at or below a row of the view Papers, each once, in its order. */
export async function keysBelow(
  { library, search }: Pick<FeatureContext, 'library' | 'search'>,
  node: TreeNode | SearchNode,
): Promise<readonly PaperKey[]> {
  if (node.kind === 'search' || node.kind === 'searchRange' || node.kind === 'searchNote') {
    const { query } = node.kind === 'search' ? node.search : node.of.search;
    const { papers } = await search.find(query, mostListed);
    const keys = papers.map(({ paper }) => paper.key);
    return node.kind === 'searchRange' ? keys.slice(node.from, node.to) : keys;
  }
  const tree = new PaperTree(library.library, grouping(), undefined);
  const keys = new Set<PaperKey>();
  const collect = (each: TreeNode): void => {
    if (each.kind === 'paper') keys.add(each.key);
    else tree.children(each).forEach(collect);
  };
  collect(node);
  return [...keys];
}
