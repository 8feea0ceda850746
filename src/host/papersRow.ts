import type { MarkNode } from '../core/markTree.js';
import type { TreeNode } from '../core/paperTree.js';
import type { SearchNode } from '../core/searchTree.js';

/** A row of the view Papers that papers lie at or below. */
export type PapersRow = TreeNode | SearchNode | MarkNode;
