import type { PaperKey } from './paper.js';
import { idBelow, pagesOf, pageSize, type TreeNode } from './paperTree.js';
import type { SavedSearch } from './savedSearches.js';

/** A search among the nodes at the top of the tree; one without a name is not saved. */
export interface TreeSearch {
  readonly query: string;
  readonly name?: string;
}

/** What a search has found. */
export interface SearchAnswer {
  /** Best first, the first `mostListed` at most. */
  readonly keys: readonly PaperKey[];
  /** Papers found in all. */
  readonly total: number;
  /** How the words were found: all as they are, all but for typos, or only some of them. */
  readonly match: 'all' | 'typos' | 'some';
}

/** A node of the tree that stands for a search or a part of one. `id` as in `TreeNode`. */
export type SearchNode = { readonly id: string } & (
  | { readonly kind: 'search'; readonly search: TreeSearch }
  /** Papers number `from` to `to` by rank (from 0, end exclusive). */
  | {
      readonly kind: 'searchRange';
      readonly of: RootNode;
      readonly from: number;
      readonly to: number;
    }
  /** A row that says why there are no papers, or no more. */
  | { readonly kind: 'searchNote'; readonly of: RootNode; readonly note: 'none' | 'more' }
);

export type RootNode = Extract<SearchNode, { kind: 'search' }>;
type PaperNode = Extract<TreeNode, { kind: 'paper' }>;

/** By rank, what comes later is hardly what was meant; a narrower search is of more use. */
export const mostListed = 1000;

const idStart = 'search/';

/** Whether a node, by its id, is a search or below one. */
export function isOfSearch(id: string): boolean {
  return id.startsWith(idStart);
}

/**
 * The searches in their order: those not saved, the newest first, then the saved ones as the setting
 * has them. Another query is another node, since a tree keeps folded what it has seen folded.
 */
export function searchNodes(
  queries: readonly string[],
  saved: readonly SavedSearch[],
): readonly RootNode[] {
  return [...queries.map(unsavedNode), ...saved.map(savedNode)];
}

export function unsavedNode(query: string): RootNode {
  return { kind: 'search', id: `${idStart}new/${query}`, search: { query } };
}

export function savedNode(search: SavedSearch): RootNode {
  const { name, query } = search;
  return { kind: 'search', id: idBelow(`${idStart}saved/${name}`, query), search };
}

/** The rows below a search or one of its pages. */
export function searchChildren(
  node: SearchNode,
  { keys, total }: SearchAnswer,
): (SearchNode | PaperNode)[] {
  switch (node.kind) {
    case 'search': {
      if (keys.length === 0) return [noteBelow(node, 'none')];
      const more = total > keys.length ? [noteBelow(node, 'more')] : [];
      if (keys.length <= pageSize) return [...papersBelow(node, keys), ...more];
      const pages = pagesOf(keys.length).map(({ from, to }): SearchNode => {
        return { kind: 'searchRange', id: idBelow(node.id, from), of: node, from, to };
      });
      return [...pages, ...more];
    }
    case 'searchRange':
      return papersBelow(node.of, keys.slice(node.from, node.to));
    case 'searchNote':
      return [];
  }
}

function papersBelow({ id }: RootNode, keys: readonly PaperKey[]): PaperNode[] {
  return keys.map((key) => ({ kind: 'paper', id: idBelow(id, key), key }));
}

function noteBelow(of: RootNode, note: 'none' | 'more'): SearchNode {
  return { kind: 'searchNote', id: idBelow(of.id, note), of, note };
}

export function isSameAnswer(a: SearchAnswer, b: SearchAnswer): boolean {
  return (
    a.total === b.total &&
    a.match === b.match &&
    a.keys.length === b.keys.length &&
    a.keys.every((key, index) => key === b.keys[index])
  );
}
