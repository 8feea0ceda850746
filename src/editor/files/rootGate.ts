import type * as vscode from 'vscode';
import { wayTo } from './way.js';

/**
 * Whether the document that another one says it belongs to (`% !TEX root = ../thesis.tex`) may be read
 * for what it cites from: in the workspace, or where neither of the two is in it.
 */
export async function mayReadRoot(root: vscode.Uri, document: vscode.Uri): Promise<boolean> {
  const way = await wayTo(root);
  if ('refusal' in way) return false;
  if (!way.isOutside) return true;
  const own = await wayTo(document);
  return (
    'real' in own &&
    own.isOutside &&
    /\.\w+$/.exec(root.path)?.[0] === /\.\w+$/.exec(document.path)?.[0]
  );
}
