import type { MarkNode } from '../core/markTree.js';
import type { TreeNode } from '../core/paperTree.js';
import type { SearchNode } from '../core/searchTree.js';

/** A row of the view Papers that papers lie at or below. */
export type PapersRow = TreeNode | SearchNode | MarkNode;

/** The rows of the view Papers that are selected: a key that is pressed there names none. */
export class SelectedRows {
  /** The one in the view; none before there is a view. */
  get: () => readonly PapersRow[] = () => [];
}

/** What key bindings of the view give to commands. */
export const fromView = 'papersView';
