import type * as vscode from 'vscode';
import { wayTo } from './way.js';

/**
 * Whether a CSL style that a document or a setting names may be read: in the workspace, or outside when
 * its real name is that of a style. What is no style in there is told by its faults, which must not be
 * those of somebody's secret.
 */
export async function mayReadStyle(uri: vscode.Uri): Promise<boolean> {
  const way = await wayTo(uri);
  return 'real' in way && (!way.isOutside || /\.csl$/i.test(way.real.path));
}
